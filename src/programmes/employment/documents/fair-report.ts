import { dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { postsOnce, seers } from '../words.ts'

type Row = Readonly<Record<'unit' | 'cvs' | 'interviews' | 'intentions' | 'hires', unknown>>

/** 招聘会统计表: posts, visitors, and the chain from CV to hire, each by itself (processes 8.6). */
export const fairReport: DocumentTemplate<'collected' | 'closed'> = {
  label: { zh: '招聘会统计表', en: 'Report of the fair' },
  version: 1,
  by: seers.filter((role) => role !== 'statistician'),
  in: ['collected', 'closed'],
  rule: 'processes 8.5',
  body: ({ facts: { answers, attendance, heads }, documentNumber, org, today }) => {
    const { posts, positions } = postsOnce(Array.isArray(answers.stalls) ? answers.stalls : [])
    const came = attendance.length + heads.reduce((sum, { count }) => sum + count, 0)
    const rows = Array.isArray(answers.results) ? (answers.results as readonly Row[]) : []
    return [
      { block: 'heading', text: `${textWords(answers.title)}统计表` },
      {
        block: 'rows',
        rows: [
          ['文书编号', documentNumber],
          ['日期', dayWords(answers.heldOn)],
          ['地点', textWords(answers.place)],
          ['合办单位', textWords(answers.coHosts)],
          ['持证机构', textWords(answers.licence)],
          ['参会单位', `${textWords(answers.units)} 家`],
          ['岗位', `${posts} 条，招 ${positions} 人（同一岗位只算一次）`],
          ['到场', `${came} 人次`],
        ],
      },
      {
        block: 'table',
        head: ['单位', '简历（份）', '面试（人）', '意向（人）', '录用（人）'],
        rows: rows.map(({ unit, cvs, interviews, intentions, hires }) =>
          [unit, cvs, interviews, intentions, hires].map(textWords),
        ),
      },
      { block: 'paragraph', text: '初步意向不等于就业；录用以劳动合同或凭据为准，另行跟踪。', indent: true },
      { block: 'seal', org, on: today },
    ]
  },
}
