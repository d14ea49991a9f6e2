import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { dayOfLast } from '../../../core/document-pieces.ts'
import { hands, levels, titles } from '../words.ts'
import { subjectOf } from './subject.ts'

/** 撤销决定: title, day and number; why is in the record, not on the page (R-HON-06). */
export const revocation: DocumentTemplate<'revoked'> = {
  label: { zh: '撤销决定', en: 'Revocation' },
  version: 1,
  by: hands,
  in: ['revoked'],
  series: 'CX',
  rule: 'R-HON-06',
  body: (data) => {
    const { answers, history } = data.facts
    const order = history.findLast((done) => done.action === 'revoke')?.answers.order
    return [
      { block: 'heading', text: '撤销荣誉称号的决定' },
      {
        block: 'paragraph',
        text: `撤销${subjectOf(data)}${dayWords(answers.awardedOn)}获得的${choiceWords(levels, answers.level)}“${choiceWords(titles, answers.honour)}”称号，证书（${textWords(data.recordNumber)}）作废。`,
        indent: true,
      },
      {
        block: 'rows',
        rows: [
          ['决定文号', textWords(order)],
          ['决定日期', dayOfLast(history, 'revoke')],
        ],
      },
      { block: 'seal', org: data.org, on: data.today },
    ]
  },
}
