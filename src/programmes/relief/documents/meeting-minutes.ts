import { textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { living, totalOf } from './listed.ts'

/** 联审会商纪要: how many were decided on and who sat; no names, no illness. */
export const meetingMinutes: DocumentTemplate<never> = {
  label: { zh: '联审会商纪要', en: 'Minutes of the decision' },
  version: 1,
  by: ['rights', 'family', 'chair'],
  children: 'two-cancers',
  rule: 'processes 2.6',
  body: (data) => [
    { block: 'heading', text: '联审会商纪要' },
    {
      block: 'rows',
      rows: [
        ['文书编号', data.documentNumber],
        ['纪要编号', textWords(data.facts.answers.meeting)],
        ['会商单位', textWords(data.facts.answers.agencies)],
        ['会商人数', `${data.children.length} 人`],
        ['拟救助', `${living(data).length} 人，${totalOf(living(data))}`],
      ],
    },
    {
      block: 'numbered',
      items: [
        '逐一核对困难类型、诊断分期、报销和户籍四项结果。',
        '参会人员均已声明与申请人没有亲属和利益关系；有关系的已回避。',
        '名单隐名公示，期满无异议后上报。',
      ],
    },
    { block: 'signatures', lines: ['参会人员', '记录人', '主持人'] },
    { block: 'seal', org: data.org, on: data.today },
  ],
}
