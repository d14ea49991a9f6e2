import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { increasesOf } from '../../core/reading.ts'
import { makers, readStep, seers, viewsOf } from './watched.ts'
import { ageStages, themes } from './words.ts'

/** 《周五家长汇》 — L062; figures F020, F021; C20. An episode aired is an episode; what it was watched is views, read by channel. */
export const parentEpisode = defineProgramme({
  id: 'parent-episode',
  version: 1,
  kind: 'case',
  service: 'education',
  label: { zh: '家长节目（周五家长汇）', en: 'Programme for parents' },
  short: { zh: '节目', en: 'Episodes' },
  noun: { zh: '期', en: 'episode' },
  help: {
    zh: '一期节目记一条：选题、录制、审核、播出。播出后每月记一次各渠道的累计观看，系统算增加多少。观看不是到场，不和服务家长人次相加。',
    en: 'One record an episode: topic, recording, review, airing. Views by channel are read monthly, and never added to parents who came.',
  },
  sources: ['L062', 'F020', 'F021', 'C20', 'R-STAT-02'],
  access: { see: seers, create: makers },
  fields: {
    topic: field.text({ label: { zh: '选题', en: 'Topic' }, class: 'P0', required: true, min: 2, max: 80 }),
    airOn: field.day({ label: { zh: '播出日期', en: 'Air date' }, class: 'P0', required: true }),
    number: field.integer({ label: { zh: '当年第几期', en: 'No. of the year' }, class: 'P0', min: 1, max: 400 }),
    theme: field.choice(themes, { label: { zh: '主题', en: 'Theme' }, class: 'P0' }),
    stages: field.choices(ageStages, { label: { zh: '孩子年龄段', en: 'Age of the children' }, class: 'P0' }),
    partners: field.text({ label: { zh: '联合制作', en: 'Made together with' }, class: 'P0', max: 120 }),
    guests: field.text({ label: { zh: '嘉宾', en: 'Guests' }, class: 'P2', max: 120 }),
    reviewers: field.text({ label: { zh: '审看人', en: 'Reviewed by' }, class: 'P2', required: true, max: 120 }),
    link: field.text({ label: { zh: '网址', en: 'Link' }, class: 'P0', max: 200 }),
  },
  title: 'topic',
  dated: 'airOn',
  opens: ['topic', 'airOn', 'number', 'theme', 'stages', 'partners', 'guests'],
  states: {
    topic: { zh: '已选题', en: 'Topic chosen' },
    recorded: { zh: '已录制', en: 'Recorded' },
    reviewed: { zh: '已审核', en: 'Reviewed' },
    aired: { zh: '已播出', en: 'Aired' },
    dropped: { zh: '不播了', en: 'Dropped' },
  },
  initial: 'topic',
  editableIn: ['topic', 'recorded', 'reviewed'],
  checks: {
    dayHasCome: {
      label: { zh: '到了播出那天', en: 'The air date has come' },
      rule: 'R-STAT-01',
      met: (f) => f.today === undefined || f.today >= f.on,
    },
  },
  actions: {
    tape: { label: { zh: '录好了', en: 'Recorded' }, from: ['topic'], to: 'recorded', by: makers, tone: 'main' },
    review: {
      label: { zh: '审核通过', en: 'Reviewed' },
      from: ['recorded'],
      to: 'reviewed',
      by: makers,
      fills: ['reviewers'],
      secondPerson: true,
      tone: 'main',
    },
    air: {
      label: { zh: '播出了', en: 'Aired' },
      from: ['reviewed'],
      to: 'aired',
      by: makers,
      needs: ['dayHasCome'],
      tone: 'main',
    },
    read: readStep(['aired']),
    redo: {
      label: { zh: '退回重录', en: 'Record again' },
      from: ['recorded', 'reviewed'],
      to: 'topic',
      by: makers,
      reason: true,
    },
    drop: {
      label: { zh: '不播了', en: 'Drop' },
      from: ['topic', 'recorded', 'reviewed'],
      to: 'dropped',
      by: makers,
      reason: true,
    },
  },
  clocks: {
    air: {
      label: { zh: '播出', en: 'Air it' },
      from: 'topic',
      until: ['aired', 'dropped'],
      within: workingDays(20),
      dueField: 'airOn',
      legal: false,
      rule: 'L062',
      remindBefore: [7],
    },
  },
  measures: {
    episodes: flow('session', {
      label: { zh: '周五家长汇播出期数', en: 'Episodes aired' },
      aliases: ['周五家长汇'],
      unitLabel: { zh: '期', en: 'episodes' },
      includes: '已播出的节目，一期一个，按播出日期',
      excludes: '选题、录制中；重播；短视频切条',
    }),
    views: viewsOf('周五家长汇', ['周五家长汇观看']),
  },
  counts: ({ state, on, history }, count) => [
    state === 'aired' && count.one('episodes', on),
    ...increasesOf(history).map((i) => count.many('views', i.views, i.on, 'D')),
  ],
})
