import type { Grade } from '../../core/count.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { lanes } from './lanes.ts'

const makers = ['rights', 'chair', 'mediator', 'lawyer'] as const

/** 蒲公英服务 — L102; F094, which adds persons and households: here each is a measure of its own. */
export const dandelionService = defineProgramme({
  id: 'dandelion-service',
  version: 1,
  kind: 'activity',
  service: 'dandelion',
  label: { zh: '蒲公英服务', en: 'Dandelion service' },
  short: { zh: '项目服务', en: 'Services' },
  noun: { zh: '次', en: 'service' },
  help: {
    zh: '项目每服务一次记一次：来了多少人（签到或清点），上门服务了多少户。人和户分开记，不能加在一起。',
    en: 'One record each time a project serves: how many people, how many homes. Persons and homes are never added.',
  },
  sources: ['L102', 'F094', 'R-STAT-01'],
  access: { see: [...makers, 'organisation', 'statistician'], create: makers },
  fields: {
    title: field.text({ label: { zh: '做了什么', en: 'What was done' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    project: field.record('dandelion-project', { label: { zh: '项目', en: 'Project' }, class: 'P1', required: true }),
    lane: field.choice(lanes, { label: { zh: '方向', en: 'Lane' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    homes: field.integer({
      label: { zh: '上门服务', en: 'Homes served' },
      class: 'P1',
      max: 2000,
      unitLabel: { zh: '户次', en: 'home visits' },
    }),
    homesBy: field.choice(
      { sheet: { zh: '有服务记录清点', en: 'Counted from sheets' }, estimate: { zh: '估计', en: 'Estimated' } },
      { label: { zh: '户数怎么数的', en: 'How homes were counted' }, class: 'P1' },
    ),
    note: field.text({ label: { zh: '备注', en: 'Note' }, class: 'P1', max: 1000 }),
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'project',
  states: {
    planned: { zh: '待开展', en: 'Planned' },
    done: { zh: '已开展', en: 'Done' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'done'],
  checks: {
    hasHappened: {
      label: { zh: '到了开展那天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: ({ today, on }) => today === undefined || today >= on,
    },
    counted: {
      label: { zh: '记下了人数或户数', en: 'People or homes are recorded' },
      rule: 'R-STAT-01',
      met: ({ attendance, heads, answers }) =>
        attendance.length + heads.length > 0 || ((answers.homes ?? 0) > 0 && answers.homesBy !== undefined),
    },
  },
  actions: {
    finish: {
      label: { zh: '开展完了', en: 'Done' },
      from: ['planned'],
      to: 'done',
      by: makers,
      fills: ['homes', 'homesBy'],
      needs: ['hasHappened', 'counted'],
      tone: 'main',
    },
    reopen: { label: { zh: '改回待开展', en: 'Reopen' }, from: ['done'], to: 'planned', by: makers, reason: true },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'done'],
      to: 'cancelled',
      by: makers,
      reason: true,
    },
  },
  measures: {
    services: flow('session', {
      label: { zh: '蒲公英服务', en: 'Services' },
      unitLabel: { zh: '次', en: 'services' },
      includes: '已开展的服务，按日期',
      excludes: '待开展、已取消',
    }),
    attendances: flow('person-time', {
      label: { zh: '服务妇女儿童', en: 'Women and children served' },
      includes: '签到（A）、清点（B）、估计（C）的人次',
      excludes: '户次；工作人员；线上观看',
    }),
    people: flow('person', {
      label: { zh: '服务妇女儿童（实名）', en: 'Distinct people served' },
      includes: '实名签到的人，一人多次只算一人',
      excludes: '没有签到的人',
    }),
    homes: flow('item', {
      label: { zh: '上门服务户次', en: 'Home visits' },
      unitLabel: { zh: '户次', en: 'home visits' },
      includes: '上门服务的户次',
      excludes: '户数（不去重）；人次',
    }),
  },
  counts: ({ state, on, answers, attendance, heads }, count) => {
    if (state !== 'done') return []
    const headsOf = (grade: Grade) => heads.filter((h) => h.grade === grade).reduce((sum, h) => sum + h.count, 0)
    const byHomes: Grade = answers.homesBy === 'sheet' ? 'B' : 'C'
    const best: Grade = attendance.length > 0 ? 'A' : (heads.map((h) => h.grade).sort()[0] ?? byHomes)
    return [
      count.one('services', on, best),
      count.many('attendances', attendance.length, on, 'A'),
      count.many('attendances', headsOf('B'), on, 'B'),
      count.many('attendances', headsOf('C'), on, 'C'),
      count.many('attendances', headsOf('D'), on, 'D'),
      count.many('homes', answers.homes ?? 0, on, byHomes),
      ...attendance.map((a) => count.person('people', on, a.person)),
    ]
  },
})
