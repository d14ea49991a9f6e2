import type { Day } from './day.ts'
import { field } from './field.ts'
import type { Done } from './programme.ts'
import type { Label } from './unit.ts'

/** Where something is watched. A reading is of one channel; channels are never taken for people who came (R-STAT-02). */
export const channels = {
  tv: { zh: '电视播出', en: 'Television' },
  replay: { zh: '电视回放', en: 'Replay' },
  web: { zh: '网站、客户端', en: 'Web and apps' },
  video: { zh: '短视频平台', en: 'Short video' },
  live: { zh: '网络直播', en: 'Live stream' },
  cinema: { zh: '院线', en: 'Cinemas' },
} as const

/** A reading of an outside counter: what it stood at on a day, with its source. */
export const reading = {
  channel: field.choice(channels, { label: { zh: '渠道', en: 'Channel' }, class: 'P0', required: true }),
  readOn: field.day({ label: { zh: '读数日期', en: 'Read on' }, class: 'P0', required: true, past: true }),
  views: field.integer({
    label: { zh: '累计观看', en: 'Views so far' },
    class: 'P0',
    required: true,
    max: 10_000_000_000,
    unitLabel: { zh: '次', en: 'views' },
    help: {
      zh: '填平台上显示的累计数，系统自己算增加了多少。',
      en: 'The counter as it stands; the increase is worked out.',
    },
  }),
  source: field.text({ label: { zh: '读数来源', en: 'Source' }, class: 'P0', required: true, max: 120 }),
}

/** The word views are counted in: 次, never 人次. */
export const viewsUnit: Label = { zh: '次', en: 'views' }

export interface Increase {
  readonly on: Day
  readonly views: number
}

/** What a counter stood at on a day. Counters of different `of` are different counters. */
export interface Stood {
  readonly of: string
  readonly on: Day
  readonly at: number
}

/**
 * Readings of counters as steps on the days they were read: each counter by itself, in the order of the days; of two readings
 * of one day the later one holds. A counter that was corrected downwards takes back.
 */
export function stepsOf(readings: readonly Stood[]): { readonly on: Day; readonly by: number }[] {
  const counters = new Map<string, Map<Day, number>>()
  for (const { of, on, at } of readings) counters.set(of, (counters.get(of) ?? new Map<Day, number>()).set(on, at))
  return [...counters.values()].flatMap((days) => {
    let before = 0
    return [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, at]) => {
        const step = { on, by: at - before }
        before = at
        return step
      })
  })
}

/** What the readings of a record add up to, as increases of views on the days they were read. */
export const increasesOf = (history: readonly Done[], action = 'read'): Increase[] =>
  stepsOf(
    history.flatMap(({ action: name, answers: { channel, readOn, views } }) =>
      name === action && typeof channel === 'string' && typeof readOn === 'string'
        ? [{ of: channel, on: readOn, at: Number(views) }]
        : [],
    ),
  ).map(({ on, by }) => ({ on, views: by }))
