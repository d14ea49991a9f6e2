import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { formatYuan } from '../../../core/money.ts'
import { lanes } from '../lanes.ts'

export const dandelionNotice: DocumentTemplate<'open' | 'closed'> = {
  label: { zh: '项目征集公告', en: 'Notice of a call' },
  version: 1,
  by: ['rights', 'chair'],
  in: ['open', 'closed'],
  rule: 'L102',
  body: ({ facts: { answers }, org, today }) => [
    { block: 'heading', text: `${textWords(answers.title)}公告` },
    {
      block: 'rows',
      rows: [
        ['征集时间', `${dayWords(answers.opensOn)}至${dayWords(answers.closesOn)}`],
        ['方向', choiceWords(lanes, answers.lanes)],
        ['单个项目资金', `不超过${formatYuan(Number(answers.ceiling ?? 0))}元`],
        ['评审', `资格审查、路演评审（评委${textWords(answers.judges)}人）、公示${textWords(answers.noticeDays)}天`],
      ],
    },
    { block: 'paragraph', text: textWords(answers.conditions), indent: true },
    { block: 'seal', org, on: today },
  ],
}
