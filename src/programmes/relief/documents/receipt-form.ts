import { choiceWords, dayWords, textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { receipt } from '../two-cancers/forms.ts'

/** 收款确认单. It says what came and when, not what for: paper lies about at home. */
export const receiptForm: DocumentTemplate<'paid' | 'fed-back' | 'archived'> = {
  label: { zh: '收款确认单', en: 'Receipt' },
  version: 1,
  by: ['chair', 'rights', 'family', 'finance'],
  in: ['paid', 'fed-back', 'archived'],
  rule: 'processes 2.6',
  body: ({ facts: { answers, history }, person, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '收款确认单' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
        ['收款人', typeof answers.person === 'string' ? person(answers.person).name : textWords(undefined)],
        ['金额', yuanWords(answers.amount)],
        ['发放日期', dayWords(history.findLast((done) => done.action === 'pay')?.on)],
        [
          '确认方式',
          choiceWords(receipt.way.options, history.findLast((done) => done.action === 'confirm')?.answers.way),
        ],
      ],
    },
    { block: 'paragraph', text: '以上款项已足额收到，没有人要求回扣或代扣。', indent: true },
    { block: 'signatures', lines: ['收款人'] },
    { block: 'seal', org, on: today },
  ],
}
