import type { House } from '../http/route.ts'
import { endPostsRunOut } from './end-posts.ts'
import { expireDue } from './expire.ts'
import { remindDue } from './remind.ts'

/**
 * What the house does about deadlines at `now`: posts that ran out end, then the steps it takes itself, then the notices. Safe to run at any time,
 * twice at once and again after a crash: what is due is in the table, what was done is not done again.
 */
export async function turnDeadlines(house: House, now: Date): Promise<{ expired: number; told: number }> {
  await endPostsRunOut(house.pool)
  const expired = await expireDue(house, now)
  return { expired, told: await remindDue(house, now) }
}
