import { dayWords, textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { agreed, nameOf, sumOf } from './listed.ts'

/** 拟救助人员公示表: family name, township, amount, year, and nothing that tells an illness (R-CAN-07). */
export const publicList: DocumentTemplate<'draft' | 'noticed'> = {
  label: { zh: '拟救助人员公示表', en: 'Public list' },
  version: 1,
  by: ['rights', 'family', 'chair', 'publicity'],
  in: ['draft', 'noticed'],
  children: 'two-cancers',
  masked: true,
  rule: 'R-CAN-07',
  body: (data) => {
    const { facts, person, documentNumber, org, today } = data
    return [
      { block: 'heading', text: '拟救助人员公示表' },
      {
        block: 'rows',
        rows: [
          ['编号', documentNumber],
          ['年度', textWords(facts.answers.year)],
          ['公示时间', `${dayWords(facts.answers.from)}至${dayWords(facts.answers.to)}`],
          ['监督电话', textWords(facts.answers.phone)],
        ],
      },
      {
        block: 'table',
        head: ['序号', '姓名', '苏木乡镇（街道）', '拟救助金额', '年度'],
        rows: agreed(data).map((one, i) => [
          String(i + 1),
          nameOf(one, person),
          textWords(one.answers.place),
          yuanWords(sumOf(one)),
          textWords(facts.answers.year),
        ]),
      },
      { block: 'paragraph', text: '公示期内如有异议，请拨打监督电话。反映情况的人和内容都保密。', indent: true },
      { block: 'seal', org, on: today },
    ]
  },
}
