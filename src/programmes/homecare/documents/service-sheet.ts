import { choiceWords, dayWords, textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { dayOfLast, pageHead } from '../../../core/document-pieces.ts'
import { priceUnits, services } from '../words.ts'

/** 服务确认单 (processes 7.5): the client signs what was done and what it cost. Bears no address and no phone (R-HK-05). */
export const serviceSheet: DocumentTemplate<'done' | 'confirmed'> = {
  label: { zh: '服务确认单', en: 'Service sheet' },
  version: 1,
  by: ['company'],
  in: ['done', 'confirmed'],
  rule: 'R-HK-03',
  body: (data) => {
    const { answers, history } = data.facts
    return [
      ...pageHead('服务确认单', data),
      {
        block: 'rows',
        rows: [
          ['服务', choiceWords(services, answers.category)],
          ['价格', `${yuanWords(answers.price)} ${choiceWords(priceUnits, answers.unit)}`],
          ['合同编号', textWords(answers.contractNo)],
          ['开始', dayOfLast(history, 'start')],
          ['做完', dayOfLast(history, 'finish')],
          ['打印日期', dayWords(data.today)],
        ],
      },
      {
        block: 'paragraph',
        text: '约定的事项已经做完，价格与约定一致。对服务不满意、有争议的，可以打公司投诉电话，也可以找旗县妇联。',
        indent: true,
      },
      { block: 'signatures', lines: ['客户签字', '家政员签字'] },
    ]
  },
}
