import { field } from '../../core/field.ts'
import { defineProgramme } from '../../core/programme.ts'
import { evidenceKinds, evidenceSources } from '../../core/rights-words.ts'
import { custodySheet } from './documents/custody-sheet.ts'

const helpers = ['rights', 'operator', 'mediator', 'lawyer'] as const

/** 证据材料 — R-DV-03; processes 1.3. One record an item: where it came from and through whose hands it went. */
export const evidence = defineProgramme({
  id: 'evidence',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'CL',
  label: { zh: '证据材料', en: 'Evidence' },
  short: { zh: '证据', en: 'Item' },
  noun: { zh: '件', en: 'item' },
  help: {
    zh: '一件材料一条：谁给的、什么时候、交到过谁手里。电子文件传到附件，附件列表里有它的校验码，抄到这里。',
    en: 'One record an item: from whom, when, through whose hands. Copy the checksum shown beside the file.',
  },
  sources: ['L100', 'R-DV-03'],
  confidential: true,
  access: { see: helpers, create: helpers },
  fields: {
    topic: field.choice(
      {
        material: { zh: '材料登记', en: 'Material' },
        copy: { zh: '材料复印件登记', en: 'Copy of material' },
      },
      { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true },
    ),
    receivedOn: field.day({ label: { zh: '收到日期', en: 'Received on' }, class: 'P1', required: true, past: true }),
    receivedAt: field.dateTime({ label: { zh: '收到时间', en: 'Received at' }, class: 'P1' }),
    kind: field.choice(evidenceKinds, { label: { zh: '哪一种', en: 'Kind' }, class: 'P4', required: true }),
    what: field.text({ label: { zh: '是什么', en: 'What it is' }, class: 'P4', required: true, min: 2, max: 300 }),
    source: field.choice(evidenceSources, { label: { zh: '从哪里来', en: 'From' }, class: 'P4', required: true }),
    matter: field.record('rights-case', { label: { zh: '所属个案', en: 'Case' }, class: 'P1' }),
    sha256: field.text({
      label: { zh: '文件校验码（SHA-256）', en: 'SHA-256 of the file' },
      class: 'P1',
      min: 64,
      max: 64,
    }),
    holder: field.text({ label: { zh: '现在谁保管', en: 'Held by' }, class: 'P2', required: true, min: 2, max: 60 }),
  },
  title: 'topic',
  dated: 'receivedOn',
  parentField: 'matter',
  opens: ['topic', 'receivedOn', 'receivedAt', 'kind', 'what', 'source', 'matter', 'sha256'],
  states: {
    held: { zh: '在册保管', en: 'Held' },
    out: { zh: '已移交', en: 'Handed over' },
    returned: { zh: '已退还本人', en: 'Returned' },
    sealed: { zh: '已封存归档', en: 'Sealed' },
  },
  initial: 'held',
  editableIn: ['held'],
  checks: {
    hashLooksRight: {
      label: { zh: '校验码是 64 位十六进制', en: 'The checksum is 64 hexadecimal digits' },
      rule: 'R-DV-03',
      met: (f) => f.answers.sha256 === undefined || /^[0-9a-f]{64}$/.test(f.answers.sha256),
    },
  },
  actions: {
    handOver: {
      label: { zh: '移交', en: 'Hand over' },
      from: ['held', 'out'],
      to: 'out',
      by: helpers,
      fills: ['holder'],
      asks: {
        from: field.text({ label: { zh: '交出人', en: 'From' }, class: 'P2', required: true, max: 60 }),
        purpose: field.text({ label: { zh: '用途', en: 'Purpose' }, class: 'P4', required: true, min: 2, max: 200 }),
        receipt: field.text({ label: { zh: '收条或签收', en: 'Receipt' }, class: 'P2', max: 80 }),
      },
      needs: ['hashLooksRight'],
      tone: 'main',
    },
    takeBack: {
      label: { zh: '收回', en: 'Take back' },
      from: ['out'],
      to: 'held',
      by: helpers,
      fills: ['holder'],
      asks: { unharmed: field.yesNo({ label: { zh: '完好', en: 'Unharmed' }, class: 'P1', required: true }) },
    },
    giveBack: {
      label: { zh: '退还本人', en: 'Return to her' },
      from: ['held'],
      to: 'returned',
      by: helpers,
      asks: { receipt: field.yesNo({ label: { zh: '本人签收', en: 'She signed' }, class: 'P1', required: true }) },
    },
    seal: {
      label: { zh: '封存归档', en: 'Seal' },
      from: ['held'],
      to: 'sealed',
      by: ['rights'],
      needs: ['hashLooksRight'],
      reason: true,
    },
  },
  documents: { 'custody-sheet': custodySheet },
  measures: {},
  counts: () => [],
})
