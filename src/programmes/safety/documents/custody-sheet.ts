import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import type { Done } from '../../../core/programme.ts'
import { evidenceKinds, evidenceSources } from '../../../core/rights-words.ts'

const moves: Readonly<Record<string, string>> = {
  create: '收到',
  handOver: '移交',
  takeBack: '收回',
  giveBack: '退还本人',
  seal: '封存',
}

const line = (done: Done): readonly string[] => [
  dayWords(done.on),
  moves[done.action] ?? '',
  done.action === 'handOver' ? textWords(done.answers.from) : '',
  done.action === 'handOver' ? textWords(done.answers.purpose) : '',
  done.action === 'handOver' && typeof done.answers.receipt === 'string' ? done.answers.receipt : '',
]

/** 证据保管流转单: every hand the item went through, and the checksum that shows it is still the same. */
export const custodySheet: DocumentTemplate<never> = {
  label: { zh: '证据保管流转单', en: 'Chain of custody' },
  version: 1,
  by: ['rights', 'operator', 'mediator', 'lawyer'],
  rule: 'R-DV-03',
  body: ({ facts: { answers, history }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '证据保管流转单' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['材料编号', textWords(recordNumber)],
        ['种类', choiceWords(evidenceKinds, answers.kind)],
        ['名称', textWords(answers.what)],
        ['来源', choiceWords(evidenceSources, answers.source)],
        ['收到日期', dayWords(answers.receivedOn)],
        ['校验码（SHA-256）', textWords(answers.sha256)],
        ['现保管人', textWords(answers.holder)],
      ],
    },
    {
      block: 'table',
      head: ['日期', '去向', '交出人', '用途', '签收'],
      rows: history.filter((done) => moves[done.action] !== undefined).map(line),
    },
    { block: 'seal', org, on: today },
  ],
}
