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

/** What one counter outside stood at on a day. */
export interface Stand {
  readonly counter: string
  readonly on: Day
  readonly value: number
}

export interface Rise {
  readonly counter: string
  readonly on: Day
  readonly by: number
}

/**
 * What counters rose by on the days they were read: each by itself, in the order of the days; of two readings of one day the
 * later one holds. A counter that was corrected downwards takes back.
 */
export function risesOf(stands: readonly Stand[]): Rise[] {
  const byCounter = new Map<string, Map<Day, number>>()
  for (const { counter, on, value } of stands) {
    const days = byCounter.get(counter) ?? new Map<Day, number>()
    byCounter.set(counter, days.set(on, value))
  }
  return [...byCounter].flatMap(([counter, days]) => {
    let before = 0
    return [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, value]) => {
        const rise = { counter, on, by: value - before }
        before = value
        return rise
      })
  })
}

/** What the readings of a record add up to, as increases on the days they were read, channel by channel. */
export function increasesOf(history: readonly Done[], action = 'read'): Increase[] {
  const stands = history.flatMap(({ action: done, answers: { channel, readOn, views } }) =>
    done === action && typeof channel === 'string' && typeof readOn === 'string'
      ? [{ counter: channel, on: readOn, value: Number(views) }]
      : [],
  )
  return risesOf(stands).map(({ on, by }) => ({ on, views: by }))
}
