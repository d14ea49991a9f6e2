import { dayWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { namesIn, pageHead, seal } from '../../../core/document-pieces.ts'
import { matchmakers } from '../words.ts'

/** 服装补贴领取单: what the couple signs when the money is there; the account is not on it. */
export const clothingReceipt: DocumentTemplate<'paid' | 'received'> = {
  label: { zh: '服装补贴领取单', en: 'Receipt of the clothing subsidy' },
  version: 1,
  by: matchmakers,
  in: ['paid', 'received'],
  rule: 'R-MAT-04',
  body: (data) => {
    const { answers, history } = data.facts
    return [
      ...pageHead('集体婚礼服装补贴领取单', data),
      {
        block: 'rows',
        rows: [
          ['新人', namesIn(data, answers.two)],
          ['婚礼日期', dayWords(answers.weddingOn)],
          ['补贴金额', yuanWords(answers.amount)],
          ['发放日期', dayWords(history.findLast((done) => done.action === 'pay')?.on)],
        ],
      },
      { block: 'signatures', lines: ['领取人签字', '经办人签字'] },
      seal(data),
    ]
  },
}
