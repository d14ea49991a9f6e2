import { choiceWords, dayWords, textWords, yesNoWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { namesIn, pageHead, seal } from '../../../core/document-pieces.ts'
import { performance } from '../forms.ts'
import { clausesOf, clauseWords, type MediationState, makers, stepsTaken } from './words.ts'

/** 回访记录: how each clause was kept, and each call since (人民调解法 第三十一条). For the volume, not for the parties. */
export const followUpRecord: DocumentTemplate<MediationState> = {
  label: { zh: '回访记录', en: 'Follow-up record' },
  version: 1,
  series: 'HF',
  by: makers,
  in: ['agreed', 'performing', 'done'],
  rule: 'R-MED-08',
  body: (data) => {
    const { answers, history } = data.facts
    const results = stepsTaken(history, 'result')
    return [
      ...pageHead('回访记录', data),
      { block: 'rows', rows: [['当事人', namesIn(data, answers.parties)]] },
      { block: 'heading', text: '各条履行情况' },
      {
        block: 'table',
        head: ['条', '内容', '结果', '记录日期'],
        rows: clausesOf(answers).map((one, i) => {
          const result = results.findLast((done) => done.answers.clause === i + 1)
          return [
            String(i + 1),
            clauseWords(one),
            result ? choiceWords(performance.result.options, result.answers.result) : '未记',
            dayWords(result?.on),
          ]
        }),
      },
      { block: 'heading', text: '回访' },
      {
        block: 'table',
        head: ['日期', '联系上了', '没有新的冲突和暴力', '情况'],
        rows: stepsTaken(history, 'visit').map(({ on, answers: said }) => [
          dayWords(on),
          yesNoWords(said.reached),
          yesNoWords(said.calm),
          textWords(said.notes),
        ]),
      },
      { block: 'signatures', lines: ['回访人'] },
      seal(data),
    ]
  },
}
