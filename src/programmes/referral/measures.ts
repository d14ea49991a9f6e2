import type { Count, Counter } from '../../core/count.ts'
import { flow, rate, type SumMeasure } from '../../core/measure.ts'
import type { Facts } from '../../core/programme.ts'
import { type Receiver, receivers } from './fields.ts'

type ByReceiver = { readonly [R in Receiver as `to-${R}`]: SumMeasure & { unit: 'item' } }

/** One measure for each kind of receiver: 转公安, 转民政… */
const byReceiver = Object.fromEntries(
  Object.entries(receivers).map(([receiver, label]) => [
    `to-${receiver}`,
    flow('item', {
      label: { zh: `转${label.zh}`, en: `To: ${label.en}` },
      includes: `发给${label.zh}的转介，按第一次发出的日期`,
      excludes: '待发出；同一件退回后再发',
    }),
  ]),
) as ByReceiver

export const referralMeasures = {
  sent: flow('item', {
    label: { zh: '转介', en: 'Referrals sent' },
    includes: '已发出的转介，按第一次发出的日期',
    excludes: '待发出；同一件退回后再发',
  }),
  replied: flow('item', {
    label: { zh: '已答复', en: 'Replied' },
    includes: '对方已答复的转介，按第一次答复的日期',
    excludes: '退回、撤回',
  }),
  'on-time': flow('item', {
    label: { zh: '按时答复', en: 'Replied on time' },
    includes: '第一次答复不晚于约定日期（双方同意延后的按延后的日期）的转介',
    excludes: '逾期答复、退回',
  }),
  'on-time-rate': rate('on-time', ['replied'], {
    label: { zh: '按时答复率', en: 'Replied on time' },
    includes: '按时答复 ÷ 已答复',
    excludes: '退回、撤回、还没答复的',
  }),
  ...byReceiver,
} as const

/** A referral counts once when it is first sent, and once when it is first answered. */
export function countReferral(
  { history, answers }: Facts,
  count: Counter<typeof referralMeasures>,
): (Count | undefined | false)[] {
  const sent = history.find((d) => d.to === 'sent')
  const replied = history.find((d) => d.to === 'replied')
  const receiver = answers.agency as Receiver | undefined
  return [
    sent && count.one('sent', sent.on),
    sent && receiver && count.one(`to-${receiver}`, sent.on),
    replied && count.one('replied', replied.on),
    replied && replied.on <= String(answers.dueOn ?? '') && count.one('on-time', replied.on),
  ]
}
