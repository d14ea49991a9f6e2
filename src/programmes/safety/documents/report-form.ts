import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { ageBands, harmSituations } from '../../../core/rights-words.ts'
import { reportedBodies } from '../report-forms.ts'

/** 强制报告表 (R-REP-02): what was found, when, told to whom. Who found it is not on the page: a reporter is protected. */
export const reportForm: DocumentTemplate<never> = {
  label: { zh: '强制报告表', en: 'Mandatory report form' },
  version: 1,
  by: ['rights', 'operator'],
  rule: 'R-REP-02',
  body: ({ facts: { answers }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '强制报告表' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
        ['报告单位', org],
        ['发现日期', `${dayWords(answers.foundOn)} ${typeof answers.foundTime === 'string' ? answers.foundTime : ''}`],
        ['年龄段', choiceWords(ageBands, answers.childAge)],
        ['情形', choiceWords(harmSituations, answers.situation)],
        ['地点', textWords(answers.where)],
        ['报告给', choiceWords(reportedBodies, answers.reportedTo)],
        ['报告日期', dayWords(answers.reportedAt)],
        ['接收人或回执', textWords(answers.receipt)],
      ],
    },
    { block: 'heading', text: '发现的情况' },
    { block: 'paragraph', text: textWords(answers.what), indent: true },
    {
      block: 'paragraph',
      indent: true,
      text: '依据《中华人民共和国未成年人保护法》第十一条第二款、《中华人民共和国反家庭暴力法》第十四条报告。报告人信息依法保密，不在本表载明。',
    },
    { block: 'signatures', lines: ['接收单位（签收）'] },
    { block: 'seal', org, on: today },
  ],
}
