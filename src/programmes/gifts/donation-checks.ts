import type { Facts } from '../../core/programme.ts'

type Gift = Pick<Facts, 'answers'>
interface Goods {
  readonly quantity?: number
  readonly unitValue?: number
}

/** Value of a list of goods in fen. */
export const worthOf = (goods: unknown): number =>
  (Array.isArray(goods) ? (goods as readonly Goods[]) : []).reduce(
    (sum, { quantity = 0, unitValue = 0 }) => sum + quantity * unitValue,
    0,
  )

export const donationChecks = {
  donorKnown: {
    label: { zh: '写明捐赠人，或是匿名捐赠', en: 'Donor named, or anonymous' },
    rule: 'R-FUND-03',
    met: ({ answers }: Gift) => answers.anonymous === true || Boolean(answers.donor),
  },
  something: {
    label: { zh: '实收大于零', en: 'More than nothing' },
    rule: 'L120',
    met: ({ answers }: Gift) => Number(answers.received ?? 0) > 0,
  },
  goodsAddUp: {
    label: {
      zh: '物资逐项登记，合计等于实收价值，并写明怎么定的价',
      en: 'Goods listed, adding up, with how they were valued',
    },
    rule: 'R-FUND-04',
    met: ({ answers }: Gift) =>
      answers.type !== 'goods' || (answers.valuation !== undefined && worthOf(answers.goods) === answers.received),
  },
  receiptGiven: {
    label: { zh: '有票据号，或捐赠人不要票据', en: 'Receipt number, or waived' },
    rule: 'R-FUND-03',
    met: ({ answers }: Gift) => Boolean(answers.receiptNo) || answers.receiptWaived === true,
  },
}
