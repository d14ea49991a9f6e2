import type { OrgCode } from '../../core/org-code.ts'
import type { Facts } from '../../core/programme.ts'
import type { Desk } from './desk.ts'

/**
 * Conditions that lie in other records: places taken at once, a check kept elsewhere. A definition is pure and cannot look
 * there. Asked in the step's transaction, its record locked, after the definition has let the step through; refuses by throwing.
 */
export interface Guard {
  /** Before a record is made for `org`. */
  readonly make?: (desk: Desk, org: OrgCode, facts: Facts) => Promise<void>
  /** Before a step is written; `facts` are those after it. */
  readonly act?: (desk: Desk, action: string, facts: Facts, id: string) => Promise<void>
  /** Before people are put on an activity's list, or their minutes set. */
  readonly list?: (
    desk: Desk,
    facts: Facts,
    id: string,
    fresh: readonly string[],
    minutes: readonly number[],
  ) => Promise<void>
  /** Before somebody signs herself in at the door. */
  readonly door?: (desk: Desk, id: string, person: string) => Promise<void>
}
