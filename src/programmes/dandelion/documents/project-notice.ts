import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { lanes } from '../lanes.ts'

/** For the public: the project and who does it, no person and no marks. */
export const projectNotice: DocumentTemplate<'noticed' | 'contracted'> = {
  label: { zh: '拟入选项目公示', en: 'Notice of selection' },
  version: 1,
  by: ['rights', 'chair'],
  in: ['noticed', 'contracted'],
  masked: true,
  rule: 'D18',
  body: ({ facts: { answers }, org, today }) => [
    { block: 'heading', text: '蒲公英项目拟入选公示' },
    {
      block: 'rows',
      rows: [
        ['项目名称', textWords(answers.title)],
        ['社会组织', textWords(answers.organisation)],
        ['方向', choiceWords(lanes, answers.lane)],
        ['公示时间', `${dayWords(answers.noticeFrom)}至${dayWords(answers.noticeTo)}`],
      ],
    },
    { block: 'paragraph', text: '公示期内如有异议，请书面向本会反映。', indent: true },
    { block: 'seal', org, on: today },
  ],
}
