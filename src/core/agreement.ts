import { type Clock, calendarMonths } from './clock.ts'
import type { Day } from './day.ts'
import { field } from './field.ts'
import type { Done } from './programme.ts'
import type { Role } from './role.ts'

/** What every agreement has, at home or abroad: who with, from when to when, and that its end does not pass unseen (L021, L150). */
export const agreementFields = {
  title: field.text({ label: { zh: '名称', en: 'Title' }, class: 'P0', required: true, min: 4, max: 80 }),
  signedOn: field.day({ label: { zh: '签署日期', en: 'Signed on' }, class: 'P0', required: true, past: true }),
  parties: field.text({ label: { zh: '签署各方', en: 'Parties' }, class: 'P0', required: true, max: 200 }),
  validTo: field.day({ label: { zh: '有效期至', en: 'Valid to' }, class: 'P0', required: true }),
} as const

export const agreementStates = {
  force: { zh: '有效', en: 'In force' },
  ended: { zh: '已到期', en: 'Ended' },
} as const

/** Ended by hand or by its day; renewing fills in the new day and whatever else is agreed anew. */
export const agreementSteps = <const B extends readonly Role[], const F extends readonly string[]>(by: B, renewed: F) =>
  ({
    renew: { label: { zh: '续签', en: 'Renew' }, from: ['force', 'ended'], to: 'force', by, fills: renewed },
    end: { label: { zh: '终止', en: 'End' }, from: ['force'], to: 'ended', by, reason: true },
    lapse: { label: { zh: '到期', en: 'Expired' }, from: ['force'], to: 'ended', by: [] },
  }) as const

export const validityClock = (rule: string): Clock<'force' | 'ended', 'renew' | 'lapse', 'validTo'> => ({
  label: { zh: '到期，续签或终止', en: 'Ends: renew or let go' },
  from: 'force',
  after: ['renew'],
  done: ['renew'],
  until: ['ended'],
  within: calendarMonths(24),
  dueField: 'validTo',
  legal: false,
  rule,
  remindBefore: [90, 30],
  expires: 'lapse',
})

/** When it came into force and went out of it. It first stands from the day it was signed, whenever that was written down. */
export function forceMoves(history: readonly Done[], signedOn: Day | undefined): { on: Day; in: boolean }[] {
  const moves = history.filter(({ from, to }) => from !== to && (from === 'force' || to === 'force'))
  return moves.map(({ to, on }, i) => ({ on: i === 0 ? (signedOn ?? on) : on, in: to === 'force' }))
}
