import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { callNotice } from './documents/call-notice.ts'
import { criteria, decidedAt, hands, judges, titles, upper } from './words.ts'

/** 评选通知 — L022, L050, L053, L073, L093, L094; processes 5.3, R-HON-02. What it says stands from the day it is published. */
export const honourCall = defineProgramme({
  id: 'honour-call',
  version: 1,
  kind: 'case',
  service: 'honours',
  series: 'PX',
  label: { zh: '评选通知', en: 'Call' },
  short: { zh: '评选', en: 'Calls' },
  noun: { zh: '次', en: 'call' },
  help: {
    zh: '一次评选发一个通知：评什么、名额怎么分、起止、评审看哪几项各占多少、公示几天。发布以后不再改。不搞网络投票，不按点赞转发定结果。',
    en: 'One call for one selection: the title, quotas, window, criteria with weights, days of notice. Once published it stands. No public vote.',
  },
  sources: ['L022', 'L025', 'L050', 'L053', 'L073', 'L093', 'L094', 'R-HON-02', 'R-HON-05', 'D18'],
  access: { see: [...judges, 'statistician'], create: hands },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P0', required: true, min: 4, max: 60 }),
    honour: field.choice(titles, { label: { zh: '评什么', en: 'What for' }, class: 'P0', required: true }),
    level: field.choice(decidedAt, { label: { zh: '哪一级评', en: 'Level' }, class: 'P0', required: true }),
    opensOn: field.day({ label: { zh: '开始推荐', en: 'Opens on' }, class: 'P0', required: true }),
    closesOn: field.day({ label: { zh: '截止推荐', en: 'Closes on' }, class: 'P0', required: true }),
    quotas: field.list(
      {
        org: field.org({ label: { zh: '单位', en: 'Organisation' }, class: 'P0', required: true }),
        many: field.integer({ label: { zh: '名额', en: 'Quota' }, class: 'P0', required: true, min: 1, max: 10_000 }),
      },
      { label: { zh: '名额', en: 'Quotas' }, class: 'P0', max: 130 },
    ),
    criteria: field.list(
      {
        criterion: field.choice(criteria, { label: { zh: '看什么', en: 'Criterion' }, class: 'P0', required: true }),
        weight: field.integer({
          label: { zh: '占多少', en: 'Weight' },
          class: 'P0',
          required: true,
          min: 1,
          max: 100,
          unitLabel: { zh: '%', en: '%' },
        }),
      },
      { label: { zh: '评审项目', en: 'Criteria' }, class: 'P0', required: true, max: 6 },
    ),
    noticeDays: field.integer({
      label: { zh: '公示工作日', en: 'Working days of public notice' },
      class: 'P0',
      required: true,
      min: 5,
      max: 30,
    }),
    similarityLimit: field.integer({
      label: { zh: '征文重复率不超过', en: 'Essays: at most so much found elsewhere' },
      class: 'P0',
      max: 100,
      unitLabel: { zh: '%', en: '%' },
    }),
    conditions: field.text({ label: { zh: '条件', en: 'Conditions' }, class: 'P0', required: true, max: 3000 }),
    document: field.text({ label: { zh: '文号', en: 'Document no.' }, class: 'P0', max: 60 }),
  },
  title: 'title',
  dated: 'opensOn',
  states: {
    draft: { zh: '起草中', en: 'Draft' },
    open: { zh: '推荐中', en: 'Open' },
    closed: { zh: '已截止', en: 'Closed' },
    dropped: { zh: '已取消', en: 'Dropped' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  shownBelow: ['open', 'closed'],
  checks: {
    ordered: {
      label: { zh: '截止晚于开始', en: 'It closes after it opens' },
      rule: 'processes 5.3',
      met: ({ answers: a }) => (a.closesOn ?? '') > (a.opensOn ?? ''),
    },
    bothRounds: {
      label: { zh: '技能大赛写明理论和实操各占多少', en: 'A skills contest weighs theory and practice' },
      rule: 'L073',
      met: ({ answers: { honour, criteria: rows = [] } }) =>
        honour !== 'skill' ||
        (['theory', 'practical'] as const).every((round) => rows.some((row) => row.criterion === round)),
    },
    limitSaid: {
      label: { zh: '征文写明重复率限度', en: 'A call for essays says the limit of the text check' },
      rule: 'L025',
      met: ({ answers: { honour, similarityLimit } }) => honour !== 'essay' || similarityLimit !== undefined,
    },
    weighed: {
      label: { zh: '各项加起来是100，没有重复', en: 'The weights are 100 together, none twice' },
      rule: 'processes 5.3',
      met: ({ answers: { criteria: rows = [] } }) =>
        rows.reduce((sum, row) => sum + (row.weight ?? 0), 0) === 100 &&
        new Set(rows.map((row) => row.criterion)).size === rows.length,
    },
  },
  actions: {
    publish: {
      label: { zh: '发布', en: 'Publish' },
      from: ['draft'],
      to: 'open',
      by: hands,
      at: upper,
      secondPerson: true,
      needs: ['ordered', 'weighed', 'bothRounds', 'limitSaid'],
      makes: ['call-notice'],
      tone: 'main',
    },
    close: { label: { zh: '截止', en: 'Close' }, from: ['open'], to: 'closed', by: hands },
    end: { label: { zh: '到期截止', en: 'Closes' }, from: ['open'], to: 'closed', by: [] },
    drop: { label: { zh: '取消', en: 'Drop' }, from: ['draft', 'open'], to: 'dropped', by: hands, reason: true },
  },
  clocks: {
    window: {
      label: { zh: '推荐截止', en: 'The call closes' },
      from: 'open',
      until: ['closed', 'dropped'],
      within: calendarDays(30),
      dueField: 'closesOn',
      legal: false,
      rule: 'processes 5.2',
      expires: 'end',
    },
  },
  documents: { 'call-notice': callNotice },
  measures: {
    calls: flow('item', {
      label: { zh: '评选', en: 'Selections called' },
      unitLabel: { zh: '次', en: 'calls' },
      includes: '已发布的评选通知，按发布日期',
      excludes: '起草中的；发布前取消的',
    }),
  },
  counts: ({ history }, count) => {
    const published = history.find((done) => done.action === 'publish')
    return [published && count.one('calls', published.on)]
  },
})
