import { choiceWords, textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { borrowers, industries, lending } from '../words.ts'

type AtBank = 'sent' | 'accepted' | 'granted' | 'refused' | 'disbursed'

/** 贷款推荐表: what she agreed to, and in plain words that it is no promise (R-LOAN-02). */
export const recommendation: DocumentTemplate<AtBank> = {
  label: { zh: '贷款推荐表', en: 'Recommendation' },
  version: 1,
  by: lending,
  in: ['sent', 'accepted', 'granted', 'refused', 'disbursed'],
  forReceiver: true,
  rule: 'R-LOAN-02',
  body: ({ facts: { answers }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '妇女贷款推荐表' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
        ['送交', textWords(answers.bankName)],
        ['姓名', textWords(answers.sharedName)],
        ['电话', textWords(answers.sharedPhone)],
        ['贷款主体', choiceWords(borrowers, answers.borrower)],
        ['项目', textWords(answers.project)],
        ['行业', choiceWords(industries, answers.industry)],
        ['地点', textWords(answers.place)],
        ['想贷金额', yuanWords(answers.amount)],
        ['期限', `${textWords(answers.months)} 个月`],
        ['用途', textWords(answers.purpose)],
        ['推荐意见', textWords(answers.opinion)],
      ],
    },
    {
      block: 'paragraph',
      indent: true,
      text: '推荐不等于批准。是否贷款、贷多少、什么利率，由银行独立决定；妇联不担保、不承诺、不收费。请在十个工作日内告知结果，不批准的写明原因。',
    },
    { block: 'seal', org, on: today },
  ],
}
