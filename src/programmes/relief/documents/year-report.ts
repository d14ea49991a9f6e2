import { choiceWords, textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { heldOf, movesOf, paidOn } from '../../../core/grant-money.ts'
import type { Facts } from '../../../core/programme.ts'
import { rejectionReasons } from '../two-cancers/forms.ts'
import { sumOf } from './listed.ts'

const sum = (list: readonly Facts[], of: (one: Facts) => number) => list.reduce((total, one) => total + of(one), 0)
const fewest = 5

/** Fewer than five are not told by number: a small place would know who she is. */
const persons = (n: number) => (n > 0 && n < fewest ? '不足5人' : `${n} 人`)

const cameBack = ({ history, answers }: Facts) =>
  movesOf(history, Number(answers.amount ?? 0)).reduce((back, { fen }) => back - Math.min(fen, 0), 0)

/** 年度实施情况报告: money, persons, use, for the disclosure the lottery rules ask of whoever uses it (彩票管理条例 第三十六条). */
export const yearReport: DocumentTemplate<'noticed' | 'ended'> = {
  label: { zh: '年度实施情况报告', en: 'Report of the year' },
  version: 1,
  by: ['rights', 'finance', 'chair'],
  in: ['noticed', 'ended'],
  children: 'two-cancers',
  rule: 'R-CAN-06',
  body: ({ facts, children, documentNumber, org, today }) => {
    const paid = children.filter((one) => paidOn(one.history, sumOf(one)) !== undefined)
    const rejected = children.filter(({ state }) => state === 'rejected')
    const held = sum(paid, (one) => heldOf(one.history, sumOf(one)))
    const standard = sum(paid, ({ answers }) => Number(answers.standard ?? 0))
    const grounds = Object.keys(rejectionReasons).flatMap((code) => {
      const n = rejected.filter(({ history }) => history.findLast((d) => d.to === 'rejected')?.answers.code === code)
      return n.length === 0 ? [] : [[choiceWords(rejectionReasons, code), persons(n.length)]]
    })
    return [
      { block: 'heading', text: `${textWords(facts.answers.year)}年度救助项目实施情况报告` },
      {
        block: 'rows',
        rows: [
          ['文书编号', documentNumber],
          ['列入公示', persons(children.length)],
          ['已发放', persons(paid.length)],
          ['实际发放', yuanWords(held)],
          ['按标准应发', yuanWords(standard)],
          ['相差', yuanWords(held - standard)],
          ['退回和追回', yuanWords(sum(children, cameBack))],
          ['不予救助', persons(rejected.length)],
        ],
      },
      ...(grounds.length > 0 ? ([{ block: 'table', head: ['不予救助的原因', '人数'], rows: grounds }] as const) : []),
      { block: 'paragraph', text: '资金全部直接发放到本人账户，未提取管理费用。', indent: true },
      { block: 'seal', org, on: today },
    ]
  },
}
