import type { OrgCode } from '../../core/org-code.ts'
import type { Facts } from '../../core/programme.ts'
import type { Desk } from './desk.ts'

/** A record that is asked about: as it is made, or as it will be after a step. */
export interface Asked {
  readonly id: string
  readonly facts: Facts
}

/** Refuses one of those that were looked up, by throwing. It is asked in their order and remembers whom it let through. */
export type Judge = (one: Asked) => void

/**
 * Conditions that lie in other records: places taken at once, a check kept elsewhere. A definition is pure and cannot look
 * there. Asked in the step's transaction, its record locked, after the definition has let the step through. What is to be known
 * is looked up for all records at once, in a fixed number of statements; then each is judged: one by hand, a thousand of a sheet.
 */
export interface Guard {
  /** Before records are made for `org`. */
  readonly make?: (desk: Desk, org: OrgCode, many: readonly Asked[]) => Promise<Judge>
  /** Before steps are written, by action. */
  readonly act?: Readonly<Record<string, (desk: Desk, many: readonly Asked[]) => Promise<Judge>>>
  /** Before people are put on an activity's list, those not on it yet named, or their minutes set. */
  readonly list?: (
    desk: Desk,
    activity: Asked,
    fresh: readonly string[],
  ) => Promise<(person: string, minutes: number | null) => void>
  /** Before somebody signs herself in at the door. */
  readonly door?: (desk: Desk, id: string, person: string) => Promise<void>
}
