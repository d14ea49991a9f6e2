import type { Counter } from '../../core/count.ts'
import { flow, rate } from '../../core/measure.ts'
import type { Counted, Facts } from '../../core/programme.ts'

const orders = { zh: '单', en: 'orders' }

export const orderMeasures = {
  orders: flow('item', {
    label: { zh: '家政订单', en: 'Orders' },
    unitLabel: orders,
    includes: '客户下的单，按下单日期，含后来取消的',
    excludes: '只咨询没下单的；不通过联盟公司的',
  }),
  served: flow('item', {
    label: { zh: '完成家政服务', en: 'Orders served' },
    unitLabel: orders,
    includes: '做完、客户确认的单，按做完日期',
    excludes: '没确认、中途停止、取消的',
  }),
  cancelled: flow('item', {
    label: { zh: '取消的订单', en: 'Orders cancelled' },
    unitLabel: orders,
    includes: '上门前取消的单，按取消日期',
    excludes: '中途停止的',
  }),
  said: flow('item', {
    label: { zh: '客户说了满意或不满意', en: 'Clients who said' },
    unitLabel: orders,
    includes: '确认时客户说了满意或不满意的单',
    excludes: '没有说的',
  }),
  content: flow('item', {
    label: { zh: '客户满意', en: 'Clients content' },
    unitLabel: orders,
    includes: '客户说满意的单，不分家政员',
    excludes: '不满意、没有说的',
  }),
  contentRate: rate('content', ['said'], {
    label: { zh: '家政服务满意率', en: 'Clients content' },
    includes: '说满意的单 ÷ 说了满意或不满意的单',
    excludes: '没有说的；从不按家政员算',
  }),
} as const

/** Served counts on the day it was done, once the client has confirmed. */
export function countOrder(
  { state, on, reached, answers }: Pick<Facts, 'state' | 'on' | 'reached' | 'answers'>,
  count: Counter<typeof orderMeasures>,
): readonly Counted[] {
  const served = state === 'confirmed' ? reached.done : undefined
  const said = served !== undefined && (answers.content === 'yes' || answers.content === 'no')
  return [
    count.one('orders', on),
    served && count.one('served', served),
    said && count.one('said', served),
    said && answers.content === 'yes' && count.one('content', served),
    state === 'cancelled' && reached.cancelled && count.one('cancelled', reached.cancelled),
  ]
}
