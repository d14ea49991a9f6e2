import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { hands, levels, titles } from '../words.ts'
import { subjectOf } from './subject.ts'

/** 荣誉证书: its number is that of the record; void once revoked. */
export const certificate: DocumentTemplate<'in-force'> = {
  label: { zh: '证书', en: 'Certificate' },
  version: 1,
  by: hands,
  in: ['in-force'],
  series: 'ZS',
  rule: 'processes 5.5',
  body: (data) => {
    const { answers } = data.facts
    return [
      { block: 'heading', text: '荣誉证书' },
      {
        block: 'paragraph',
        text: `${subjectOf(data)}：被命名为${choiceWords(levels, answers.level)}“${choiceWords(titles, answers.honour)}”。`,
        indent: true,
      },
      {
        block: 'rows',
        rows: [
          ['证书号', textWords(data.recordNumber)],
          ['命名日期', dayWords(answers.awardedOn)],
          ['决定文号', textWords(answers.document)],
        ],
      },
      { block: 'seal', org: data.org, on: data.today },
    ]
  },
}
