import { calendarDays, calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

const makers = [...keepers, 'rights', 'family', 'development', 'publicity'] as const

/**
 * 制度文件 — L011, L143, L146; figure F102. Drafted by one, issued by another; what was issued stays counted, what is in force
 * is another number, and everybody below looks up the rule that binds her.
 */
export const issuedRule = defineProgramme({
  id: 'issued-rule',
  version: 2,
  kind: 'case',
  service: 'organising',
  label: { zh: '制度文件', en: 'Rules issued' },
  short: { zh: '制度', en: 'Rules' },
  noun: { zh: '项', en: 'rule' },
  help: {
    zh: '意见、办法、制度、机制，起草一项记一项；另一个人核对后印发：文号、日期、约束谁、要点，正文作附件。印发后下级都能查到。修订了登记新文件，旧的改“已修订”；废止写明依据。“出台”和“现行有效”是两个数。',
    en: 'Opinions, measures, rules and mechanisms from the draft on; another person checks and issues: number, date, whom it binds, what it says, the text as a file. Everybody below can look it up. A revision is a new entry and the old one is marked. Issued and in force are two numbers.',
  },
  sources: ['L011', 'L143', 'L146', 'F102'],
  access: { see: [...readers, 'finance', 'mediator', 'volunteer-leader', 'guide'], create: makers },
  fields: {
    title: field.text({ label: { zh: '标题', en: 'Title' }, class: 'P0', required: true, min: 4, max: 120 }),
    draftedOn: field.day({ label: { zh: '起草日期', en: 'Drafted on' }, class: 'P0', required: true, past: true }),
    kind: field.choice(
      {
        opinion: { zh: '指导意见', en: 'Guiding opinion' },
        measure: { zh: '办法', en: 'Measures' },
        rule: { zh: '制度、规则', en: 'Rules' },
        mechanism: { zh: '机制（如党建带妇建）', en: 'Mechanism' },
        plan: { zh: '方案', en: 'Plan' },
      },
      { label: { zh: '哪一类', en: 'Kind' }, class: 'P0', required: true },
    ),
    jointly: field.text({ label: { zh: '联合印发', en: 'Issued together with' }, class: 'P0', max: 120 }),
    replaces: field.record('issued-rule', { label: { zh: '代替哪项', en: 'Replaces' }, class: 'P0' }),
    issuedOn: field.day({ label: { zh: '印发日期', en: 'Issued on' }, class: 'P0', required: true, past: true }),
    number: field.text({ label: { zh: '文号', en: 'Number' }, class: 'P0', required: true, max: 60 }),
    binds: field.choices(
      {
        own: { zh: '本级机关', en: 'This office' },
        league: { zh: '盟市妇联', en: 'Leagues' },
        banner: { zh: '旗县妇联', en: 'Banners' },
        township: { zh: '苏木乡镇妇联', en: 'Townships' },
        village: { zh: '嘎查村社区妇联', en: 'Villages' },
        fields: { zh: '新领域妇联、团体会员', en: 'New fields and group members' },
      },
      { label: { zh: '约束谁', en: 'Whom it binds' }, class: 'P0', required: true },
    ),
    gist: field.text({
      label: { zh: '要点', en: 'What it says' },
      class: 'P0',
      required: true,
      min: 5,
      max: 2_000,
      help: { zh: '基层照着做的几条，用大白话写。', en: 'What those below are to do, in plain words.' },
    }),
    reviewOn: field.day({ label: { zh: '评估日期', en: 'To be reviewed on' }, class: 'P0' }),
    successor: field.record('issued-rule', { label: { zh: '新文件', en: 'The new one' }, class: 'P0', required: true }),
  },
  title: 'title',
  dated: 'draftedOn',
  opens: ['title', 'draftedOn', 'kind', 'jointly', 'replaces'],
  states: {
    draft: { zh: '起草中', en: 'Draft' },
    force: { zh: '现行有效', en: 'In force' },
    revised: { zh: '已修订', en: 'Revised' },
    repealed: { zh: '已废止', en: 'Repealed' },
    dropped: { zh: '没有出台', en: 'Dropped' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  shownBelow: ['force', 'revised', 'repealed'],
  actions: {
    issue: {
      label: { zh: '核对无误，印发', en: 'Check and issue' },
      from: ['draft'],
      to: 'force',
      by: makers,
      fills: ['issuedOn', 'number', 'binds', 'gist', 'reviewOn'],
      otherThan: ['create', 'edit'],
      tone: 'main',
    },
    drop: { label: { zh: '不出台了', en: 'Drop' }, from: ['draft'], to: 'dropped', by: makers, reason: true },
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
    },
    repeal: { label: { zh: '废止', en: 'Repeal' }, from: ['force'], to: 'repealed', by: makers, reason: true },
  },
  clocks: {
    issue: {
      label: { zh: '核对印发，或不出台', en: 'Issue or drop it' },
      from: 'draft',
      until: ['force', 'dropped'],
      within: calendarDays(90),
      legal: false,
      rule: 'L011',
      remindBefore: [15],
    },
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
      excludes: '起草中、没有出台；转发；通知、总结',
    }),
    force: stock('item', {
      label: { zh: '现行有效制度', en: 'Rules in force' },
      unitLabel: { zh: '项', en: 'rules' },
      includes: '当日有效的制度文件',
      excludes: '起草中；已修订、已废止',
    }),
  },
  counts: ({ answers, reached }, count) => {
    const issued = reached.force && answers.issuedOn
    const ended = reached.revised ?? reached.repealed
    return [
      issued && count.one('issued', issued),
      issued && count.one('force', issued),
      ended && count.gone('force', ended),
    ]
  },
})
