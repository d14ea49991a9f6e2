import { isWithin, levelOf, type OrgCode } from '../org-code.ts'
import type { Programme } from '../programme.ts'
import type { Role } from '../role.ts'

type Owned = Pick<Programme, 'local'>

/** Whether it is there for a post of this organisation: one of the house's own, or composed at it or above it. */
export const isFor = ({ local }: Owned, org: OrgCode): boolean => !local || isWithin(org, local.owner)

/** Whether its numbers are: also to those above, in whose subtree it is. */
export const isCountedFor = ({ local }: Owned, org: OrgCode): boolean =>
  !local || isWithin(org, local.owner) || isWithin(local.owner, org)

/** Whether a post makes records of it: a local programme says at which levels, and none once it is closed. */
export const mayMake = (
  { local, access }: Pick<Programme, 'local' | 'access'>,
  { role, org }: { readonly role: Role; readonly org: OrgCode },
): boolean =>
  access.create.includes(role) &&
  (!local || (!local.closed && isWithin(org, local.owner) && local.makers.includes(levelOf(org))))
