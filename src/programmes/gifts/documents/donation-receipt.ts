import { choiceWords, dayWords, textWords, yesNoWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { units, valuations } from '../donation-fields.ts'
import { donorWords } from './donor-words.ts'

interface Line {
  readonly item?: string
  readonly unit?: string
  readonly quantity?: number
  readonly unitValue?: number
}

/** 捐赠收据 (内部凭证): donor, kind, quantity, receiving organisation, handler, day (慈善法 第三十八条). */
export const donationReceipt: DocumentTemplate<'received' | 'receipted' | 'disclosed'> = {
  label: { zh: '捐赠接收单', en: 'Receipt of a donation' },
  version: 1,
  by: ['finance'],
  in: ['received', 'receipted', 'disclosed'],
  rule: 'R-FUND-03',
  body: ({ facts: { answers, reached }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '捐赠接收单' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
        ['捐赠人', donorWords(answers)],
        ['捐赠事项', textWords(answers.title)],
        ['指定用途', textWords(answers.purpose)],
        ['收到日期', dayWords(reached.received)],
        ['金额（价值）', yuanWords(answers.received)],
        ['价值依据', answers.type === 'goods' ? choiceWords(valuations, answers.valuation) : '货币资金'],
        ['公益事业捐赠票据号', textWords(answers.receiptNo)],
        ['捐赠人不要票据', yesNoWords(answers.receiptWaived ?? false)],
        ['经手人', textWords(answers.handler)],
      ],
    },
    ...(Array.isArray(answers.goods) && answers.goods.length > 0
      ? ([
          {
            block: 'table',
            head: ['物品', '数量', '单价', '合计'],
            rows: (answers.goods as readonly Line[]).map(({ item, unit, quantity = 0, unitValue = 0 }) => [
              textWords(item),
              `${quantity} ${choiceWords(units, unit)}`,
              yuanWords(unitValue),
              yuanWords(quantity * unitValue),
            ]),
          },
        ] as const)
      : []),
    { block: 'paragraph', text: '您可以随时查询捐赠财产的使用情况，我们如实答复。', indent: true },
    { block: 'signatures', lines: ['经手人', '复核人'] },
    { block: 'seal', org, on: today },
  ],
}
