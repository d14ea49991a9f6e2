import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { classWorth, trainingChecks } from '../../core/training-class.ts'

const keepers = ['chair', 'family'] as const

/** 家庭教育指导者培训 — L060. A class with its list; who finished is named, and only who came can finish. */
export const guideTraining = defineProgramme({
  id: 'guide-training',
  version: 1,
  kind: 'activity',
  service: 'education',
  label: { zh: '指导者培训', en: 'Training of guides' },
  short: { zh: '指导培训', en: 'Training' },
  noun: { zh: '期', en: 'class' },
  help: {
    zh: '一期记一条：课程、学时、谁讲、谁来。结业的从签到的人里选。人次和人数分开看。',
    en: 'One record a class: syllabus, hours, trainer, who came. Those who finish are among those who signed in.',
  },
  sources: ['L060'],
  access: { see: ['chair', 'family', 'guide', 'organisation', 'statistician'], create: keepers },
  fields: {
    title: field.text({ label: { zh: '班次名称', en: 'Class' }, class: 'P1', required: true, min: 2, max: 60 }),
    startsOn: field.day({ label: { zh: '开班日期', en: 'Begins on' }, class: 'P1', required: true }),
    endsOn: field.day({ label: { zh: '结束日期', en: 'Ends on' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, max: 80 }),
    hours: field.integer({
      label: { zh: '学时', en: 'Hours' },
      class: 'P1',
      required: true,
      min: 1,
      max: 400,
      unitLabel: { zh: '学时', en: 'hours' },
    }),
    trainer: field.text({ label: { zh: '授课人、机构', en: 'Trainer' }, class: 'P2', required: true, max: 80 }),
    syllabus: field.text({ label: { zh: '课程', en: 'Syllabus' }, class: 'P1', max: 1000 }),
    certified: field.people(
      { finished: { zh: '结业', en: 'Finished' } },
      { label: { zh: '结业的人', en: 'Who finished' }, class: 'P2', required: true, min: 1, max: 500 },
    ),
  },
  title: 'title',
  dated: 'startsOn',
  opens: ['title', 'startsOn', 'endsOn', 'place', 'hours', 'trainer', 'syllabus'],
  states: {
    planned: { zh: '待开班', en: 'Planned' },
    held: { zh: '已办班', en: 'Held' },
    certified: { zh: '已结业', en: 'Certificates given' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'held'],
  checks: trainingChecks,
  actions: {
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['planned'],
      to: 'held',
      by: keepers,
      needs: ['isOver', 'someoneCame'],
      tone: 'main',
    },
    certify: {
      label: { zh: '登记结业', en: 'Record who finished' },
      from: ['held'],
      to: 'certified',
      by: keepers,
      fills: ['certified'],
      needs: ['allCame'],
      tone: 'main',
    },
    reopen: {
      label: { zh: '改回', en: 'Reopen' },
      from: ['held', 'certified'],
      to: 'planned',
      by: keepers,
      reason: true,
    },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned'], to: 'cancelled', by: keepers, reason: true },
  },
  clocks: {
    certify: {
      label: { zh: '登记结业', en: 'Record who finished' },
      from: 'held',
      until: ['certified', 'planned'],
      within: workingDays(10),
      legal: false,
      rule: 'L060',
    },
  },
  measures: {
    classes: flow('session', {
      label: { zh: '指导者培训班', en: 'Classes' },
      unitLabel: { zh: '期', en: 'classes' },
      includes: '办完的培训班，一期一个，按开班日期',
      excludes: '待开班、已取消；给家长的课',
    }),
    trained: flow('person-time', {
      label: { zh: '培训人次', en: 'Attendances at training' },
      includes: '一人参加一期算一人次',
      excludes: '授课人、工作人员',
    }),
    people: flow('person', {
      label: { zh: '参训人数（实名）', en: 'Distinct people trained' },
      includes: '期间内签到参加过的人，一人几期只算一人',
      excludes: '没有签到的',
    }),
    finished: flow('person', {
      label: { zh: '结业人数（实名）', en: 'Distinct people who finished' },
      includes: '期间内结业的人，按人去重',
      excludes: '参加了没有结业的',
    }),
  },
  counts: (training, count) => {
    if (training.state !== 'held' && training.state !== 'certified') return []
    return classWorth(training, training.state === 'certified' ? (training.answers.certified ?? []) : [], count)
  },
})
