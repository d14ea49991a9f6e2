import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { classWorth, trainingChecks } from '../../core/training-class.ts'
import { industries, keepers, payers, seers } from './words.ts'

/**
 * 特色产业技能培训班 — L080, L085; figures F032, F071, F072. Person-times and distinct persons are two figures; money is what was
 * spent on the class by its vouchers, confirmed by another person. Domestic-service classes are another service.
 */
export const skillClass = defineProgramme({
  id: 'skill-class',
  version: 1,
  kind: 'activity',
  service: 'employment',
  series: 'JN',
  label: { zh: '技能培训班', en: 'Skills class' },
  short: { zh: '培训', en: 'Classes' },
  noun: { zh: '期', en: 'class' },
  help: {
    zh: '刺绣、奶食、种植、电商这些产业的培训，一期记一条。签到的算人数，清点的只算人次，两个数分开看。结业的从签到的人里选。钱照票据记，另一个人核过才算投入。家政培训记在家政服务里。',
    en: 'Training for local industries, a record each. Signed in: persons; counted: attendances only. Finishers are among those who signed in. Money by its vouchers, confirmed by another person. Domestic service has its own classes.',
  },
  sources: ['L080', 'L085', 'F032', 'F071', 'F072', 'R-JOB-02', 'R-STAT-01'],
  access: { see: [...seers, 'finance'], create: keepers },
  fields: {
    title: field.text({ label: { zh: '班次名称', en: 'Class' }, class: 'P0', required: true, min: 2, max: 60 }),
    startsOn: field.day({ label: { zh: '开班日期', en: 'Begins on' }, class: 'P0', required: true }),
    endsOn: field.day({ label: { zh: '结束日期', en: 'Ends on' }, class: 'P0', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P0', required: true, max: 80 }),
    industry: field.choice(industries, { label: { zh: '哪个产业', en: 'Industry' }, class: 'P0', required: true }),
    hours: field.integer({
      label: { zh: '学时', en: 'Hours' },
      class: 'P0',
      required: true,
      min: 1,
      max: 400,
      unitLabel: { zh: '学时', en: 'hours' },
    }),
    trainer: field.text({ label: { zh: '授课人、机构', en: 'Trainer' }, class: 'P2', required: true, max: 80 }),
    syllabus: field.text({ label: { zh: '教什么', en: 'Syllabus' }, class: 'P0', max: 1000 }),
    free: field.yesNo({
      label: { zh: '不收学员的钱、不办培训贷', en: 'No fee, no training on loan' },
      class: 'P0',
      required: true,
    }),
    base: field.record('women-base', { label: { zh: '在哪个基地', en: 'At which base' }, class: 'P0' }),
    project: field.record('training-project', {
      label: { zh: '属于哪个培训项目', en: 'Of which project' },
      class: 'P0',
      standing: ['running'],
    }),
    certified: field.people(
      { finished: { zh: '结业', en: 'Finished' } },
      { label: { zh: '结业的人', en: 'Who finished' }, class: 'P2', required: true, min: 1, max: 500 },
    ),
    certificate: field.choice(
      {
        finish: { zh: '结业证', en: 'Certificate of the class' },
        ability: { zh: '专项职业能力证书', en: 'Certificate of one ability' },
        level: { zh: '职业技能等级证书', en: 'Certificate of a skill level' },
      },
      { label: { zh: '发什么证', en: 'Certificate' }, class: 'P0', required: true },
    ),
    payer: field.choice(payers, { label: { zh: '谁出的钱', en: 'Funded by' }, class: 'P1', required: true }),
    spent: field.money({ label: { zh: '实际花了多少', en: 'Spent' }, class: 'P1', required: true }),
    vouchers: field.text({
      label: { zh: '票据、报销单号', en: 'Vouchers' },
      class: 'P1',
      required: true,
      min: 2,
      max: 200,
    }),
  },
  title: 'title',
  dated: 'startsOn',
  parentField: 'project',
  opens: [
    'title',
    'startsOn',
    'endsOn',
    'place',
    'industry',
    'hours',
    'trainer',
    'syllabus',
    'free',
    'base',
    'project',
  ],
  states: {
    planned: { zh: '待开班', en: 'Planned' },
    held: { zh: '已办班', en: 'Held' },
    certified: { zh: '已结业', en: 'Certificates given' },
    spent: { zh: '已报钱，待核', en: 'Money told, to be confirmed' },
    settled: { zh: '已办结', en: 'Settled' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned'],
  checks: {
    ...trainingChecks,
    isFree: {
      label: { zh: '不收学员的钱、不办培训贷', en: 'No fee, no training on loan' },
      rule: 'R-JOB-02',
      met: ({ answers }) => answers.free === true,
    },
    hasVouchers: {
      label: { zh: '金额和票据对得上', en: 'The amount has its vouchers' },
      rule: 'L080',
      met: ({ answers: { spent = 0, vouchers } }) => spent === 0 || vouchers !== undefined,
    },
  },
  actions: {
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['planned'],
      to: 'held',
      by: keepers,
      needs: ['isOver', 'someoneCame', 'isFree'],
      tone: 'main',
    },
    certify: {
      label: { zh: '登记结业发证', en: 'Record who finished' },
      from: ['held'],
      to: 'certified',
      by: keepers,
      fills: ['certified', 'certificate'],
      needs: ['allCame'],
      tone: 'main',
    },
    spend: {
      label: { zh: '记花了多少钱', en: 'Tell what was spent' },
      from: ['held', 'certified'],
      to: 'spent',
      by: [...keepers, 'finance'],
      fills: ['payer', 'spent', 'vouchers'],
      needs: ['hasVouchers'],
      tone: 'main',
    },
    confirm: {
      label: { zh: '票据核过', en: 'Vouchers confirmed' },
      from: ['spent'],
      to: 'settled',
      by: [...keepers, 'finance'],
      reach: 'below',
      secondPerson: true,
      otherThan: ['spend'],
      tone: 'main',
    },
    giveBack: {
      label: { zh: '票据不对，退回', en: 'Vouchers are wrong: give back' },
      from: ['spent'],
      to: 'held',
      by: [...keepers, 'finance'],
      reach: 'below',
      reason: true,
    },
    reopen: {
      label: { zh: '人数记错了，改回', en: 'Wrong numbers: reopen' },
      from: ['held', 'certified'],
      to: 'planned',
      by: keepers,
      reason: true,
    },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned'], to: 'cancelled', by: keepers, reason: true },
  },
  clocks: {
    settle: {
      label: { zh: '结业、报钱', en: 'Certificates and money' },
      from: 'held',
      until: ['spent', 'settled', 'planned'],
      within: workingDays(20),
      legal: false,
      rule: 'L080',
    },
    confirm: {
      label: { zh: '核票据', en: 'Confirm the vouchers' },
      from: 'spent',
      until: ['settled', 'held'],
      within: workingDays(5),
      legal: false,
      rule: 'L080',
    },
  },
  measures: {
    classes: flow('session', {
      label: { zh: '特色产业培训班', en: 'Skills classes' },
      unitLabel: { zh: '期', en: 'classes' },
      includes: '办完的培训班，一期一个，按开班日期',
      excludes: '待开班、已取消；家政培训、指导者培训（各在自己的服务里）',
    }),
    trained: flow('person-time', {
      label: { zh: '特色产业培训人次', en: 'Attendances at skills classes' },
      aliases: ['培训妇女人次'],
      includes: '一人参加一期算一人次：签到（A）、附清点表（B）、估计（C）',
      excludes: '授课人、工作人员；家政培训',
    }),
    people: flow('person', {
      label: { zh: '培训妇女（实名）', en: 'Distinct people trained' },
      aliases: ['培训妇女'],
      includes: '期间内签到参加过的人，一人几期只算一人',
      excludes: '没有签到的；只清点的人次',
    }),
    finished: flow('person', {
      label: { zh: '结业领证的人（实名）', en: 'Distinct people who finished' },
      includes: '期间内结业的人，按人去重',
      excludes: '参加了没有结业的',
    }),
    spent: flow('yuan', {
      label: { zh: '培训投入资金', en: 'Spent on skills classes' },
      aliases: ['累计投入资金'],
      includes: '另一个人核过票据的支出，按核的日期，不论谁出的钱',
      excludes: '预算、没核的；妇联资金账里的付款（另有账）',
    }),
  },
  counts: (training, count) => {
    if (!['held', 'certified', 'spent', 'settled'].includes(training.state)) return []
    const { answers, reached } = training
    const confirmed = training.state === 'settled' ? reached.settled : undefined
    const finished = reached.certified ? (answers.certified ?? []) : []
    return [
      ...classWorth(training, finished, count),
      confirmed && count.money('spent', answers.spent ?? 0, confirmed, 'B'),
    ]
  },
})
