import type { OrgCode } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { findProgramme } from '../../registry.ts'
import type { Calendar } from './calendar.ts'
import type { Filing, Series } from './filing.ts'
import type { Plan } from './plan.ts'
import type { Hand } from './tell.ts'
import type { Writer } from './writer.ts'

/** What every maker of records works with. */
export interface Making {
  readonly plan: Plan
  readonly calendar: Calendar
  readonly writer: Writer
  /** Demo posts of an organisation, who then did what is told there. */
  readonly hands: ReadonlyMap<OrgCode, readonly Hand[]>
  /** The mediator who handles the cases of a banner or township, by its code. */
  readonly mediators: ReadonlyMap<OrgCode, Hand>
  readonly scale: number
  /** Numbers given so far. */
  readonly series: Series
  readonly filing: Filing
}

export function getProgramme(id: string): Programme {
  const programme = findProgramme(id)
  if (!programme) throw new Error(`no programme ${id}`)
  return programme
}
