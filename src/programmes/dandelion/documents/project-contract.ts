import { dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { formatYuan } from '../../../core/money.ts'

export const projectContract: DocumentTemplate<'contracted' | 'running' | 'midterm' | 'finishing'> = {
  label: { zh: '项目合同', en: 'Contract' },
  version: 1,
  by: ['rights', 'chair'],
  in: ['contracted', 'running', 'midterm', 'finishing'],
  rule: 'L102',
  body: ({ facts: { answers }, org, today }) => [
    { block: 'heading', text: '蒲公英项目合同' },
    {
      block: 'rows',
      rows: [
        ['合同编号', textWords(answers.contractNo)],
        ['甲方', org],
        ['乙方', `${textWords(answers.organisation)}（${textWords(answers.uscc)}）`],
        ['项目', textWords(answers.title)],
        ['金额', `${formatYuan(Number(answers.granted ?? 0))}元`],
        ['首期比例', `${textWords(answers.firstShare)}%`],
        ['完成日期', dayWords(answers.endsOn)],
      ],
    },
    {
      block: 'numbered',
      items: [
        '乙方按申报计划开展服务，每次服务当日登记，服务数量以登记为准。',
        '首期资金签约后拨付，中期检查通过后拨付二期；未完成部分退回。',
        '乙方对服务对象的个人信息保密，不向第三方提供，不用于宣传。',
        '验收以服务记录和财务资料为依据，接受审计。',
      ],
    },
    { block: 'signatures', lines: ['甲方代表', '乙方代表'] },
    { block: 'seal', org, on: today },
  ],
}
