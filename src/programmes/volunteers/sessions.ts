import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { services } from './services.ts'

/** 巾帼志愿服务 — L130, L131, L133; figures F100, F101. One team event is one session (processes 3.6). */
export const volunteerSession = defineProgramme({
  id: 'volunteer-session',
  version: 1,
  kind: 'activity',
  service: 'volunteering',
  label: { zh: '巾帼志愿服务', en: 'Volunteer service' },
  short: { zh: '志愿', en: 'Service' },
  noun: { zh: '场', en: 'session' },
  help: {
    zh: '一次活动记一场，不管去了几个人。服务了多少人：有名单的按名单，没有的按清点。志愿者签到只记时长，不打卡、不排名。',
    en: 'One team event is one session. People served are counted by list or by head.',
  },
  sources: ['L130', 'L131', 'L133', 'F100', 'F101', 'R-VOL-02', 'R-BUR-02'],

  access: {
    see: ['chair', 'organisation', 'family', 'volunteer-leader', 'statistician'],
    create: ['chair', 'organisation', 'volunteer-leader'],
  },
  fields: {
    title: field.text({ label: { zh: '做了什么', en: 'What was done' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    team: field.record('volunteer-team', { label: { zh: '服务队', en: 'Team' }, class: 'P1' }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    kind: field.choice(services, { label: { zh: '服务类别', en: 'Kind of service' }, class: 'P1', required: true }),
    served: field.integer({
      label: { zh: '服务人次', en: 'People served' },
      class: 'P1',
      max: 2000,
      unitLabel: { zh: '人次', en: 'attendances' },
    }),
    servedBy: field.choice(
      { sheet: { zh: '清点，有签到表', en: 'Counted, with sheet' }, estimate: { zh: '估计', en: 'Estimated' } },
      { label: { zh: '怎么数的', en: 'How counted' }, class: 'P1' },
    ),
    note: field.text({ label: { zh: '备注', en: 'Note' }, class: 'P1', max: 1000 }),
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'team',

  states: {
    planned: { zh: '待开展', en: 'Planned' },
    done: { zh: '已开展', en: 'Done' },
    confirmed: { zh: '时长已确认', en: 'Hours confirmed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'done'],
  checks: {
    servedKnown: {
      label: { zh: '填写服务人次和怎么数的', en: 'People served and how counted' },
      rule: 'R-STAT-01',
      met: (f) => f.answers.served !== undefined && f.answers.servedBy !== undefined,
    },
  },
  actions: {
    finish: {
      label: { zh: '开展完了', en: 'Done' },
      from: ['planned'],
      to: 'done',
      by: ['chair', 'organisation', 'volunteer-leader'],
      fills: ['served', 'servedBy'],
      needs: ['servedKnown'],
      tone: 'main',
    },
    confirm: {
      label: { zh: '确认时长', en: 'Confirm hours' },
      from: ['done'],
      to: 'confirmed',
      by: ['chair', 'organisation'],
      reach: 'below',
      secondPerson: true,
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回核对', en: 'Give back' },
      from: ['done', 'confirmed'],
      to: 'planned',
      by: ['chair', 'organisation'],
      reach: 'below',
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'done'],
      to: 'cancelled',
      by: ['chair', 'organisation', 'volunteer-leader'],
      reason: true,
    },
  },
  clocks: {
    confirm: {
      label: { zh: '核对服务时长', en: 'Confirm the hours' },
      from: 'done',
      until: ['confirmed', 'planned', 'cancelled'],
      within: workingDays(5),
      legal: false,
      rule: 'processes 3.2',
    },
  },
  measures: {
    sessions: flow('session', {
      label: { zh: '服务场次', en: 'Sessions' },
      aliases: ['志愿服务'],
      includes: '已开展的服务，一次活动一场',
      excludes: '待开展、已取消；每人的班次',
    }),
    served: flow('person-time', {
      label: { zh: '服务人次', en: 'People served' },
      includes: '有签到表清点（B）和估计（C）的服务人次',
      excludes: '志愿者本人',
    }),
    volunteers: flow('person', {
      label: { zh: '参加服务的志愿者', en: 'Volunteers who served' },
      includes: '期间内签到参加过服务的志愿者，按人去重',
      excludes: '只注册没有服务的',
    }),
    minutes: flow('item', {
      label: { zh: '服务时长', en: 'Service time' },
      unitLabel: { zh: '分钟', en: 'minutes' },
      includes: '已确认的签到时长',
      excludes: '未确认的时长',
    }),
  },
  counts: (session, count) => {
    if (session.state !== 'done' && session.state !== 'confirmed') return []
    const grade = session.answers.servedBy === 'sheet' ? 'B' : 'C'
    const minutes = session.state === 'confirmed' ? session.attendance.reduce((sum, a) => sum + (a.minutes ?? 0), 0) : 0
    return [
      count.one('sessions', session.on, session.attendance.length > 0 ? 'A' : grade),
      count.many('served', session.answers.served ?? 0, session.on, grade),
      count.many('minutes', minutes, session.on, 'A'),
      ...session.attendance.map((a) => count.person('volunteers', session.on, a.person)),
    ]
  },
})
