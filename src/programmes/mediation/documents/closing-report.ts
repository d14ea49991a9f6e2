import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { dayOfLast, pageHead, seal, section } from '../../../core/document-pieces.ts'
import { disputes, performance } from '../forms.ts'
import { clausesOf, committeeOf, type MediationState, makers, stepsTaken } from './words.ts'

const outcomes: Readonly<Record<string, string>> = {
  done: '达成协议并已回访，办结',
  failed: '调解不成，已告知其他途径',
  refused: '一方不愿调解，已结束',
}

/** 结案报告, the last page of the volume. It needs nobody's name. */
export const closingReport: DocumentTemplate<MediationState> = {
  label: { zh: '结案报告', en: 'Closing report' },
  version: 1,
  series: 'JA',
  by: makers,
  in: ['done', 'failed', 'refused'],
  rule: 'R-MED-07',
  body: (data) => {
    const { answers, history, reached, state } = data.facts
    const kept = clausesOf(answers).filter((_, i) =>
      stepsTaken(history, 'result').some((done) => done.answers.clause === i + 1 && done.answers.result === 'done'),
    )
    return [
      ...pageHead('结案报告', data),
      {
        block: 'rows',
        rows: [
          ['人民调解委员会', committeeOf(answers)],
          ['纠纷类型', choiceWords(disputes, answers.dispute)],
          ['纠纷概述', textWords(answers.title)],
          ['申请日期', dayWords(answers.appliedOn)],
          ['受理日期', dayWords(reached.accepted)],
          ['调解次数', `${stepsTaken(history, 'session').length}次`],
          ['达成协议日期', dayWords(reached.agreed)],
          [
            '协议条款',
            `${clausesOf(answers).length}条，${choiceWords(performance.result.options, 'done')}${kept.length}条`,
          ],
          ['司法确认申请日期', dayOfLast(history, 'confirm')],
          ['结果', textWords(outcomes[state])],
        ],
      },
      ...section('事实与各方说法', textWords(answers.facts)),
      { block: 'signatures', lines: ['调解员', '审核人'] },
      seal(data),
    ]
  },
}
