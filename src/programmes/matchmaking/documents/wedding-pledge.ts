import { dayWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { namesIn } from '../../../core/document-pieces.ts'
import { matchmakers } from '../words.ts'

/** 移风易俗承诺书 (R-MAT-04). */
export const weddingPledge: DocumentTemplate<'checked' | 'confirmed' | 'applied'> = {
  label: { zh: '移风易俗承诺书', en: 'Pledge' },
  version: 1,
  by: matchmakers,
  in: ['applied', 'checked', 'confirmed'],
  rule: 'R-MAT-04',
  body: (data) => [
    { block: 'heading', text: '移风易俗承诺书' },
    {
      block: 'rows',
      rows: [
        ['新人', namesIn(data, data.facts.answers.two)],
        ['婚礼日期', dayWords(data.facts.answers.weddingOn)],
      ],
    },
    { block: 'numbered', items: ['不要彩礼。', '不大操大办，不铺张浪费。', '孝敬双方老人，夫妻平等，共同承担家务。'] },
    { block: 'signatures', lines: ['新郎签字', '新娘签字'] },
    { block: 'seal', org: data.org, on: data.today },
  ],
}
