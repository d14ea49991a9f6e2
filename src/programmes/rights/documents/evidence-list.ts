import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { evidenceKinds, evidenceSources } from '../../../core/rights-words.ts'

/** 证据清单: the items under the record, and room for those added by hand (法释〔2022〕17号 第六条). */
export const evidenceList: DocumentTemplate<never> = {
  label: { zh: '证据清单', en: 'List of evidence' },
  version: 1,
  by: ['rights', 'operator', 'lawyer'],
  children: 'evidence',
  rule: 'R-DV-03',
  body: ({ documentNumber, org, today, children }) => [
    { block: 'heading', text: '证据清单' },
    { block: 'rows', rows: [['文书编号', documentNumber]] },
    {
      block: 'table',
      head: ['序号', '种类', '名称', '来源', '收到日期'],
      rows: [
        ...children.map(({ answers }, i) => [
          String(i + 1),
          choiceWords(evidenceKinds, answers.kind),
          textWords(answers.what),
          choiceWords(evidenceSources, answers.source),
          dayWords(answers.receivedOn),
        ]),
        ...Array.from({ length: 3 }, (_, i) => [String(children.length + i + 1), '', '', '', '']),
      ],
    },
    { block: 'paragraph', text: '原件经核对后退还提交人，本清单所列为复印件的，均与原件核对一致。', indent: true },
    { block: 'signatures', lines: ['提交人', '接收人'] },
    { block: 'seal', org, on: today },
  ],
}
