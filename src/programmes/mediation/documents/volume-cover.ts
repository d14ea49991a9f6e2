import { choiceWords, dayWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { pageHead, seal } from '../../../core/document-pieces.ts'
import type { Facts } from '../../../core/programme.ts'
import { disputes } from '../forms.ts'
import { clausesOf, committeeOf, type MediationState, makers, stepsTaken } from './words.ts'

/** 卷宗封面及目录 (R-MED-07). A volume lies on a shelf: its cover bears a number and a kind, and no name. */
export const volumeCover: DocumentTemplate<MediationState> = {
  label: { zh: '卷宗封面及目录', en: 'Cover and contents of the volume' },
  version: 1,
  series: 'AJ',
  by: makers,
  in: ['agreed', 'performing', 'done', 'failed', 'refused', 'blocked'],
  rule: 'R-MED-07',
  body: (data) => {
    const { answers, reached } = data.facts
    return [
      ...pageHead('人民调解卷宗', data),
      {
        block: 'rows',
        rows: [
          ['人民调解委员会', committeeOf(answers)],
          ['类别', choiceWords(disputes, answers.dispute)],
          ['立卷年度', String(answers.appliedOn ?? '').slice(0, 4)],
          ['受理日期', dayWords(reached.accepted)],
          ['结案日期', dayWords(reached.done ?? reached.failed ?? reached.refused ?? reached.blocked)],
          ['保管期限', '　　　　'],
        ],
      },
      { block: 'heading', text: '卷内目录' },
      {
        block: 'table',
        head: ['序号', '材料', '份数', '页次'],
        rows: contentsOf(data.facts).map(([name, copies], i) => [String(i + 1), name, String(copies), '']),
      },
      { block: 'signatures', lines: ['立卷人', '检查人'] },
      seal(data),
    ]
  },
}

/** What the usual volume holds, as far as it came to be. */
function contentsOf({ answers, history, reached }: Facts): readonly (readonly [name: string, copies: number])[] {
  const all: readonly (readonly [string, number])[] = [
    ['人民调解申请书', 1],
    ['人民调解受理登记表', reached.accepted ? 1 : 0],
    ['权利义务告知书', stepsTaken(history, 'inform').length],
    ['调解笔录', stepsTaken(history, 'session').length],
    [
      answers.oral === true ? '口头协议登记表' : '人民调解协议书',
      reached.agreed && clausesOf(answers).length > 0 ? 1 : 0,
    ],
    ['司法确认申请书', stepsTaken(history, 'confirm').length > 0 ? 1 : 0],
    ['终止调解通知书', reached.failed || reached.refused ? 1 : 0],
    ['回访记录', stepsTaken(history, 'visit').length > 0 ? 1 : 0],
    ['结案报告', reached.done || reached.failed || reached.refused ? 1 : 0],
  ]
  return all.filter(([, copies]) => copies > 0)
}
