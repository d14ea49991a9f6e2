import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { Block, DocumentTemplate } from '../../../core/document.ts'
import { namesIn, pageHead, signByHand } from '../../../core/document-pieces.ts'
import { steps } from '../forms.ts'
import { committeeOf, type MediationState, makers, stepsTaken } from './words.ts'

/** 调解笔录: every session so far, the last one to be signed now. What was said apart in a screening is never in it. */
export const minutes: DocumentTemplate<MediationState> = {
  label: { zh: '调解笔录', en: 'Minutes of the sessions' },
  version: 1,
  series: 'BL',
  by: makers,
  in: ['mediating', 'agreed', 'performing', 'done', 'failed'],
  rule: 'R-MED-07',
  body: (data) => {
    const { answers, history } = data.facts
    return [
      ...pageHead('调解笔录', data),
      {
        block: 'rows',
        rows: [
          ['人民调解委员会', committeeOf(answers)],
          ['申请人', namesIn(data, answers.parties, 'applicant')],
          ['被申请人', namesIn(data, answers.parties, 'respondent')],
        ],
      },
      ...stepsTaken(history, 'session').flatMap(({ on, answers: said }, i): Block[] => [
        { block: 'heading', text: `第${i + 1}次调解` },
        {
          block: 'rows',
          rows: [
            ['日期', dayWords(on)],
            ['地点', textWords(said.place)],
            ['做到哪一步', choiceWords(steps, said.step)],
            ['约下一次', said.nextOn === undefined ? '未约' : dayWords(said.nextOn)],
          ],
        },
        { block: 'paragraph', text: textWords(said.notes), indent: true },
      ]),
      { block: 'paragraph', text: '以上笔录已向我宣读（我已看过），与我说的一致。', indent: true },
      signByHand,
      { block: 'signatures', lines: ['申请人', '被申请人', '调解员', '记录人'] },
    ]
  },
}
