import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { pageHead, section } from '../../../core/document-pieces.ts'
import { agencies, decidedAt, hands, titles } from '../words.ts'
import { subjectOf } from './subject.ts'

const results = { yes: '同意', none: '没有意见', no: '不同意' } as const

/** 推荐表: what is recommended, the meeting, and the opinions as yes, no or nothing to say. */
export const recommendation: DocumentTemplate<never> = {
  label: { zh: '推荐表', en: 'Recommendation' },
  version: 1,
  by: hands,
  rule: 'processes 5.5',
  body: (data) => {
    const { answers, history } = data.facts
    const opinions = history.filter((done) => done.action === 'opinion')
    return [
      ...pageHead('推荐表', data),
      {
        block: 'rows',
        rows: [
          ['对象', subjectOf(data)],
          ['称号', choiceWords(titles, answers.honour)],
          ['级别', choiceWords(decidedAt, answers.level)],
          ['推荐日期', dayWords(answers.nominatedOn)],
          ['评议会', dayWords(answers.metOn)],
        ],
      },
      ...section('事迹', textWords(answers.short)),
      {
        block: 'table',
        head: ['征求意见单位', '意见', '日期'],
        rows: opinions.map(({ answers: one }) => [
          choiceWords(agencies, one.agency),
          results[one.result as keyof typeof results] ?? textWords(undefined),
          dayWords(one.givenOn),
        ]),
      },
      { block: 'signatures', lines: ['嘎查村（社区、单位）', '苏木乡镇（街道）', '旗县市区', '盟市'] },
    ]
  },
}
