import { Refusal } from '../../core/refusal.ts'

const windowMs = 10 * 60_000
const mostFromOneAddress = 100
const mostKept = 20_000

/** Tries before a lock, and how long it lasts: 5 → 15 minutes, 10 → 30, 15 → 60 … at most 4 hours. */
export const triesPerLock = 5
export function lockMinutes(failures: number): number {
  if (failures === 0 || failures % triesPerLock !== 0) return 0
  return Math.min(15 * 2 ** Math.min(failures / triesPerLock - 1, 4), 240)
}

interface Tally {
  failures: number
  until: number
}

/**
 * What is remembered of failed tries in this process only; a restart forgets it. Two things live here: the limit per
 * address (generous, since a whole county may share one), and locks for names nobody has, so that a lock does not tell
 * which names exist. The lock of a real account is in the database.
 */
export class Attempts {
  private readonly addresses = new Map<string, Tally>()
  private readonly unknownNames = new Map<string, Tally>()

  /** Refuses `too-many` when this address has failed too often of late. */
  refuseFlood(address: string, now = Date.now()): void {
    const held = this.addresses.get(address)
    if (!held || held.until <= now || held.failures < mostFromOneAddress) return
    throw new Refusal('too-many', { values: { seconds: Math.ceil((held.until - now) / 1000) } })
  }

  noteFailure(address: string, now = Date.now()): void {
    const held = this.addresses.get(address)
    if (held && held.until > now) held.failures++
    else remember(this.addresses, address, { failures: 1, until: now + windowMs })
  }

  /** Counts a try on a name nobody has; gives the minutes it is locked for, 0 when it may be tried. */
  tryUnknown(name: string, now = Date.now()): number {
    const held = this.unknownNames.get(name) ?? { failures: 0, until: 0 }
    if (held.until > now) return Math.ceil((held.until - now) / 60_000)
    held.failures++
    held.until = now + lockMinutes(held.failures) * 60_000
    remember(this.unknownNames, name, held)
    return 0
  }
}

// The oldest is forgotten first, so that made-up names cannot fill the memory.
function remember(map: Map<string, Tally>, key: string, tally: Tally): void {
  map.delete(key)
  map.set(key, tally)
  const oldest = map.size > mostKept ? map.keys().next().value : undefined
  if (oldest !== undefined) map.delete(oldest)
}
