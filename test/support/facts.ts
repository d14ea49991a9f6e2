import { reachedIn, type Standing } from '../../src/core/procedure.ts'
import type { Done, Facts, Programme } from '../../src/core/programme.ts'

type Step = readonly [action: string, to: string, on: string, answers?: Readonly<Record<string, unknown>>, at?: string]

/** The history of a record that was made on `on` and went through these steps. */
export function historyOf(programme: Programme, on: string, steps: readonly Step[] = []): Done[] {
  const history: Done[] = [
    { action: 'create', from: undefined, to: programme.initial, on, at: `${on}T01:00:00.000Z`, answers: {} },
  ]
  for (const [action, to, day, answers = {}, at = `${day}T02:00:00.000Z`] of steps)
    history.push({ action, from: history.at(-1)?.to, to, on: day, at, answers })
  return history
}

/** What a definition sees of a record with this history and these answers. */
export function factsOf(
  history: readonly Done[],
  answers: Readonly<Record<string, unknown>> = {},
  more: Partial<Facts> = {},
): Facts {
  return {
    state: history.at(-1)?.to ?? '',
    on: history[0]?.on ?? '',
    answers,
    history,
    reached: reachedIn(history),
    person: undefined,
    attendance: [],
    heads: [],
    ...more,
  }
}

/** A post of the keeping organisation that handles the record. */
export const postOf = (role: Standing['role'], more: Partial<Standing> = {}): Standing => ({
  role,
  own: true,
  above: false,
  handler: true,
  lastHand: false,
  level: 'banner',
  took: [],
  ...more,
})
