import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { increasesOf } from '../../core/reading.ts'
import { makers, readStep, seers, viewsOf } from './watched.ts'
import { ageStages, themes } from './words.ts'

/** 家庭教育线上课程 — L059, L067; processes 4.3; R-EDU-02. Free; there is no field for a price. */
export const familyCourse = defineProgramme({
  id: 'family-course',
  version: 1,
  kind: 'case',
  service: 'education',
  label: { zh: '线上家长课', en: 'Online course' },
  short: { zh: '线上课', en: 'Courses' },
  noun: { zh: '门', en: 'course' },
  help: {
    zh: '一门课记一条，审过才上线，一律免费。播放按渠道记累计数，不算到场。培训机构想借课招生的，不上线。',
    en: 'One record a course; reviewed before it goes online, always free. Views are read by channel. Nothing that advertises paid training.',
  },
  sources: ['L059', 'L067', 'C20', 'R-EDU-01', 'R-EDU-02', 'R-STAT-02'],
  access: { see: seers, create: makers },
  fields: {
    title: field.text({ label: { zh: '课程名称', en: 'Title' }, class: 'P0', required: true, min: 2, max: 80 }),
    madeOn: field.day({ label: { zh: '制作日期', en: 'Made on' }, class: 'P0', required: true, past: true }),
    stage: field.choice(ageStages, {
      label: { zh: '孩子年龄段', en: 'Age of the children' },
      class: 'P0',
      required: true,
    }),
    theme: field.choice(themes, { label: { zh: '主题', en: 'Theme' }, class: 'P0' }),
    minutes: field.integer({
      label: { zh: '时长', en: 'Length' },
      class: 'P0',
      required: true,
      min: 1,
      max: 3000,
      unitLabel: { zh: '分钟', en: 'minutes' },
    }),
    lecturer: field.record('family-guide', { label: { zh: '主讲', en: 'Lecturer' }, class: 'P1' }),
    reviewers: field.text({ label: { zh: '审核人', en: 'Reviewed by' }, class: 'P2', required: true, max: 120 }),
    link: field.text({ label: { zh: '网址', en: 'Link' }, class: 'P0', required: true, max: 200 }),
  },
  title: 'title',
  dated: 'madeOn',
  opens: ['title', 'madeOn', 'stage', 'theme', 'minutes', 'lecturer'],
  states: {
    draft: { zh: '待审核', en: 'To be reviewed' },
    reviewed: { zh: '已审核', en: 'Reviewed' },
    online: { zh: '在线', en: 'Online' },
    withdrawn: { zh: '已下线', en: 'Withdrawn' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  actions: {
    review: {
      label: { zh: '审核通过', en: 'Reviewed' },
      from: ['draft'],
      to: 'reviewed',
      by: makers,
      fills: ['reviewers'],
      secondPerson: true,
      tone: 'main',
    },
    publish: {
      label: { zh: '上线', en: 'Put online' },
      from: ['reviewed'],
      to: 'online',
      by: makers,
      fills: ['link'],
      tone: 'main',
    },
    read: readStep(['online']),
    withdraw: {
      label: { zh: '下线', en: 'Withdraw' },
      from: ['draft', 'reviewed', 'online'],
      to: 'withdrawn',
      by: makers,
      reason: true,
    },
  },
  measures: {
    online: stock('item', {
      label: { zh: '在线家长课', en: 'Courses online' },
      unitLabel: { zh: '门', en: 'courses' },
      includes: '当日在线的课程',
      excludes: '待审核、已下线',
    }),
    published: flow('item', {
      label: { zh: '新上线家长课', en: 'Courses put online' },
      unitLabel: { zh: '门', en: 'courses' },
      includes: '期间内上线的课程',
      excludes: '待审核；重新上传',
    }),
    views: viewsOf('线上家长课'),
  },
  counts: ({ reached, history }, count) => {
    const withdrawn = reached.online ? reached.withdrawn : undefined
    return [
      reached.online && count.one('online', reached.online),
      reached.online && count.one('published', reached.online),
      withdrawn && count.gone('online', withdrawn),
      ...increasesOf(history).map((i) => count.many('views', i.views, i.on, 'D')),
    ]
  },
})
