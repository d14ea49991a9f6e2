import { workingDays } from '../../core/clock.ts'
import { todayInShanghai } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { harmReport } from '../../core/harm-report.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import {
  keepers,
  leaders,
  minutesBetween,
  mostMinutes,
  needAsked,
  readers,
  services,
  shiftFields,
  stopAsked,
} from './services.ts'

/**
 * 巾帼志愿服务 — L130, L131, L133; figures F100, F101. One team event is one session (processes 3.6); planned with places and
 * hours it is a shift of a project, which women sign up for, sign in to and out of.
 */
export const volunteerSession = defineProgramme({
  id: 'volunteer-session',
  version: 1,
  kind: 'activity',
  service: 'volunteering',
  label: { zh: '巾帼志愿服务', en: 'Volunteer service' },
  short: { zh: '志愿', en: 'Service' },
  noun: { zh: '场', en: 'session' },
  help: {
    zh: '一次活动记一场，不管去了几个人。要招人的先排成班次：几点到几点、要几个人，开放报名。当天点“开始”，扫码签到、签退；忘了签退的由队长写明原因补记，不超过这个班次。志愿者签到只记时长，不打卡、不排名。',
    en: 'One team event is one session. With people to find it is a shift first: hours and places, open to sign-ups. On the day it begins, they sign in and out by code; a forgotten sign-out is settled by the leader with a reason. People served are counted by list or by head. No ranking.',
  },
  sources: ['L130', 'L131', 'L132', 'L133', 'F100', 'F101', 'R-VOL-02', 'R-VOL-04', 'R-REP-03', 'R-BUR-02'],

  access: {
    see: readers,
    create: leaders,
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
    ...shiftFields,
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'project',

  states: {
    planned: { zh: '待开展', en: 'Planned' },
    open: { zh: '报名中', en: 'Open to sign-ups' },
    running: { zh: '服务中', en: 'Under way' },
    stopped: { zh: '已叫停', en: 'Stopped' },
    done: { zh: '已开展', en: 'Done' },
    confirmed: { zh: '时长已确认', en: 'Hours confirmed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  // An open shift is what people signed up for; it is called off rather than moved.
  editableIn: ['planned', 'running', 'stopped', 'done'],
  checks: {
    servedKnown: {
      label: { zh: '填写服务人次和怎么数的', en: 'People served and how counted' },
      rule: 'R-STAT-01',
      met: (f) => f.answers.served !== undefined && f.answers.servedBy !== undefined,
    },
    ofProject: {
      label: { zh: '属于一个招募项目', en: 'It belongs to a project' },
      rule: 'processes 3.2',
      route: true,
      met: ({ answers }) => answers.project !== undefined,
    },
    timed: {
      label: {
        zh: '写明几点到几点（当天，不超过十二小时）、要几个人',
        en: 'Hours of that day, twelve at most, and places',
      },
      rule: 'processes 3.3',
      met: ({ on, answers: { startsAt, endsAt, places } }) => {
        const long = minutesBetween(startsAt, endsAt) ?? 0
        return places !== undefined && long > 0 && long <= mostMinutes && dayInShanghai(startsAt) === on
      },
    },
    dayCame: {
      label: { zh: '到了那一天', en: 'The day has come' },
      rule: 'R-STAT-01',
      waits: true,
      met: ({ on, today }) => today === undefined || today >= on,
    },
    allOut: {
      label: { zh: '签到的人都签退了，或由队长补记了时长', en: 'Everybody has signed out, or was settled' },
      rule: 'R-VOL-04',
      met: ({ answers, attendance }) => answers.startsAt === undefined || attendance.every((a) => a.minutes !== null),
    },
    childrenSafe: {
      label: {
        zh: '接触孩子的：至少两名大人在场，来的孩子监护人都书面同意',
        en: 'With children: two adults there, every guardian agreed in writing',
      },
      rule: 'R-VOL-07, R-PRI-03',
      met: ({ answers: { withChildren, children, guardiansAgreed }, attendance }) =>
        withChildren !== true || (children !== undefined && guardiansAgreed === children && attendance.length >= 2),
    },
  },
  actions: {
    offer: {
      label: { zh: '开放报名', en: 'Open to sign-ups' },
      from: ['planned'],
      to: 'open',
      by: leaders,
      fills: ['startsAt', 'endsAt', 'places'],
      needs: ['ofProject', 'timed'],
      tone: 'main',
    },
    begin: {
      label: { zh: '开始', en: 'Begin' },
      from: ['open'],
      to: 'running',
      by: leaders,
      needs: ['dayCame'],
      tone: 'main',
    },
    finish: {
      label: { zh: '开展完了', en: 'Done' },
      from: ['planned', 'running', 'stopped'],
      to: 'done',
      by: leaders,
      fills: ['served', 'servedBy', 'children', 'guardiansAgreed'],
      needs: ['servedKnown', 'allOut', 'childrenSafe'],
      tone: 'main',
    },
    need: {
      label: { zh: '记下一件需求', en: 'A need was told' },
      from: ['planned', 'running', 'done'],
      to: 'same',
      by: leaders,
      asks: needAsked,
      starts: ({ history, on }) => {
        const { on: foundOn = on, answers: { kind } = {} } = history.at(-1) ?? {}
        return [{ programme: 'found-need', answers: { kind, foundOn, told: '志愿服务时提出，回话前问清楚。' } }]
      },
    },
    stop: {
      label: { zh: '叫停', en: 'Stop' },
      from: ['open', 'running'],
      to: 'stopped',
      by: leaders,
      asks: stopAsked,
      // Why is between whoever stopped it and those who handle the report.
      blindIn: ['stopped', 'done', 'confirmed'],
      starts: (facts) => (facts.history.at(-1)?.answers.why === 'child' ? harmReport(facts, true) : []),
      tone: 'safety',
    },
    confirm: {
      label: { zh: '确认时长', en: 'Confirm hours' },
      from: ['done'],
      to: 'confirmed',
      by: keepers,
      reach: 'below',
      secondPerson: true,
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回核对', en: 'Give back' },
      from: ['done', 'confirmed'],
      to: 'planned',
      by: keepers,
      reach: 'below',
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'open', 'done'],
      to: 'cancelled',
      by: leaders,
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
      excludes: '待开展、已取消；每人的班次；同一场的另几班',
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
      includes: '已确认的实际服务时间，从签到到签退，不超过班次',
      excludes: '未确认的；路上的时间、培训；有报酬的工作',
    }),
    children: flow('person-time', {
      label: { zh: '志愿服务中的孩子', en: 'Children at volunteer service' },
      includes: '接触孩子的服务中来的孩子，只数人头（B、C）',
      excludes: '孩子的姓名（不记）；家长；周末妈妈结对的孩子（另计）',
    }),
  },
  counts: (session, count) => {
    if (session.state !== 'done' && session.state !== 'confirmed') return []
    const grade = session.answers.servedBy === 'sheet' ? 'B' : 'C'
    const minutes = session.state === 'confirmed' ? session.attendance.reduce((sum, a) => sum + (a.minutes ?? 0), 0) : 0
    return [
      !session.answers.sameAs && count.one('sessions', session.on, session.attendance.length > 0 ? 'A' : grade),
      count.many('served', session.answers.served ?? 0, session.on, grade),
      count.many('minutes', minutes, session.on, 'A'),
      session.answers.withChildren === true && count.many('children', session.answers.children ?? 0, session.on, grade),
      ...session.attendance.map((a) => count.person('volunteers', session.on, a.person)),
    ]
  },
})

const dayInShanghai = (moment: string | undefined) => (moment ? todayInShanghai(new Date(moment)) : undefined)
