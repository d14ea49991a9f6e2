import { textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { lending } from '../words.ts'

/** 贷款产品说明单: shown to her before anything is asked of her (processes 9.2). */
export const productSheet: DocumentTemplate<'offered'> = {
  label: { zh: '贷款产品说明单', en: 'Product sheet' },
  version: 1,
  by: lending,
  in: ['offered'],
  rule: 'R-LOAN-02',
  body: ({ facts: { answers }, documentNumber, org, today }) => [
    { block: 'heading', text: '贷款产品说明单' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['产品', textWords(answers.name)],
        ['银行', textWords(answers.bank)],
        ['给谁', textWords(answers.whom)],
        ['最高额度', yuanWords(answers.most)],
        ['最长期限', `${textWords(answers.months)} 个月`],
        ['利率', textWords(answers.rate)],
        ['要准备什么', textWords(answers.papers)],
        ['谁决定', '由银行审批决定。妇联只宣传和推荐，不审批、不担保、不承诺。'],
        ['收费', '妇联不收任何费用，也没有“中介费”“手续费”。'],
      ],
    },
    {
      block: 'paragraph',
      indent: true,
      text: '谨防诈骗：凡以妇联名义收费、要银行密码和验证码、替您刷脸的，都是假的，请拨打 110 或 96110。',
    },
    { block: 'seal', org, on: today },
  ],
}
