import { surestGrade } from '../../core/attended.ts'
import type { Grade } from '../../core/count.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const makers = ['rights', 'chair', 'lawyer'] as const

/** 百名律师走基层 — L109; figures F047, F049. A clinic or talk where lawyers meet women. */
export const legalClinic = defineProgramme({
  id: 'legal-clinic',
  version: 1,
  kind: 'activity',
  service: 'rights',
  label: { zh: '律师走基层', en: 'Legal clinic' },
  short: { zh: '律师下乡', en: 'Clinics' },
  noun: { zh: '场', en: 'clinic' },
  help: {
    zh: '律师到基层讲法、坐诊，一次记一场。写上来了哪些律师；来的妇女签到或清点人数。谁问了什么另记“法律咨询”，可以不留名。',
    en: 'One record for each clinic: which lawyers went, how many women came. What somebody asked is a record of its own and may be anonymous.',
  },
  sources: ['L109', 'F047', 'F049'],
  access: { see: [...makers, 'organisation', 'publicity', 'statistician'], create: makers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    form: field.choice(
      {
        clinic: { zh: '坐诊咨询', en: 'Clinic' },
        talk: { zh: '普法讲座', en: 'Talk' },
        both: { zh: '讲座加坐诊', en: 'Both' },
      },
      { label: { zh: '形式', en: 'Form' }, class: 'P1', required: true },
    ),
    lawyers: field.people(
      { lawyer: { zh: '律师', en: 'Lawyer' }, helper: { zh: '工作人员', en: 'Helper' } },
      { label: { zh: '去的律师', en: 'Lawyers who went' }, class: 'P2', min: 1, max: 20 },
    ),
    note: field.text({ label: { zh: '讲了什么', en: 'What was told' }, class: 'P1', max: 1000 }),
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
      label: { zh: '到了举办那天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: ({ today, on }) => today === undefined || today >= on,
    },
    lawyersNamed: {
      label: { zh: '写了去的律师', en: 'The lawyers are named' },
      rule: 'L109',
      met: ({ answers }) => (answers.lawyers ?? []).some((p) => p.role === 'lawyer'),
    },
    someoneCame: {
      label: { zh: '记下来了多少人（签到或清点）', en: 'Attendance is recorded' },
      rule: 'R-STAT-01',
      met: ({ attendance, heads }) => attendance.length + heads.length > 0,
    },
  },
  actions: {
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['planned'],
      to: 'held',
      by: makers,
      fills: ['lawyers'],
      needs: ['hasHappened', 'lawyersNamed', 'someoneCame'],
      tone: 'main',
    },
    reopen: { label: { zh: '改回待举办', en: 'Reopen' }, from: ['held'], to: 'planned', by: makers, reason: true },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned'], to: 'cancelled', by: makers, reason: true },
  },
  measures: {
    sessions: flow('session', {
      label: { zh: '律师走基层', en: 'Clinics held' },
      includes: '已举办的场次，按举办日期',
      excludes: '待举办、已取消；电话咨询',
    }),
    lawyers: flow('person', {
      label: { zh: '下基层的律师', en: 'Lawyers who went' },
      aliases: ['百名律师走基层'],
      includes: '期间内去过的律师，一人多次只算一人',
      excludes: '只在册没有去的；工作人员',
    }),
    attendances: flow('person-time', {
      label: { zh: '服务人次', en: 'Attendances' },
      includes: '签到（A）、附签到表清点（B）、写明原因的估计（C）的妇女群众',
      excludes: '律师和工作人员；线上观看',
    }),
  },
  counts: ({ state, on, answers, attendance, heads }, count) => {
    if (state !== 'held') return []
    const headsOf = (grade: Grade) => heads.filter((h) => h.grade === grade).reduce((sum, h) => sum + h.count, 0)
    return [
      count.one('sessions', on, surestGrade({ attendance, heads })),
      count.many('attendances', attendance.length, on, 'A'),
      count.many('attendances', headsOf('B'), on, 'B'),
      count.many('attendances', headsOf('C'), on, 'C'),
      count.many('attendances', headsOf('D'), on, 'D'),
      ...(answers.lawyers ?? []).map((p) => p.role === 'lawyer' && count.person('lawyers', on, p.person)),
    ]
  },
})
