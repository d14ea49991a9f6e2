import { dayWords, textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { paidOn } from '../../../core/grant-money.ts'
import { living, nameOf, sumOf, totalOf } from './listed.ts'

/** 发放明细表, for the books of the federation; account numbers are on the bank's sheet only. */
export const paymentList: DocumentTemplate<never> = {
  label: { zh: '发放明细表', en: 'List of payments' },
  version: 1,
  by: ['finance', 'rights'],
  children: 'two-cancers',
  rule: 'processes 2.6',
  body: (data) => {
    const paid = living(data).filter((one) => paidOn(one.history, sumOf(one)) !== undefined)
    return [
      { block: 'heading', text: '救助资金发放明细表' },
      {
        block: 'rows',
        rows: [
          ['文书编号', data.documentNumber],
          ['年度', textWords(data.facts.answers.year)],
          ['合计', `${paid.length} 人，${totalOf(paid)}`],
        ],
      },
      {
        block: 'table',
        head: ['序号', '姓名', '苏木乡镇（街道）', '金额', '发放日期'],
        rows: paid.map((one, i) => [
          String(i + 1),
          nameOf(one, data.person),
          textWords(one.answers.place),
          yuanWords(sumOf(one)),
          dayWords(paidOn(one.history, sumOf(one))),
        ]),
      },
      { block: 'paragraph', text: '本表含个人信息，只供内部核算，不得张贴、外传。', indent: true },
      { block: 'signatures', lines: ['制表人', '复核人', '负责人'] },
      { block: 'seal', org: data.org, on: data.today },
    ]
  },
}
