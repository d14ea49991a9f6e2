import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

const makers = [...keepers, 'rights', 'family', 'development', 'publicity'] as const

/** 制度文件 — L143, L146; figure F102. What was issued stays counted; what is in force is another number. */
export const issuedRule = defineProgramme({
  id: 'issued-rule',
  version: 1,
  kind: 'case',
  service: 'organising',
  label: { zh: '制度文件', en: 'Rules issued' },
  short: { zh: '制度', en: 'Rules' },
  noun: { zh: '项', en: 'rule' },
  help: {
    zh: '出台的意见、办法、制度登记一项：标题、文号、日期，附正文。修订了登记新文件，旧的改“已修订”；废止写明依据。“出台”和“现行有效”是两个数。',
    en: 'Opinions, measures and rules with title, number, date and text. A revision is a new entry and the old one is marked; a repeal names its basis. Issued and in force are two numbers.',
  },
  sources: ['L143', 'F102'],
  access: { see: readers, create: makers },
  fields: {
    title: field.text({ label: { zh: '标题', en: 'Title' }, class: 'P0', required: true, min: 4, max: 120 }),
    issuedOn: field.day({ label: { zh: '印发日期', en: 'Issued on' }, class: 'P0', required: true, past: true }),
    number: field.text({ label: { zh: '文号', en: 'Number' }, class: 'P0', required: true, max: 60 }),
    kind: field.choice(
      {
        opinion: { zh: '指导意见', en: 'Guiding opinion' },
        measure: { zh: '办法', en: 'Measures' },
        rule: { zh: '制度、规则', en: 'Rules' },
        plan: { zh: '方案', en: 'Plan' },
      },
      { label: { zh: '哪一类', en: 'Kind' }, class: 'P0', required: true },
    ),
    jointly: field.text({ label: { zh: '联合印发', en: 'Issued together with' }, class: 'P0', max: 120 }),
    reviewOn: field.day({ label: { zh: '评估日期', en: 'To be reviewed on' }, class: 'P0' }),
    successor: field.record('issued-rule', { label: { zh: '新文件', en: 'The new one' }, class: 'P0', required: true }),
  },
  title: 'title',
  dated: 'issuedOn',
  opens: ['title', 'issuedOn', 'number', 'kind', 'jointly', 'reviewOn'],
  states: {
    force: { zh: '现行有效', en: 'In force' },
    revised: { zh: '已修订', en: 'Revised' },
    repealed: { zh: '已废止', en: 'Repealed' },
  },
  initial: 'force',
  editableIn: ['force'],
  actions: {
    review: {
      label: { zh: '评估过了，继续有效', en: 'Reviewed: stays in force' },
      from: ['force'],
      to: 'same',
      by: makers,
      fills: ['reviewOn'],
    },
    revise: {
      label: { zh: '已由新文件代替', en: 'Replaced' },
      from: ['force'],
      to: 'revised',
      by: makers,
      fills: ['successor'],
      tone: 'main',
    },
    repeal: { label: { zh: '废止', en: 'Repeal' }, from: ['force'], to: 'repealed', by: makers, reason: true },
  },
  clocks: {
    review: {
      label: { zh: '评估还要不要', en: 'Review it' },
      from: 'force',
      after: ['review'],
      done: ['review'],
      until: ['revised', 'repealed'],
      within: calendarMonths(60),
      dueField: 'reviewOn',
      legal: false,
      rule: 'L146',
      remindBefore: [60],
    },
  },
  measures: {
    issued: flow('item', {
      label: { zh: '出台制度', en: 'Rules issued' },
      aliases: ['出台制度', '制度139项'],
      unitLabel: { zh: '项', en: 'rules' },
      includes: '印发的制度文件，含后来修订、废止的，按印发日期',
      excludes: '转发；通知、总结',
    }),
    force: stock('item', {
      label: { zh: '现行有效制度', en: 'Rules in force' },
      unitLabel: { zh: '项', en: 'rules' },
      includes: '当日有效的制度文件',
      excludes: '已修订、已废止',
    }),
  },
  counts: ({ on, reached }, count) => {
    const ended = reached.revised ?? reached.repealed
    return [count.one('issued', on), count.one('force', on), ended && count.gone('force', ended)]
  },
})
