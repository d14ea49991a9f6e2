import { dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'

/** 异议处理记录; who objected is not on it. */
export const objectionRecord: DocumentTemplate<'objected' | 'noticed' | 'league-reported' | 'rejected' | 'archived'> = {
  label: { zh: '异议处理记录', en: 'Record of an objection' },
  version: 1,
  by: ['rights', 'family', 'chair'],
  in: ['objected', 'noticed', 'league-reported', 'rejected', 'archived'],
  rule: 'processes 2.6',
  body: ({ facts: { history }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '异议处理记录' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
      ],
    },
    {
      block: 'table',
      head: ['日期', '事项', '内容'],
      rows: history.flatMap((done) => {
        if (done.action === 'object') return [[dayWords(done.on), '收到异议', textWords(done.answers.what)]]
        if (done.action === 'overrule') return [[dayWords(done.on), '调查后不成立', textWords(done.answers.finding)]]
        if (done.action === 'uphold') return [[dayWords(done.on), '调查后成立', textWords(done.answers.finding)]]
        return []
      }),
    },
    { block: 'signatures', lines: ['调查人', '负责人'] },
    { block: 'seal', org, on: today },
  ],
}
