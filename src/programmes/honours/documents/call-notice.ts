import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { criteria, decidedAt, hands, titles } from '../words.ts'

interface Row {
  readonly criterion?: unknown
  readonly weight?: unknown
}

/** 评选通知, as it is posted. */
export const callNotice: DocumentTemplate<'open' | 'closed'> = {
  label: { zh: '评选通知', en: 'Call' },
  version: 1,
  by: hands,
  in: ['open', 'closed'],
  masked: true,
  rule: 'R-HON-02',
  body: ({ facts: { answers }, org, today }) => [
    { block: 'heading', text: textWords(answers.title) },
    {
      block: 'rows',
      rows: [
        ['称号', choiceWords(titles, answers.honour)],
        ['级别', choiceWords(decidedAt, answers.level)],
        ['推荐时间', `${dayWords(answers.opensOn)}至${dayWords(answers.closesOn)}`],
        ['公示', `${textWords(answers.noticeDays)}个工作日`],
        ['文号', textWords(answers.document)],
      ],
    },
    {
      block: 'table',
      head: ['评审看什么', '占多少'],
      rows: (Array.isArray(answers.criteria) ? (answers.criteria as readonly Row[]) : []).map((row) => [
        choiceWords(criteria, row.criterion),
        `${textWords(row.weight)}%`,
      ]),
    },
    { block: 'paragraph', text: textWords(answers.conditions), indent: true },
    { block: 'paragraph', text: '不组织网络投票，不以点赞、转发、学习时长作为依据。', indent: true },
    { block: 'seal', org, on: today },
  ],
}
