import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { readers } from './posts.ts'

const makers = ['chair', 'organisation', 'family', 'volunteer-leader'] as const

/** 妇女之家（微家）活动 — L144; figure F106. The home is an organisation of the directory; what it held is here. */
export const homeActivity = defineProgramme({
  id: 'home-activity',
  version: 1,
  kind: 'activity',
  service: 'organising',
  label: { zh: '妇女之家活动', en: 'Activity of a Women’s Home' },
  short: { zh: '之家活动', en: 'Homes' },
  noun: { zh: '场', en: 'activity' },
  help: {
    zh: '妇女之家、微家办了活动就记一场，选是哪个之家。不要求几天一次，也不排名；十二个月没有活动的，上级去问问有什么难处。',
    en: 'What a Women’s Home or micro-home held. No quota and no ranking; one without any for twelve months is asked what it needs.',
  },
  sources: ['L144', 'F106', 'R-BUR-02'],
  access: { see: [...readers, 'volunteer-leader'], create: makers },
  fields: {
    title: field.text({ label: { zh: '做了什么', en: 'What' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    home: field.org({ label: { zh: '哪个妇女之家', en: 'Which home' }, class: 'P1', required: true }),
    kind: field.choice(
      {
        study: { zh: '学习宣讲', en: 'Study and talks' },
        talk: { zh: '议事、听意见', en: 'Meeting and hearing' },
        help: { zh: '维权关爱', en: 'Rights and care' },
        skills: { zh: '技能就业', en: 'Skills and work' },
        family: { zh: '家庭和孩子', en: 'Families and children' },
        culture: { zh: '文体', en: 'Culture and sports' },
        service: { zh: '志愿便民', en: 'Voluntary service' },
      },
      { label: { zh: '哪一类', en: 'Kind' }, class: 'P1', required: true },
    ),
    note: field.text({ label: { zh: '备注', en: 'Note' }, class: 'P1', max: 1000 }),
  },
  title: 'title',
  dated: 'heldOn',
  states: {
    planned: { zh: '待举办', en: 'Planned' },
    held: { zh: '已举办', en: 'Held' },
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
      by: makers,
      needs: ['hasHappened', 'someoneCame'],
      tone: 'main',
    },
    reopen: { label: { zh: '改回待举办', en: 'Reopen' }, from: ['held'], to: 'planned', by: makers, reason: true },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'held'],
      to: 'cancelled',
      by: makers,
      reason: true,
    },
  },
  measures: {
    sessions: flow('session', {
      label: { zh: '妇女之家活动', en: 'Activities of homes' },
      includes: '妇女之家、微家办完的活动，一次一场',
      excludes: '待举办、已取消；流动服务（看点单服务）',
    }),
    attendances: flow('person-time', {
      label: { zh: '妇女之家活动人次', en: 'Attendances' },
      includes: '签到（A）、附签到表清点（B）、写明原因的估计（C）',
      excludes: '工作人员；线上观看',
    }),
  },
  counts: (activity, count) =>
    activity.state === 'held'
      ? [
          count.one('sessions', activity.on, surestGrade(activity)),
          ...cameByGrade(activity).map(({ grade, came }) => count.many('attendances', came, activity.on, grade)),
        ]
      : [],
})
