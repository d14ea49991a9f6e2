import { dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { matchmakers } from '../words.ts'

/** 单身承诺书, to be signed by hand (R-MAT-03). */
export const singleStatement: DocumentTemplate<'verified' | 'stated'> = {
  label: { zh: '单身承诺书', en: 'Statement of being single' },
  version: 1,
  by: matchmakers,
  in: ['verified', 'stated'],
  rule: 'R-MAT-03',
  body: ({ facts: { answers }, person, org, today }) => [
    { block: 'heading', text: '单身承诺书' },
    {
      block: 'rows',
      rows: [
        ['姓名', typeof answers.person === 'string' ? person(answers.person).name : textWords(undefined)],
        ['登记日期', dayWords(answers.joinedOn)],
      ],
    },
    {
      block: 'numbered',
      items: [
        '本人目前没有配偶，所填内容真实；不实的，服务停止，后果由本人承担。',
        '不向他人要钱、借钱、推销，不外传他人的照片和聊天内容。',
        '本人可以随时暂停、退出；退出时资料当场删除。',
      ],
    },
    { block: 'signatures', lines: ['本人签字'] },
    { block: 'seal', org, on: today },
  ],
}
