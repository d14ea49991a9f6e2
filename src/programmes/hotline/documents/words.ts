import type { Label } from '../../../core/unit.ts'

type Options = Readonly<Record<string, Label>>

/** A chosen answer in words; nothing chosen is an empty text. */
export const named = (options: Options, answer: unknown): string =>
  typeof answer === 'string' ? (options[answer]?.zh ?? '') : ''

/** Several chosen answers in words. */
export const namesOf = (options: Options, answer: unknown): string =>
  Array.isArray(answer) ? answer.map((one) => named(options, one)).join('、') : ''

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment in Shanghai as documents write it; undefined for none. */
export const momentZh = (at: unknown): string | undefined =>
  typeof at === 'string' ? moment.format(new Date(at)) : undefined
