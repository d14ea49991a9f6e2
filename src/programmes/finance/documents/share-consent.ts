import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { shared } from '../referral-fields.ts'
import { lending } from '../words.ts'

/** 信息共享授权书: one named bank, each field by its name (个人信息保护法 第二十三条). */
export const shareConsent: DocumentTemplate<never> = {
  label: { zh: '信息共享授权书', en: 'Consent to share with a bank' },
  version: 1,
  by: lending,
  rule: 'R-LOAN-03',
  body: ({ facts: { answers }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '信息共享授权书' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
        ['交给谁', textWords(answers.bankName)],
        ['为了什么', '请这家银行看能不能贷款'],
        ['交哪些内容', choiceWords(shared, answers.share)],
        ['同意日期', dayWords(answers.consentOn)],
      ],
    },
    {
      block: 'paragraph',
      indent: true,
      text: '除上面写明的，妇联不向银行提供其他内容，不查询、不保存本人征信。同意可以随时撤回，撤回后不再提供；已经提供的，由妇联通知银行停止使用。',
    },
    { block: 'signatures', lines: ['本人'] },
    { block: 'seal', org, on: today },
  ],
}
