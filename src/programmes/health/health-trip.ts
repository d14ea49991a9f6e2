import { attendedChecks } from '../../core/attended-checks.ts'
import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { purposes } from './trip-purposes.ts'

const hands = ['chair', 'rights', 'family'] as const
/** The measure that counts whom a trip of this purpose served. */
const servedAs = {
  clinic: 'clinics',
  screening: 'clinics',
  teaching: 'taught',
  maternity: 'carried',
  emergency: 'urgent',
  training: 'trained',
} as const satisfies Record<keyof typeof purposes, string>

const served = (zh: string, en: string, what: string) =>
  flow('person-time', {
    label: { zh, en },
    includes: `${what}的服务人次，有登记表（B）、估计（C）`,
    excludes: '别的用途的出车；医护人员、司机；实名人数（不登记姓名）',
  })

/** 快车出车 — L123; R-MHE-02. A trip and whom it served, by number: who was carried or screened is never written. */
export const healthTrip = defineProgramme({
  id: 'health-trip',
  version: 1,
  kind: 'activity',
  service: 'health',
  label: { zh: '快车出车', en: 'Trips of the Express' },
  short: { zh: '出车', en: 'Trips' },
  noun: { zh: '次', en: 'trip' },
  help: {
    zh: '出一次车记一次：哪辆车、去哪里、做什么、多少公里、服务多少人次。医院每月交登记表的，用 Excel 模板一次导入。只记人次，不写谁坐了车、谁查了病。',
    en: 'One trip, one record: which vehicle, where, what for, how far, how many were served. A hospital’s monthly sheet comes by the Excel template. Numbers only: never who was carried or what was found.',
  },
  sources: ['L123', 'R-MHE-02', 'R-STAT-01'],
  access: { see: [...hands, 'statistician', 'auditor'], create: hands },
  fields: {
    title: field.text({
      label: { zh: '去哪里、做什么', en: 'Where and what for' },
      class: 'P1',
      required: true,
      min: 2,
      max: 60,
      help: { zh: '别写人的姓名和病。', en: 'No names, no illness.' },
    }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    vehicle: field.record('health-vehicle', { label: { zh: '哪辆车', en: 'Vehicle' }, class: 'P1', required: true }),
    purpose: field.choice(purposes, { label: { zh: '用途', en: 'Purpose' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '到哪里', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    doctor: field.text({ label: { zh: '带队医生', en: 'Doctor' }, class: 'P2', max: 60 }),
    kilometres: field.integer({
      label: { zh: '行驶', en: 'Driven' },
      class: 'P1',
      required: true,
      max: 5_000,
      unitLabel: { zh: '公里', en: 'km' },
    }),
    served: field.integer({
      label: { zh: '服务人次', en: 'Served' },
      class: 'P1',
      required: true,
      max: 5_000,
      unitLabel: { zh: '人次', en: 'person-times' },
    }),
    servedBy: field.choice(
      { sheet: { zh: '有登记表', en: 'By a sheet' }, estimate: { zh: '估计', en: 'Estimated' } },
      { label: { zh: '怎么数的', en: 'How counted' }, class: 'P1', required: true },
    ),
    medicine: field.money({ label: { zh: '发放药品价值', en: 'Value of medicine given' }, class: 'P1' }),
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'vehicle',
  opens: ['title', 'heldOn', 'vehicle', 'purpose', 'place', 'doctor'],
  states: {
    planned: { zh: '待出车', en: 'Planned' },
    done: { zh: '已出车', en: 'Done' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'done'],
  checks: {
    hasHappened: attendedChecks.hasHappened,
    driven: {
      label: { zh: '行驶公里、服务人次都大于零', en: 'Kilometres and persons served' },
      rule: 'R-MHE-02',
      met: ({ answers }) => (answers.kilometres ?? 0) > 0 && (answers.served ?? 0) > 0,
    },
  },
  actions: {
    finish: {
      label: { zh: '回来了，记下来', en: 'Done' },
      from: ['planned'],
      to: 'done',
      by: hands,
      fills: ['kilometres', 'served', 'servedBy', 'medicine'],
      needs: ['hasHappened', 'driven'],
      tone: 'main',
    },
    giveBack: {
      label: { zh: '登记有误，退回', en: 'Give back' },
      from: ['done'],
      to: 'planned',
      by: hands,
      reach: 'below',
      reason: true,
    },
    cancel: {
      label: { zh: '没有出车，取消', en: 'Cancel' },
      from: ['planned'],
      to: 'cancelled',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    finish: {
      label: { zh: '记下出车情况', en: 'Record the trip' },
      from: 'planned',
      until: ['done', 'cancelled'],
      within: workingDays(5),
      legal: false,
      rule: 'R-MHE-02',
    },
  },
  measures: {
    trips: flow('session', {
      label: { zh: '快车出车次数', en: 'Trips' },
      unitLabel: { zh: '次', en: 'trips' },
      includes: '已记下来的出车，按出车日期',
      excludes: '待出车、已取消',
    }),
    kilometres: flow('item', {
      label: { zh: '快车行驶里程', en: 'Driven' },
      unitLabel: { zh: '公里', en: 'km' },
      includes: '已记下来的出车里程',
      excludes: '没有记出车的里程',
    }),
    served: flow('person-time', {
      label: { zh: '快车服务人次', en: 'Served' },
      includes: '各种用途的服务人次之和，有登记表（B）、估计（C）',
      excludes: '医护人员、司机；实名人数（不登记姓名）',
    }),
    clinics: served('义诊筛查人次', 'Clinics and screenings', '义诊、筛查'),
    taught: served('健康宣教人次', 'Taught', '健康宣教'),
    carried: served('接送孕产妇人次', 'Mothers carried', '接送孕产妇'),
    urgent: served('急救人次', 'Emergencies', '急救'),
    trained: served('培训乡村医生人次', 'Village doctors trained', '培训'),
    medicine: flow('yuan', {
      label: { zh: '快车发放药品价值', en: 'Medicine given' },
      includes: '出车时免费发放的药品，按登记的价值（B）',
      excludes: '车辆价值；油料；不并入募集款物',
    }),
  },
  counts: ({ state, on, answers }, count) => {
    if (state !== 'done') return []
    const { purpose, served: many = 0, servedBy, kilometres = 0, medicine = 0 } = answers
    const grade = servedBy === 'sheet' ? 'B' : 'C'
    return [
      count.one('trips', on, grade),
      count.many('kilometres', kilometres, on, 'B'),
      count.many('served', many, on, grade),
      purpose && count.many(servedAs[purpose], many, on, grade),
      count.money('medicine', medicine, on, 'B'),
    ]
  },
})
