import type { RoomOf } from './make-rooms.ts'
import type { Making } from './making.ts'
import { makeCases, makeContacts } from './rights/make-contacts.ts'
import { makeLawyers } from './rights/make-lawyers.ts'
import { makeReferrals } from './rights/make-referrals.ts'
import { makeRoomWork } from './rights/make-room-work.ts'
import { makeSafety } from './rights/make-safety.ts'
import { makeScreening } from './rights/make-screening.ts'

/** Everything of rights beside mediation: calls, cases, safety, screening, 妇联+, lawyers, what the rooms do. */
export async function makeRights(making: Making, roomOf: RoomOf, say?: (what: string) => void): Promise<void> {
  say?.('热线、个案 / hotline and cases')
  await makeContacts(making)
  await makeCases(making)
  await makeSafety(making)
  say?.('排查线索 / screening')
  await makeScreening(making)
  say?.('协作、信访、律师 / referrals, petitions, lawyers')
  await makeReferrals(making)
  await makeLawyers(making)
  await makeRoomWork(making, roomOf)
}
