import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

/** 组织“破难” — L149. Where there should be an organisation and is none: a gap, a plan, and the day it was closed. */
export const coverageGap = defineProgramme({
  id: 'coverage-gap',
  version: 1,
  kind: 'case',
  service: 'organising',
  label: { zh: '组织覆盖破难', en: 'Gaps of coverage' },
  short: { zh: '破难', en: 'Gaps' },
  noun: { zh: '处', en: 'gap' },
  help: {
    zh: '哪一类单位该有妇联组织还没有：一共多少、有多少、为什么、怎么办、什么时候前。做到了登记结果。',
    en: 'Where an organisation is missing: how many units, how many have one, why, what is to be done and by when.',
  },
  sources: ['L149'],
  access: { see: readers, create: keepers },
  fields: {
    target: field.text({
      label: { zh: '哪一类单位', en: 'Kind of unit' },
      class: 'P1',
      required: true,
      min: 2,
      max: 60,
    }),
    foundOn: field.day({ label: { zh: '发现日期', en: 'Found on' }, class: 'P1', required: true, past: true }),
    total: field.integer({ label: { zh: '一共', en: 'Units' }, class: 'P1', required: true, min: 1, max: 100_000 }),
    covered: field.integer({
      label: { zh: '已有组织', en: 'Of these covered' },
      class: 'P1',
      required: true,
      max: 100_000,
    }),
    cause: field.text({ label: { zh: '为什么没有', en: 'Why' }, class: 'P1', required: true, max: 500 }),
    plan: field.text({ label: { zh: '怎么办', en: 'Plan' }, class: 'P1', required: true, max: 1000 }),
    dueOn: field.day({ label: { zh: '什么时候前', en: 'By' }, class: 'P1', required: true }),
    nowCovered: field.integer({
      label: { zh: '现在已有组织', en: 'Covered now' },
      class: 'P1',
      required: true,
      max: 100_000,
    }),
  },
  title: 'target',
  dated: 'foundOn',
  opens: ['target', 'foundOn', 'total', 'covered', 'cause'],
  states: {
    found: { zh: '待定办法', en: 'Found' },
    planned: { zh: '正在办', en: 'In hand' },
    closed: { zh: '已覆盖', en: 'Covered' },
    dropped: { zh: '不再需要', en: 'No longer needed' },
  },
  initial: 'found',
  editableIn: ['found', 'planned'],
  checks: {
    allCovered: {
      label: { zh: '都有组织了', en: 'All are covered' },
      rule: 'L149',
      met: ({ answers }) => (answers.nowCovered ?? 0) >= (answers.total ?? 1),
    },
  },
  actions: {
    plan: {
      label: { zh: '定办法', en: 'Plan' },
      from: ['found'],
      to: 'planned',
      by: keepers,
      fills: ['plan', 'dueOn'],
      tone: 'main',
    },
    close: {
      label: { zh: '都覆盖了', en: 'Covered' },
      from: ['planned'],
      to: 'closed',
      by: keepers,
      fills: ['nowCovered'],
      needs: ['allCovered'],
      tone: 'main',
    },
    again: { label: { zh: '重定办法', en: 'Plan again' }, from: ['planned'], to: 'found', by: keepers, reason: true },
    drop: {
      label: { zh: '不再需要', en: 'No longer needed' },
      from: ['found', 'planned'],
      to: 'dropped',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    due: {
      label: { zh: '覆盖到位', en: 'Cover them' },
      from: 'planned',
      until: ['closed', 'found', 'dropped'],
      within: calendarMonths(12),
      dueField: 'dueOn',
      legal: false,
      rule: 'L149',
      remindBefore: [30],
    },
  },
  measures: {
    found: flow('item', {
      label: { zh: '覆盖空白', en: 'Gaps found' },
      unitLabel: { zh: '处', en: 'gaps' },
      includes: '登记的覆盖空白，按发现日期',
      excludes: '不再需要的',
    }),
    closed: flow('item', {
      label: { zh: '已覆盖', en: 'Gaps closed' },
      unitLabel: { zh: '处', en: 'gaps' },
      includes: '全部有了组织的，按登记日期',
      excludes: '部分覆盖',
    }),
  },
  counts: ({ state, on, reached }, count) => [
    state !== 'dropped' && count.one('found', on),
    state === 'closed' && reached.closed && count.one('closed', reached.closed),
  ],
})
