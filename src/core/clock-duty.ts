import { ancestorsOf, levelOf, type OrgCode } from './org-code.ts'
import type { Action, Programme } from './programme.ts'
import type { Role } from './role.ts'

/** Whose task it is to end a clock, when nobody handles the record. */
export interface ClockDuty {
  readonly roles: readonly Role[]
  /** The organisation that must act, when it is not the keeping one: the receiver, or one above that approves. */
  readonly forOrg: OrgCode | undefined
}

/**
 * Reads from the steps that end a clock who takes them: the receiver of a record that was sent, the level above that
 * approves, else the keeping organisation. Going back and cancelling (steps with a reason) do not decide.
 */
export function dutyOf(
  programme: Programme,
  id: string,
  record: { readonly org: OrgCode; readonly receiver?: OrgCode | null | undefined },
): ClockDuty {
  const clock = programme.clocks[id]
  const ends = Object.entries(programme.actions)
    .filter(([key, { to }]) => clock?.until.includes(to) || clock?.done?.includes(key))
    .map(([, action]) => action)
    .filter(({ by }) => by.length > 0)
  const onward = ends.some(({ reason }) => !reason) ? ends.filter(({ reason }) => !reason) : ends
  if (record.receiver && onward.some(isReceivers))
    return { roles: rolesOf(ends.filter(isReceivers)), forOrg: record.receiver }
  const above = programme.confidential ? undefined : approverOf(onward, record.org)
  if (above) return { roles: rolesOf(onward), forOrg: above }
  const own = ends.filter((action) => !isReceivers(action))
  return { roles: rolesOf(own.length > 0 ? own : ends), forOrg: undefined }
}

const isReceivers = ({ reach }: Action) => reach === 'receiver'
const rolesOf = (actions: readonly Action[]): Role[] => [...new Set(actions.flatMap(({ by }) => by))]

/** The nearest organisation above that alone can take the steps: each names levels, and none is that of the keeper. */
function approverOf(steps: readonly Action[], org: OrgCode): OrgCode | undefined {
  const isAbove = ({ reach, at }: Action) => reach === 'below' && at !== undefined && !at.includes(levelOf(org))
  if (steps.length === 0 || !steps.every(isAbove)) return undefined
  return ancestorsOf(org).findLast((above) => steps.some(({ at }) => at?.includes(levelOf(above))))
}
