import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { decidedAt, hands, titles } from '../words.ts'
import { subjectOf } from './subject.ts'

/** 拟命名公示: the name, the title and the story; no address, no number, no marks (D18). They agreed to it before. */
export const publicNotice: DocumentTemplate<'noticed' | 'decided' | 'awarded'> = {
  label: { zh: '拟命名公示', en: 'Public notice' },
  version: 1,
  by: hands,
  in: ['noticed', 'decided', 'awarded'],
  rule: 'D18',
  body: (data) => {
    const { answers } = data.facts
    return [
      { block: 'heading', text: `${choiceWords(titles, answers.honour)}拟命名公示` },
      {
        block: 'rows',
        rows: [
          ['对象', subjectOf(data)],
          ['级别', choiceWords(decidedAt, answers.level)],
          ['公示时间', `${dayWords(answers.noticeFrom)}至${dayWords(answers.noticeTo)}`],
          ['监督电话', textWords(answers.phone)],
        ],
      },
      { block: 'paragraph', text: textWords(answers.short), indent: true },
      { block: 'paragraph', text: '公示期内如有异议，请拨打监督电话。反映情况的人和内容都保密。', indent: true },
      { block: 'seal', org: data.org, on: data.today },
    ]
  },
}
