import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

const makers = [...keepers, 'publicity'] as const

/** 新闻发布会 — L010. What the media said afterwards is counted by outlets; readers and viewers are not people who came. */
export const pressConference = defineProgramme({
  id: 'press-conference',
  version: 1,
  kind: 'activity',
  service: 'policy',
  label: { zh: '新闻发布会', en: 'Press conferences' },
  short: { zh: '发布会', en: 'Press' },
  noun: { zh: '场', en: 'press conference' },
  help: {
    zh: '法规、政策的新闻发布会一场记一条：发布什么、谁主持、来了几家媒体。发布词由另一个人审过再开。看的人数记到宣传，不在这里。',
    en: 'One record each: what is announced, who hosts, how many outlets came. Another person reads the text first. Views are recorded elsewhere.',
  },
  sources: ['L010', 'R-STAT-02'],
  access: { see: readers, create: makers },
  fields: {
    title: field.text({ label: { zh: '发布什么', en: 'What' }, class: 'P0', required: true, min: 4, max: 100 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P0', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P0', required: true, max: 80 }),
    document: field.record('legal-document', { label: { zh: '哪部法规', en: 'Legal document' }, class: 'P0' }),
    host: field.text({ label: { zh: '谁主办', en: 'Hosted by' }, class: 'P0', required: true, max: 120 }),
    text: field.text({ label: { zh: '发布词', en: 'Text' }, class: 'P0', required: true, min: 10, max: 8_000 }),
    outlets: field.integer({
      label: { zh: '到场媒体', en: 'Outlets' },
      class: 'P0',
      required: true,
      max: 500,
      unitLabel: { zh: '家', en: 'outlets' },
    }),
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'document',
  opens: ['title', 'heldOn', 'place', 'document', 'host', 'text'],
  states: {
    planned: { zh: '待审', en: 'Planned' },
    cleared: { zh: '已审，待召开', en: 'Cleared' },
    held: { zh: '已召开', en: 'Held' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned'],
  checks: {
    hasHappened: {
      label: { zh: '到了那一天', en: 'The day has come' },
      rule: 'R-STAT-01',
      waits: true,
      met: (f) => f.today === undefined || f.today >= f.on,
    },
  },
  actions: {
    clear: {
      label: { zh: '发布词审过了', en: 'Text cleared' },
      from: ['planned'],
      to: 'cleared',
      by: makers,
      otherThan: ['create', 'edit'],
      tone: 'main',
    },
    hold: {
      label: { zh: '开完了', en: 'Held' },
      from: ['cleared'],
      to: 'held',
      by: makers,
      fills: ['outlets'],
      needs: ['hasHappened'],
      tone: 'main',
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'cleared'],
      to: 'cancelled',
      by: makers,
      reason: true,
    },
  },
  measures: {
    sessions: flow('session', {
      label: { zh: '新闻发布会', en: 'Press conferences' },
      includes: '召开了的，一次一场，按召开日期',
      excludes: '待审、待召开、取消；接受采访',
    }),
    outlets: flow('item', {
      label: { zh: '发布会到场媒体', en: 'Outlets at press conferences' },
      unitLabel: { zh: '家次', en: 'outlets' },
      includes: '每场到场的媒体家数相加，同一家每场一次',
      excludes: '报道篇数；观看、阅读',
    }),
  },
  counts: ({ state, on, answers }, count) =>
    state === 'held' ? [count.one('sessions', on), count.many('outlets', answers.outlets ?? 0, on, 'B')] : [],
})
