import { choiceWords, dayWords, textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { fields } from '../two-cancers/fields.ts'
import { lookup, lookups } from '../two-cancers/forms.ts'

/** 审核意见表: who checked what and when, for the file. */
export const opinionForm: DocumentTemplate<never> = {
  label: { zh: '审核意见表', en: 'Checking form' },
  version: 1,
  by: ['chair', 'rights', 'family', 'finance'],
  rule: 'R-CAN-04',
  body: ({ facts: { answers, history, reached }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '救助审核意见表' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
        ['适用办法', textWords(answers.ruleNo)],
        ['状态截止日', dayWords(answers.statusDate)],
        ['提交日期', dayWords(reached.submitted)],
        ['苏木乡镇初核', dayWords(reached['township-checked'])],
        ['旗县核对', dayWords(reached.verified)],
        ['联审会商', dayWords(reached['banner-approved'])],
        ['会商纪要', textWords(answers.meeting)],
        ['公示', dayWords(reached.noticed)],
        ['救助金额', yuanWords(answers.amount)],
        ['与标准不同的原因', textWords(answers.amountWhy)],
      ],
    },
    {
      block: 'table',
      head: ['核对项', '结果', '查询来源', '核对日期', '编号'],
      rows: history
        .filter((done) => done.action === 'lookup')
        .map(({ answers: a }) => [
          choiceWords(lookups, a.which),
          choiceWords(lookup.result.options, a.result),
          textWords(a.source),
          dayWords(a.checkedOn),
          textWords(a.reference),
        ]),
    },
    {
      block: 'paragraph',
      text: `${fields.unrelated.label.zh}：${answers.unrelated === true ? '已声明' : '　　　　'}`,
      indent: true,
    },
    { block: 'signatures', lines: ['苏木乡镇经办人', '旗县经办人', '会商人员', '负责人'] },
    { block: 'seal', org, on: today },
  ],
}
