import { dayWords, textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { agreed, nameOf, sumOf } from './listed.ts'

/** 拟资助学生公示表: masked like the other; no school, no family (R-CAN-07 in spirit, 未成年人保护法 第一百零三条). */
export const grantNotice: DocumentTemplate<'draft' | 'noticed'> = {
  label: { zh: '拟资助学生公示表', en: 'Public list of grants' },
  version: 1,
  by: ['rights', 'family', 'chair', 'publicity'],
  in: ['draft', 'noticed'],
  children: 'student-grant',
  masked: true,
  rule: 'R-CAN-07',
  body: (data) => {
    const { facts, person, documentNumber, org, today } = data
    return [
      { block: 'heading', text: '拟资助学生公示表' },
      {
        block: 'rows',
        rows: [
          ['编号', documentNumber],
          ['公示时间', `${dayWords(facts.answers.from)}至${dayWords(facts.answers.to)}`],
          ['监督电话', textWords(facts.answers.phone)],
        ],
      },
      {
        block: 'table',
        head: ['序号', '姓名', '苏木乡镇（街道）', '拟资助金额'],
        rows: agreed(data).map((one, i) => [
          String(i + 1),
          nameOf(one, person),
          textWords(one.answers.place),
          yuanWords(sumOf(one)),
        ]),
      },
      { block: 'paragraph', text: '公示期内如有异议，请拨打监督电话。反映情况的人和内容都保密。', indent: true },
      { block: 'seal', org, on: today },
    ]
  },
}
