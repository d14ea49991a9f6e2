import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

/** What the articles name and do not spell out: the text of each item is data of the federation, not ours. */
export const methods = {
  '123': { zh: '妇女小组三个123工作法', en: 'Three 1-2-3 of women’s groups' },
  '135': { zh: '135一线工作机制', en: '1-3-5 front-line mechanism' },
} as const

/** 工作法条目 — L146, L147. Items in force; a round (`method-round`) names the one it was done by. */
export const workMethod = defineProgramme({
  id: 'work-method',
  version: 1,
  kind: 'case',
  service: 'organising',
  label: { zh: '工作法条目', en: 'Items of a method' },
  short: { zh: '工作法', en: 'Methods' },
  noun: { zh: '条', en: 'item' },
  help: {
    zh: '把工作法的每一条写在这里：第几组第几条、原文、从哪天起。改了写新的一条，旧的停用，做过的记录不变。',
    en: 'Each item of a method with its words and the day it begins. A change is a new item; the old one ends and what was done by it stays.',
  },
  sources: ['L146', 'L147'],
  access: { see: readers, create: keepers },
  fields: {
    words: field.text({ label: { zh: '内容', en: 'Words' }, class: 'P0', required: true, min: 2, max: 120 }),
    method: field.choice(methods, { label: { zh: '哪个工作法', en: 'Method' }, class: 'P0', required: true }),
    group: field.integer({ label: { zh: '第几组', en: 'Group' }, class: 'P0', required: true, min: 1, max: 9 }),
    number: field.integer({ label: { zh: '第几条', en: 'No.' }, class: 'P0', required: true, min: 1, max: 9 }),
    from: field.day({ label: { zh: '起用日期', en: 'From' }, class: 'P0', required: true }),
  },
  title: 'words',
  dated: 'from',
  states: { force: { zh: '在用', en: 'In force' }, ended: { zh: '已停用', en: 'Ended' } },
  initial: 'force',
  editableIn: ['force'],
  actions: {
    end: { label: { zh: '停用', en: 'End' }, from: ['force'], to: 'ended', by: keepers, reason: true },
  },
  measures: {
    items: stock('item', {
      label: { zh: '在用工作法条目', en: 'Items in force' },
      unitLabel: { zh: '条', en: 'items' },
      includes: '当日在用的条目',
      excludes: '已停用',
    }),
  },
  counts: ({ on, reached }, count) => [count.one('items', on), reached.ended && count.gone('items', reached.ended)],
})
