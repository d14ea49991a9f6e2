import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { careTopics } from '../../core/rights-words.ts'

const hands = ['rights', 'family', 'chair'] as const

/** 看望要办的事 — L125; D36. What a visit found to be done for one person, until she has been told what came of it. */
export const careVisit = defineProgramme({
  id: 'care-visit',
  version: 1,
  kind: 'case',
  service: 'care',
  series: 'KW',
  label: { zh: '看望办事', en: 'Found on a visit' },
  short: { zh: '看望', en: 'Visits' },
  noun: { zh: '件', en: 'matter' },
  help: {
    zh: '看望时发现要办的事，一件一条，十五天内给本人或照料人回话；办不了也要说清楚。看望本身记在“关爱对象”里。',
    en: 'What a visit found to be done, one record each, answered within fifteen days. The visit itself is recorded with the person in care.',
  },
  sources: ['L125', 'D36'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: {
    topic: field.choice(careTopics, { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true }),
    visitedOn: field.day({ label: { zh: '看望日期', en: 'Visited on' }, class: 'P1', required: true, past: true }),
    person: field.person({ label: { zh: '本人', en: 'Who' }, class: 'P3', required: true }),
    subject: field.record('care-subject', { label: { zh: '关爱对象', en: 'Person in care' }, class: 'P1' }),
    need: field.text({ label: { zh: '要办的事', en: 'What is to be done' }, class: 'P3', required: true, max: 500 }),
    assignedTo: field.text({ label: { zh: '谁来办', en: 'By whom' }, class: 'P2', required: true, max: 60 }),
    did: field.text({ label: { zh: '办了什么', en: 'What was done' }, class: 'P3', required: true, min: 2, max: 1000 }),
    result: field.choice(
      {
        done: { zh: '办成了', en: 'Done' },
        partly: { zh: '办了一部分', en: 'Partly' },
        passed: { zh: '已转有关部门', en: 'Passed on' },
        'not-possible': { zh: '办不了，已说明', en: 'Not possible, explained' },
      },
      { label: { zh: '结果', en: 'Result' }, class: 'P3', required: true },
    ),
  },
  title: 'topic',
  dated: 'visitedOn',
  personField: 'person',
  parentField: 'subject',
  opens: ['topic', 'visitedOn', 'person', 'subject', 'need'],
  states: {
    open: { zh: '待办', en: 'To be done' },
    assigned: { zh: '在办', en: 'In hand' },
    answered: { zh: '已回话', en: 'Answered' },
    dropped: { zh: '不用办了', en: 'Not needed any more' },
  },
  initial: 'open',
  editableIn: ['open'],
  actions: {
    assign: {
      label: { zh: '交给谁办', en: 'Assign' },
      from: ['open', 'assigned'],
      to: 'assigned',
      by: hands,
      fills: ['assignedTo'],
      tone: 'main',
    },
    reply: {
      label: { zh: '办完并回话', en: 'Done and answered' },
      from: ['open', 'assigned'],
      to: 'answered',
      by: hands,
      fills: ['did', 'result'],
      tone: 'main',
    },
    again: { label: { zh: '没办好，再办', en: 'Again' }, from: ['answered'], to: 'assigned', by: hands, reason: true },
    drop: {
      label: { zh: '不用办了', en: 'Not needed any more' },
      from: ['open', 'assigned'],
      to: 'dropped',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    reply: {
      label: { zh: '给本人回话', en: 'Answer her' },
      from: 'open',
      until: ['answered', 'dropped'],
      within: calendarDays(15),
      legal: false,
      rule: 'D36',
      remindBefore: [5],
    },
    again: {
      label: { zh: '再办并回话', en: 'Answer again' },
      after: ['again'],
      until: ['answered', 'dropped'],
      within: calendarDays(15),
      legal: false,
      rule: 'D36',
    },
  },
  measures: {
    matters: flow('item', {
      label: { zh: '看望发现的事', en: 'Matters found' },
      includes: '看望时记下要办的事，按看望日期',
      excludes: '不用办了的',
    }),
    solved: flow('item', {
      label: { zh: '办成的事', en: 'Solved' },
      includes: '办成或办了一部分的，按回话日期',
      excludes: '转部门、办不了的',
    }),
  },
  counts: ({ state, on, reached, answers: { result } }, count) => {
    if (state === 'dropped') return []
    const met = state === 'answered' && (result === 'done' || result === 'partly') ? reached.answered : undefined
    return [count.one('matters', on), met && count.one('solved', met)]
  },
})
