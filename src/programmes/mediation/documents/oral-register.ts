import { choiceWords, dayWords } from '../../../core/answer-words.ts'
import type { Block, DocumentTemplate } from '../../../core/document.ts'
import { namesIn, pageHead } from '../../../core/document-pieces.ts'
import { disputes } from '../forms.ts'
import { clausesOf, clauseWords, committeeOf, type MediationState, makers, touchesStatus } from './words.ts'

/** 口头协议登记表 (人民调解法 第二十八条、第三十条): what was agreed by word of mouth, and read out to both. */
export const oralRegister: DocumentTemplate<MediationState> = {
  label: { zh: '口头协议登记表', en: 'Oral agreement register' },
  version: 1,
  series: 'KT',
  by: makers,
  in: ['mediating', 'agreed', 'performing', 'done'],
  rule: 'R-MED-08',
  body: (data) => {
    const { answers, reached } = data.facts
    const draft: Block = {
      block: 'paragraph',
      indent: true,
      text: '涉及婚姻等身份关系的内容不因口头协议而改变，须向婚姻登记机关或者人民法院办理。',
    }
    return [
      ...pageHead('口头协议登记表', data),
      {
        block: 'rows',
        rows: [
          ['人民调解委员会', committeeOf(answers)],
          ['申请人', namesIn(data, answers.parties, 'applicant')],
          ['被申请人', namesIn(data, answers.parties, 'respondent')],
          ['纠纷类型', choiceWords(disputes, answers.dispute)],
          ['达成日期', dayWords(reached.agreed)],
          ['已念给双方听', answers.oral === true ? '是' : '否'],
        ],
      },
      { block: 'heading', text: '协议内容' },
      { block: 'numbered', items: clausesOf(answers).map((one) => `${clauseWords(one)}。`) },
      ...(touchesStatus(answers) ? [draft] : []),
      { block: 'paragraph', indent: true, text: '口头调解协议自各方当事人达成协议之日起生效。' },
      { block: 'signatures', lines: ['调解员', '记录人'] },
      { block: 'seal', org: committeeOf(answers), on: data.today },
    ]
  },
}
