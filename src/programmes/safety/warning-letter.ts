import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme, type Facts, type Start } from '../../core/programme.ts'
import { letterVisit } from './letter-forms.ts'

const team = ['rights', 'operator'] as const
const helpers = ['rights', 'operator', 'lawyer'] as const

/** After new violence the warning is not enough: an order is thought of with her. */
const thinkOfOrder = ({ answers, history, on }: Facts): readonly Start[] => [
  {
    programme: 'protection-order',
    answers: {
      topic: 'help',
      openedOn: history.at(-1)?.on ?? on,
      ...(answers.woman !== undefined && { woman: answers.woman }),
    },
  },
]

/** 告诫书 — R-DV-07, D09. 反家庭暴力法 第十六、十七条; 公通字〔2024〕34号. The police issue it; visits are promised here. */
export const warningLetter = defineProgramme({
  id: 'warning-letter',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'GJ',
  label: { zh: '告诫书', en: 'Warning letter' },
  short: { zh: '告诫', en: 'Warning' },
  noun: { zh: '份', en: 'letter' },
  help: {
    zh: '公安出具告诫书后登记，按约定回访。回访只找她，不向对方透露她说了什么。又发生暴力，马上和她商量保护令。',
    en: 'Registered when the police issue one; visits follow. Nothing she says reaches the other party.',
  },
  sources: ['L100', 'R-DV-07', 'R-DV-08', 'D09'],
  confidential: true,
  access: { see: helpers, create: team },
  fields: {
    topic: field.choice(
      {
        paper: { zh: '部门文书登记', en: 'Paper of an agency' },
        notice: { zh: '部门通知登记', en: 'Notice of an agency' },
      },
      { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true },
    ),
    openedOn: field.day({ label: { zh: '登记日期', en: 'Registered on' }, class: 'P1', required: true, past: true }),
    woman: field.person({ label: { zh: '受害人', en: 'The woman' }, class: 'P4' }),
    unit: field.text({ label: { zh: '出具单位', en: 'Police unit' }, class: 'P2', required: true, min: 2, max: 60 }),
    letterNo: field.text({ label: { zh: '文书号', en: 'Letter no.' }, class: 'P2', required: true, max: 60 }),
    letterOn: field.day({ label: { zh: '出具日期', en: 'Issued on' }, class: 'P1', required: true, past: true }),
    nextOn: field.day({
      label: { zh: '约定的下次回访', en: 'Next visit agreed' },
      class: 'P1',
      required: true,
      help: { zh: '本地规定更密的，按本地规定定日子。', en: 'Where the local rule is closer, set the day by it.' },
    }),
  },
  title: 'topic',
  dated: 'openedOn',
  opens: ['topic', 'openedOn', 'woman'],
  states: {
    registered: { zh: '待登记文书', en: 'Registered' },
    visiting: { zh: '回访中', en: 'Visiting' },
    closed: { zh: '已结束', en: 'Closed' },
  },
  initial: 'registered',
  editableIn: ['registered', 'visiting'],
  checks: {
    visited: {
      label: { zh: '回访满三次', en: 'Three visits' },
      rule: 'R-DV-07',
      met: (f) => f.history.filter((done) => done.action === 'visit').length >= 3,
    },
  },
  actions: {
    receive: {
      label: { zh: '登记告诫书，开始回访', en: 'Register the letter; visits begin' },
      from: ['registered'],
      to: 'visiting',
      by: helpers,
      fills: ['unit', 'letterNo', 'letterOn'],
      tone: 'main',
    },
    visit: {
      label: { zh: '记一次回访', en: 'Record a visit' },
      from: ['visiting'],
      to: 'same',
      by: helpers,
      asks: letterVisit,
      tone: 'main',
    },
    schedule: {
      label: { zh: '约定下次回访', en: 'Agree on the next visit' },
      from: ['visiting'],
      to: 'same',
      by: helpers,
      fills: ['nextOn'],
    },
    again: {
      label: { zh: '又发生暴力，商量保护令', en: 'New violence: think of an order' },
      from: ['registered', 'visiting', 'closed'],
      to: 'same',
      by: team,
      starts: thinkOfOrder,
      tone: 'safety',
    },
    close: {
      label: { zh: '结束回访', en: 'End visits' },
      from: ['visiting'],
      to: 'closed',
      by: ['rights'],
      needs: ['visited'],
      reason: true,
    },
    discard: {
      label: { zh: '没有出具，撤销登记', en: 'None was issued' },
      from: ['registered'],
      to: 'closed',
      by: ['rights'],
      reason: true,
    },
  },
  clocks: {
    receive: {
      label: { zh: '登记文书', en: 'Register the letter' },
      from: 'registered',
      until: ['visiting', 'closed'],
      within: workingDays(2),
      legal: false,
      rule: 'R-DV-07',
    },
    visits: {
      label: { zh: '回访', en: 'Visit' },
      from: 'visiting',
      done: ['visit'],
      until: ['closed'],
      within: calendarDays(7),
      rounds: [calendarDays(30), calendarDays(90)],
      legal: false,
      rule: 'D09',
    },
    agreed: {
      label: { zh: '约定的回访', en: 'The agreed visit' },
      after: ['schedule'],
      done: ['visit'],
      until: ['closed'],
      within: calendarDays(30),
      dueField: 'nextOn',
      legal: false,
      rule: 'D09',
      remindBefore: [2],
    },
  },
  measures: {
    letters: flow('item', {
      label: { zh: '登记告诫书', en: 'Warning letters' },
      includes: '公安出具、在妇联登记的告诫书，按登记文书日期',
      excludes: '口头警告、没有出具的',
    }),
    visits: flow('item', {
      label: { zh: '告诫后回访', en: 'Visits after a letter' },
      unitLabel: { zh: '次', en: 'visits' },
      includes: '每份告诫书的每次回访',
      excludes: '没有见到或联系上的',
    }),
  },
  counts: ({ history }, count) => [
    ...history.filter((d) => d.action === 'receive').map((d) => count.one('letters', d.on)),
    ...history.filter((d) => d.action === 'visit' && d.answers.reached === true).map((d) => count.one('visits', d.on)),
  ],
})
