import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { dayOfLast } from '../../../core/document-pieces.ts'
import { troubles } from '../post-fields.ts'
import { keepers } from '../words.ts'

/** 违规处理告知: to the employer; who complained is not in it. */
export const violationNotice: DocumentTemplate<'removed'> = {
  label: { zh: '违规处理告知', en: 'Notice of removal' },
  version: 1,
  by: [...keepers, 'rights'],
  in: ['removed'],
  rule: 'R-JOB-01',
  body: ({ facts: { answers, history }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '招聘岗位违规处理告知' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['岗位编号', textWords(recordNumber)],
        ['岗位', textWords(answers.title)],
        ['登记日期', dayWords(answers.openedOn)],
        ['违规情形', choiceWords(troubles, history.findLast(({ action }) => action === 'report')?.answers.trouble)],
        ['下架日期', dayOfLast(history, 'remove')],
      ],
    },
    {
      block: 'paragraph',
      text: '上述岗位经查实违反《人力资源市场暂行条例》和《妇女权益保障法》等规定，已经下架。请改正后重新登记；对招录中的性别歧视不改正的，由人力资源和社会保障部门依法处理。',
      indent: true,
    },
    { block: 'paragraph', text: '如有不同意见，可以在收到告知后向本组织书面说明。', indent: true },
    { block: 'seal', org, on: today },
  ],
}
