import { textWords, yesNoWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'

/** 告知同意书: each consent on its own line, with what it is for; any of them may be withdrawn (个人信息保护法 第十五条). */
export const consentForm: DocumentTemplate<never> = {
  label: { zh: '告知同意书', en: 'Consent form' },
  version: 1,
  by: ['chair', 'rights', 'family'],
  rule: 'R-CAN-07',
  body: ({ facts: { answers }, person, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '个人信息处理告知同意书' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
        ['姓名', typeof answers.person === 'string' ? person(answers.person).name : textWords(undefined)],
      ],
    },
    {
      block: 'table',
      head: ['为了什么', '用到什么，给谁', '是否同意'],
      rows: [
        ['申请和审核', '身份、病情、收入；本级和上级妇联经办人', yesNoWords(answers.consentCollect)],
        ['向部门核对', '身份、病情、收入；民政、卫生健康、医保、户籍部门', yesNoWords(answers.consentLookup)],
        ['公示', '只写姓氏、乡镇、金额、年份；期满撤下', yesNoWords(answers.consentNotice)],
        ['发放', '姓名、账号；银行', yesNoWords(answers.consentPayment)],
      ],
    },
    {
      block: 'paragraph',
      indent: true,
      text: '每一项都可以单独同意或不同意，以后也可以撤回。不同意公示的，不影响救助。要查阅、更正、删除，请联系经办妇联。',
    },
    { block: 'signatures', lines: ['本人'] },
    { block: 'seal', org, on: today },
  ],
}
