import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { pageHead } from '../../../core/document-pieces.ts'
import { hands, titles } from '../words.ts'
import { subjectOf } from './subject.ts'

/** 村民（居民、单位）评议会记录. */
export const meetingMinutes: DocumentTemplate<never> = {
  label: { zh: '评议会记录', en: 'Minutes of the meeting' },
  version: 1,
  by: hands,
  rule: 'R-HON-04',
  body: (data) => {
    const { answers } = data.facts
    return [
      ...pageHead('评议会记录', data),
      {
        block: 'rows',
        rows: [
          ['评议对象', subjectOf(data)],
          ['称号', choiceWords(titles, answers.honour)],
          ['日期', dayWords(answers.metOn)],
          ['到会', `${textWords(answers.present)}人，其中不是亲友的${textWords(answers.unrelated)}人`],
          ['结果', `同意${textWords(answers.inFavour)}人，不同意${textWords(answers.against)}人`],
        ],
      },
      { block: 'signatures', lines: ['主持人', '记录人', '到会人员'] },
    ]
  },
}
