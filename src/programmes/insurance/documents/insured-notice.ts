import { dayWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { pageHead, seal } from '../../../core/document-pieces.ts'

/** 参保告知书: what she has, until when, and whom to call; nothing on it says why she qualifies. */
export const insuredNotice: DocumentTemplate<'insured'> = {
  label: { zh: '参保告知书', en: 'Notice to the insured' },
  version: 1,
  by: ['chair', 'rights', 'family'],
  in: ['insured'],
  rule: 'R-INS-01',
  body: (data) => {
    const { answers } = data.facts
    const name = typeof answers.person === 'string' ? data.person(answers.person).name : ''
    return [
      ...pageHead('参保告知书', data),
      { block: 'paragraph', text: `${name}：` },
      { block: 'paragraph', text: '您已参加妇女健康保险，保费不用您出。', indent: true },
      {
        block: 'rows',
        rows: [
          ['最高赔付（保额）', yuanWords(answers.sumInsured)],
          ['保险期间', `${dayWords(answers.coverFrom)}至${dayWords(answers.coverTo)}`],
        ],
      },
      {
        block: 'numbered',
        items: [
          '得病住院或者出了意外，请尽快告诉嘎查村（社区）妇联或者保险公司，由我们帮您报案。',
          '保留病历、诊断证明、发票和费用清单。',
          '保险公司不赔的，要书面说明理由；您有意见，可以找我们帮助。',
        ],
      },
      seal(data),
    ]
  },
}
