import { choiceWords, dayWords, textWords, yesNoWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { diseases, incomeClasses, sources, stages } from '../two-cancers/fields.ts'

/** 申请表, as she signs it. */
export const reliefApplication: DocumentTemplate<never> = {
  label: { zh: '救助申请表', en: 'Application form' },
  version: 1,
  by: ['chair', 'rights', 'family'],
  rule: 'processes 2.6',
  body: ({ facts: { answers }, person, recordNumber, documentNumber, org, today }) => {
    const she = typeof answers.person === 'string' ? person(answers.person) : { name: '' }
    return [
      { block: 'heading', text: '低收入妇女“两癌”救助申请表' },
      {
        block: 'rows',
        rows: [
          ['文书编号', documentNumber],
          ['事项编号', textWords(recordNumber)],
          ['姓名', she.name],
          ['证件号码', textWords(she.number)],
          ['联系电话', textWords(she.phone)],
          ['住址', textWords(she.address)],
          ['户籍所在苏木乡镇（街道）', textWords(answers.place)],
          ['申请方式', choiceWords(sources, answers.source)],
          ['申请日期', dayWords(answers.appliedOn)],
          ['困难类型', choiceWords(incomeClasses, answers.incomeClass)],
          ['诊断', choiceWords(diseases, answers.disease)],
          ['分期', choiceWords(stages, answers.stage)],
          ['确诊日期', dayWords(answers.diagnosedOn)],
          ['确诊医院', textWords(answers.hospital)],
          ['治疗花费', yuanWords(answers.cost)],
          ['已报销', yuanWords(answers.reimbursed)],
          ['家庭人口', textWords(answers.familySize)],
          ['主要困难', textWords(answers.difficulty)],
          ['以前领过“两癌”救助金', yesNoWords(answers.earlier)],
          ['开户银行', textWords(answers.bank)],
          ['收款账号', textWords(answers.account)],
          ['代办人', textWords(answers.agentName)],
        ],
      },
      { block: 'paragraph', indent: true, text: '本人声明以上内容属实，如有不实，愿意退回救助金。' },
      { block: 'signatures', lines: ['申请人', '代办人'] },
      { block: 'seal', org, on: today },
    ]
  },
}
