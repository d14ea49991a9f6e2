import type { Role } from '../../core/role.ts'
import type { Desk } from '../records/desk.ts'
import type { Column } from './columns.ts'
import type { ReadRow } from './read-row.ts'

/** How the rows of one kind of sheet are taken in. */
export interface RowTaker {
  readonly columns: (role: Role) => readonly Column[]
  /**
   * Looks at a chunk of rows inside one transaction of the importer: adds what is wrong to each row's problems and, unless
   * it is a dry run, writes the rows that have none. Safe to repeat: what is written already is left as it is.
   */
  readonly take: (desk: Desk, rows: readonly ReadRow[], dryRun: boolean) => Promise<void>
}
