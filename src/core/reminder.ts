import { lateFrom, type RunningClock, startOfDay } from './clock.ts'
import { addCalendarDays } from './day.ts'
import { addWorkingDays } from './working-days.ts'

/** What is said about a running clock: it is soon due, so many calendar days are left, it is late since so many days. */
export type Mark = 'soon' | `before-${number}` | `late-${1 | 3 | 7}`

export interface Reminder {
  readonly mark: Mark
  /** The moment from which on it holds, in milliseconds. */
  readonly at: number
}

type Run = Pick<RunningClock, 'startedOn' | 'dueOn' | 'dueAt'>
interface Said {
  readonly remindBefore?: readonly number[]
  readonly expires?: string
}

/**
 * What is told of a run, in order: two working days before its end, on each day of `remindBefore`, and when it is late for
 * one, three and seven days (processes 0.4). A clock that `expires` is never late: the house takes its step instead.
 */
export function remindersOf(run: Run, clock: Said): Reminder[] {
  const soon = addWorkingDays(run.dueOn, -2)
  // A stated day may be past when the clock begins: late from the first moment.
  const begun = run.startedOn < run.dueOn ? run.startedOn : run.dueOn
  const before = (clock.remindBefore ?? [])
    .filter((days) => addCalendarDays(run.dueOn, -days) > run.startedOn)
    .map((days): Reminder => ({ mark: `before-${days}`, at: startOfDay(addCalendarDays(run.dueOn, -days)) }))
  const late: Reminder[] = clock.expires
    ? []
    : [
        { mark: 'late-1', at: lateFrom(run) },
        { mark: 'late-3', at: startOfDay(addCalendarDays(run.dueOn, 3)) },
        { mark: 'late-7', at: startOfDay(addCalendarDays(run.dueOn, 7)) },
      ]
  const first: Reminder = { mark: 'soon', at: startOfDay(soon < begun ? begun : soon) }
  return [first, ...before, ...late].sort((a, b) => a.at - b.at)
}

/**
 * What holds at a moment: the last that has come. What was passed over while nobody looked is not told any more — that a
 * term would end soon is no news once it is over.
 */
export const reminderAt = (reminders: readonly Reminder[], now: number): Reminder | undefined =>
  reminders.findLast(({ at }) => at <= now)

/** When a run must be looked at next after a moment; undefined when all has been said and nothing expires. */
export function nextLook(run: Run, clock: Said, after: number): number | undefined {
  const moments = remindersOf(run, clock).map(({ at }) => at)
  if (clock.expires) moments.push(lateFrom(run))
  return moments.sort((a, b) => a - b).find((at) => at > after)
}
