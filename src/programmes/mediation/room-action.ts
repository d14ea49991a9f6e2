import { surestGrade } from '../../core/attended.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const keepers = ['chair', 'rights', 'mediator'] as const

/** 千个家庭矛盾纠纷调解室公益服务行动 — L110; figure F048. A morning at a room, open to whoever comes. */
export const roomAction = defineProgramme({
  id: 'room-action',
  version: 1,
  kind: 'activity',
  service: 'rights',
  label: { zh: '调解室公益服务', en: 'Service of the rooms' },
  short: { zh: '公益', en: 'Service' },
  noun: { zh: '场', en: 'session' },
  help: {
    zh: '调解室办的宣讲、咨询、上门服务。来咨询的人不留姓名也算人次；个人的事另立案，不写在这里。',
    en: 'Talks, advice and visits by the rooms. People need leave no name; a personal matter is a case of its own.',
  },
  sources: ['L110', 'F048', 'R-STAT-01'],
  access: { see: ['chair', 'rights', 'mediator', 'organisation', 'statistician'], create: keepers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    room: field.record('mediation-room', { label: { zh: '婚调室', en: 'Room' }, class: 'P1', required: true }),
    kind: field.choice(
      {
        talk: { zh: '宣讲', en: 'Talk' },
        advice: { zh: '咨询', en: 'Advice' },
        visit: { zh: '上门服务', en: 'Home visits' },
        teaching: { zh: '以案说法', en: 'Law by cases' },
      },
      { label: { zh: '做什么', en: 'Kind' }, class: 'P1', required: true },
    ),
    note: field.text({ label: { zh: '备注', en: 'Note' }, class: 'P1', max: 1000 }),
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'room',
  states: {
    planned: { zh: '待开展', en: 'Planned' },
    held: { zh: '已开展', en: 'Held' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'held'],
  checks: {
    hasHappened: {
      label: { zh: '到了那一天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: (f) => f.today === undefined || f.today >= f.on,
    },
    someoneCame: {
      label: { zh: '记下来了多少人', en: 'Attendance is recorded' },
      rule: 'R-STAT-01',
      met: (f) => f.attendance.length + f.heads.length > 0,
    },
  },
  actions: {
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['planned'],
      to: 'held',
      by: keepers,
      needs: ['hasHappened', 'someoneCame'],
      tone: 'main',
    },
    reopen: { label: { zh: '改回待开展', en: 'Reopen' }, from: ['held'], to: 'planned', by: keepers, reason: true },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'held'],
      to: 'cancelled',
      by: keepers,
      reason: true,
    },
  },
  measures: {
    sessions: flow('session', {
      label: { zh: '公益服务场次', en: 'Sessions' },
      includes: '已开展的公益服务，一次一场',
      excludes: '待开展、已取消；立案调解',
    }),
    attendances: flow('person-time', {
      label: { zh: '公益服务人次', en: 'Attendances' },
      includes: '签到（A）、附签到表清点（B）、写明原因的估计（C）',
      excludes: '调解员本人；线上观看',
    }),
  },
  counts: (session, count) => {
    if (session.state !== 'held') return []
    const heads = (grade: 'B' | 'C' | 'D') =>
      session.heads.filter((h) => h.grade === grade).reduce((sum, h) => sum + h.count, 0)
    const grade = surestGrade(session)
    return [
      count.one('sessions', session.on, grade),
      count.many('attendances', session.attendance.length, session.on, 'A'),
      count.many('attendances', heads('B'), session.on, 'B'),
      count.many('attendances', heads('C'), session.on, 'C'),
      count.many('attendances', heads('D'), session.on, 'D'),
    ]
  },
})
