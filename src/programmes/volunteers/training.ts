import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { attendedChecks } from '../../core/attended-checks.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { leaders, readers, trainings } from './services.ts'

/** 志愿者培训 — L130; R-VOL-02 (志愿服务条例 第十六条). Whoever signed in at one that was held is trained for it for two years. */
export const volunteerTraining = defineProgramme({
  id: 'volunteer-training',
  version: 1,
  kind: 'activity',
  service: 'volunteering',
  label: { zh: '志愿者培训', en: 'Training of volunteers' },
  short: { zh: '培训', en: 'Training' },
  noun: { zh: '期', en: 'class' },
  help: {
    zh: '服务前的培训，一期记一条，来的人要签到。签到了、办完了，两年内报名要这项培训的班次就过得去。培训不算服务时长。',
    en: 'Training before service. Whoever signed in is trained for it for two years. Training is no service time.',
  },
  sources: ['L130', 'R-VOL-02', 'R-VOL-04'],
  access: { see: readers, create: leaders },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    kind: field.choice(trainings, { label: { zh: '培训什么', en: 'What for' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    trainer: field.text({ label: { zh: '谁讲', en: 'Trainer' }, class: 'P2', required: true, max: 80 }),
    lasts: field.integer({
      label: { zh: '讲多久', en: 'Length' },
      class: 'P1',
      required: true,
      min: 10,
      max: 720,
      unitLabel: { zh: '分钟', en: 'minutes' },
    }),
  },
  title: 'title',
  dated: 'heldOn',
  states: {
    planned: { zh: '待开班', en: 'Planned' },
    held: { zh: '已办班', en: 'Held' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'held'],
  checks: attendedChecks,
  actions: {
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['planned'],
      to: 'held',
      by: leaders,
      needs: ['hasHappened', 'someoneCame'],
      tone: 'main',
    },
    reopen: { label: { zh: '改回', en: 'Reopen' }, from: ['held'], to: 'planned', by: leaders, reason: true },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned'], to: 'cancelled', by: leaders, reason: true },
  },
  measures: {
    classes: flow('session', {
      label: { zh: '志愿者培训', en: 'Classes' },
      unitLabel: { zh: '期', en: 'classes' },
      includes: '办完的培训，按日期',
      excludes: '待开班、已取消；服务场次',
    }),
    trained: flow('person-time', {
      label: { zh: '志愿者培训人次', en: 'Attendances at training' },
      includes: '签到的（A）、附签到表清点的（B）、估计（C）',
      excludes: '讲课的人；服务时长',
    }),
    people: flow('person', {
      label: { zh: '受训志愿者（实名）', en: 'Distinct people trained' },
      includes: '期间内签到参加过的，一人几期算一人',
      excludes: '没有签到的',
    }),
  },
  counts: (training, count) =>
    training.state === 'held'
      ? [
          count.one('classes', training.on, surestGrade(training)),
          ...cameByGrade(training).map(({ grade, came }) => count.many('trained', came, training.on, grade)),
          ...training.attendance.map(({ person }) => count.person('people', training.on, person)),
        ]
      : [],
})
