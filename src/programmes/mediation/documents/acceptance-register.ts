import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { dayOfLast, namesIn, pageHead, seal } from '../../../core/document-pieces.ts'
import { consent, disputes, sides } from '../forms.ts'
import { committeeOf, type MediationState, makers, stepsTaken } from './words.ts'

/** 人民调解受理登记表 (人民调解法 第二十七条). What the screening found is not on it: only that it was done. */
export const acceptanceRegister: DocumentTemplate<MediationState> = {
  label: { zh: '人民调解受理登记表', en: 'Acceptance register' },
  version: 1,
  series: 'SL',
  by: makers,
  in: ['accepted', 'mediating', 'agreed', 'performing', 'done', 'failed'],
  rule: 'R-MED-07',
  body: (data) => {
    const { answers, history, reached } = data.facts
    return [
      ...pageHead('人民调解受理登记表', data),
      {
        block: 'rows',
        rows: [
          ['人民调解委员会', committeeOf(answers)],
          ['申请人', namesIn(data, answers.parties, 'applicant')],
          ['被申请人', namesIn(data, answers.parties, 'respondent')],
          ['纠纷类型', choiceWords(disputes, answers.dispute)],
          ['纠纷概述', textWords(answers.title)],
          ['申请日期', dayWords(answers.appliedOn)],
          ['受理日期', dayWords(reached.accepted)],
          ['权利义务告知', dayOfLast(history, 'inform')],
          ['调解员声明无须回避', dayOfLast(history, 'declare')],
          ['调解前分开询问', dayOfLast(history, 'screen')],
        ],
      },
      { block: 'heading', text: '双方意愿' },
      {
        block: 'table',
        head: ['日期', '哪一方', '是否同意调解', '方式'],
        rows: stepsTaken(history, 'consent').map(({ on, answers: said }) => [
          dayWords(on),
          choiceWords(sides, said.side),
          said.agrees === true ? '同意' : '不同意',
          choiceWords(consent.way.options, said.way),
        ]),
      },
      { block: 'signatures', lines: ['登记人'] },
      seal(data),
    ]
  },
}
