import type { FundAccount } from './posting.ts'
import type { Label } from './unit.ts'

/** Where a fund's money is from; kinds are kept apart (R-FUND-08). */
export const fundSources = {
  budget: { zh: '财政', en: 'Budget' },
  lottery: { zh: '彩票公益金', en: 'Lottery welfare fund' },
  foundation: { zh: '基金会', en: 'Foundation' },
  raised: { zh: '募集', en: 'Raised' },
  'from-above': { zh: '上级拨入', en: 'From above' },
} as const satisfies Record<string, Label>
export type FundSource = keyof typeof fundSources

/** Who gave money that no donation record tells of. */
export const givers = {
  budget: { zh: '财政拨款', en: 'Budget' },
  lottery: { zh: '彩票公益金', en: 'Lottery welfare fund' },
  foundation: { zh: '基金会', en: 'Foundation' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  person: { zh: '个人', en: 'Person' },
  above: { zh: '上级', en: 'Organisation above' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>
export type Giver = keyof typeof givers

export const transferKinds = {
  receive: { zh: '收款', en: 'Money in' },
  'receive-goods': { zh: '收物', en: 'Goods in' },
  allocate: { zh: '安排', en: 'Set aside' },
  transfer: { zh: '划转', en: 'Transfer' },
} as const satisfies Record<string, Label>
export type TransferKind = keyof typeof transferKinds

export const fundAccounts: Readonly<Record<FundAccount, Label>> = {
  cash: { zh: '现金结余', en: 'Cash' },
  goods: { zh: '物资结存', en: 'Goods at value' },
  pledged: { zh: '认捐未到', en: 'Pledged, not received' },
  pledges: { zh: '认捐', en: 'Pledges' },
  income: { zh: '收入', en: 'Income' },
  'income-goods': { zh: '收到物资', en: 'Goods received' },
  allocated: { zh: '已安排', en: 'Set aside' },
  allocations: { zh: '安排', en: 'Allocations' },
  'transferred-in': { zh: '划入', en: 'Transferred in' },
  'transferred-out': { zh: '划出', en: 'Transferred out' },
  paid: { zh: '发放', en: 'Paid' },
  premium: { zh: '保险费', en: 'Premium' },
  'goods-issued': { zh: '发放物资', en: 'Goods issued' },
  returned: { zh: '退回', en: 'Returned' },
}

/** Accounts that say where money came from and where it went; cash and goods are what is left. */
export const cameIn: readonly FundAccount[] = ['income', 'income-goods', 'transferred-in', 'returned']
export const wentOut: readonly FundAccount[] = ['paid', 'premium', 'goods-issued', 'transferred-out']
