import { entryGuard, reviewGuard } from '../honours/guards.ts'
import { clothingGuard } from '../matchmaking/clothing-guard.ts'
import { pairGuard, sessionGuard, signupGuard, stayGuard } from '../volunteers/guards.ts'
import type { Guard } from './guard.ts'

const guards: Readonly<Record<string, Guard>> = {
  'contest-entry': entryGuard,
  'essay-review': reviewGuard,
  'clothing-subsidy': clothingGuard,
  'volunteer-signup': signupGuard,
  'volunteer-session': sessionGuard,
  'weekend-pair': pairGuard,
  'weekend-stay': stayGuard,
}

/** The guard of a programme, where it has one. */
export const guardOf = (programme: string): Guard | undefined =>
  Object.hasOwn(guards, programme) ? guards[programme] : undefined
