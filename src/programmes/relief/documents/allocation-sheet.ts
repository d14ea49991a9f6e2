import { textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { living, sumOf, totalOf } from './listed.ts'

/** 救助资金分配表, by township; no names. */
export const allocationSheet: DocumentTemplate<never> = {
  label: { zh: '救助资金分配表', en: 'Allocation of money' },
  version: 1,
  by: ['finance', 'rights'],
  children: 'two-cancers',
  rule: 'processes 2.6',
  body: (data) => {
    const given = living(data).filter(({ answers }) => answers.amount !== undefined)
    const places = [...new Set(given.map(({ answers }) => textWords(answers.place)))].sort()
    return [
      { block: 'heading', text: '救助资金分配表' },
      {
        block: 'rows',
        rows: [
          ['文书编号', data.documentNumber],
          ['分配文号', textWords(data.facts.answers.allocation)],
          ['合计', `${given.length} 人，${totalOf(given)}`],
        ],
      },
      {
        block: 'table',
        head: ['苏木乡镇（街道）', '人数', '金额'],
        rows: places.map((place) => {
          const here = given.filter(({ answers }) => textWords(answers.place) === place)
          return [place, String(here.length), yuanWords(here.reduce((sum, one) => sum + sumOf(one), 0))]
        }),
      },
      { block: 'signatures', lines: ['制表人', '复核人'] },
      { block: 'seal', org: data.org, on: data.today },
    ]
  },
}
