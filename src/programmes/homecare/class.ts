import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { trainingChecks } from '../../core/training-class.ts'
import { keepers, readers, services, upper } from './words.ts'

const makers = ['company', ...keepers] as const
const classes = { zh: '期', en: 'classes' }
const minutesOf = (hours: number) => hours * 45

/**
 * 家政培训班 — L074; figures F023, F024, F031, F074 (C03). Who ran it tells the federation's classes from those companies run
 * themselves: two measures, beside them the distinct persons. Only who signed in, for four fifths of it, is certified.
 */
export const homecareClass = defineProgramme({
  id: 'homecare-class',
  version: 1,
  kind: 'activity',
  service: 'homecare',
  label: { zh: '家政培训班', en: 'Training class' },
  short: { zh: '家政培训', en: 'Training' },
  noun: { zh: '期', en: 'class' },
  help: {
    zh: '一期记一条：谁办、什么课、多少学时、谁来。签到的算人数也算人次，只清点的只算人次。出勤满八成才发结业证书。妇联办的班和公司自办的班分开数。',
    en: 'One record a class: who runs it, hours, who came. Who signed in counts as a person and an attendance; a head-count as attendances only. Four fifths of the hours for a certificate. The federation’s classes and the companies’ own are counted apart.',
  },
  sources: ['L074', 'L072', 'F023', 'F024', 'F031', 'F074'],
  access: { see: readers, create: makers },
  fields: {
    title: field.text({ label: { zh: '班次名称', en: 'Class' }, class: 'P1', required: true, min: 2, max: 60 }),
    startsOn: field.day({ label: { zh: '开班日期', en: 'Begins on' }, class: 'P1', required: true }),
    endsOn: field.day({ label: { zh: '结束日期', en: 'Ends on' }, class: 'P1', required: true }),
    runBy: field.choice(
      {
        federation: { zh: '妇联举办', en: 'The federation' },
        company: { zh: '联盟公司自办', en: 'An alliance company' },
      },
      { label: { zh: '谁办的', en: 'Run by' }, class: 'P1', required: true },
    ),
    place: field.text({ label: { zh: '培训基地', en: 'Base' }, class: 'P1', required: true, max: 80 }),
    hours: field.integer({
      label: { zh: '学时', en: 'Hours' },
      class: 'P1',
      required: true,
      min: 8,
      max: 200,
      unitLabel: { zh: '学时', en: 'hours' },
    }),
    trainer: field.text({ label: { zh: '授课人、机构', en: 'Trainer' }, class: 'P2', required: true, max: 80 }),
    skills: field.choices(services, { label: { zh: '教什么', en: 'Skills taught' }, class: 'P1', required: true }),
    fund: field.choice(
      {
        federation: { zh: '妇联经费', en: 'The federation' },
        subsidy: { zh: '职业培训补贴', en: 'Training subsidy' },
        company: { zh: '公司自筹', en: 'The company' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '经费来源', en: 'Paid from' }, class: 'P1', required: true },
    ),
    standard: field.record('homecare-standard', {
      label: { zh: '按哪项地方标准', en: 'Local standard' },
      class: 'P1',
      standing: ['inForce', 'reviewing'],
    }),
    seats: field.integer({
      label: { zh: '计划人数', en: 'Places' },
      class: 'P1',
      min: 1,
      max: 500,
      unitLabel: { zh: '人', en: 'people' },
    }),
    certified: field.people(
      { passed: { zh: '考核合格', en: 'Passed' } },
      { label: { zh: '发证书的人', en: 'Who is certified' }, class: 'P2', required: true, min: 1, max: 500 },
    ),
  },
  title: 'title',
  dated: 'startsOn',
  opens: ['title', 'startsOn', 'endsOn', 'runBy', 'place', 'hours', 'trainer', 'skills', 'fund', 'standard', 'seats'],
  states: {
    planned: { zh: '待批准', en: 'Planned' },
    approved: { zh: '已批准，招生开班', en: 'Approved' },
    held: { zh: '已办班', en: 'Held' },
    certified: { zh: '已发证', en: 'Certificates given' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'approved', 'held'],
  checks: {
    isOver: trainingChecks.isOver,
    someoneCame: trainingChecks.someoneCame,
    daysInOrder: {
      label: { zh: '结束不早于开班', en: 'It ends no earlier than it begins' },
      rule: 'processes 7.3',
      met: ({ answers: { startsOn = '', endsOn = '' } }) => endsOn >= startsOn,
    },
    cameEnough: {
      label: { zh: '发证的人都签到了，出勤满八成', en: 'All certified had signed in, for four fifths' },
      rule: 'processes 7.3',
      met: ({ answers: { certified = [], hours = 0 }, attendance }) =>
        certified.every(({ person }) =>
          attendance.some((a) => a.person === person && (a.minutes === null || a.minutes * 5 >= minutesOf(hours) * 4)),
        ),
    },
  },
  actions: {
    approve: {
      label: { zh: '批准开班', en: 'Approve' },
      from: ['planned'],
      to: 'approved',
      by: keepers,
      reach: 'below',
      at: upper,
      secondPerson: true,
      needs: ['daysInOrder'],
      tone: 'main',
    },
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['approved'],
      to: 'held',
      by: makers,
      needs: ['isOver', 'someoneCame'],
      tone: 'main',
    },
    certify: {
      label: { zh: '考核合格，发证', en: 'Certify' },
      from: ['held'],
      to: 'certified',
      by: makers,
      fills: ['certified'],
      needs: ['cameEnough'],
      tone: 'main',
    },
    reopen: {
      label: { zh: '改回', en: 'Reopen' },
      from: ['held', 'certified'],
      to: 'approved',
      by: makers,
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'approved'],
      to: 'cancelled',
      by: makers,
      reason: true,
    },
  },
  clocks: {
    certify: {
      label: { zh: '考核发证', en: 'Examine and certify' },
      from: 'held',
      until: ['certified', 'approved'],
      within: workingDays(20),
      legal: false,
      rule: 'processes 7.2',
    },
  },
  measures: {
    classes: flow('session', {
      label: { zh: '家政培训', en: 'Training classes' },
      unitLabel: classes,
      aliases: ['家政培训班'],
      includes: '妇联举办、办完的家政培训班，一期一个，按开班日期',
      excludes: '联盟公司自办的（另计）；待批准、已取消',
    }),
    trained: flow('person-time', {
      label: { zh: '培训家政从业人员', en: 'Attendances at training' },
      aliases: ['家政培训人次'],
      includes: '妇联举办的班，一人参加一期算一人次：签到（A）、清点（B）、估计（C）',
      excludes: '联盟公司自办的（另计）；授课人、工作人员',
    }),
    companyClasses: flow('session', {
      label: { zh: '联盟公司自办家政培训', en: 'Companies’ own classes' },
      unitLabel: classes,
      includes: '联盟公司自己办完的培训班，按开班日期',
      excludes: '妇联举办的（另计）；待批准、已取消',
    }),
    companyTrained: flow('person-time', {
      label: { zh: '联盟公司自办培训人次', en: 'Attendances at companies’ own classes' },
      includes: '联盟公司自办的班，一人参加一期算一人次',
      excludes: '妇联举办的（另计）；授课人、工作人员',
    }),
    people: flow('person', {
      label: { zh: '家政培训受益妇女（实名）', en: 'Distinct people trained' },
      includes: '期间内在妇联办的班和公司自办的班签到过的人，一人几期只算一人',
      excludes: '没有签到、只清点的',
    }),
    federationPeople: flow('person', {
      label: { zh: '妇联家政班参训人数（实名）', en: 'Distinct people at the federation’s classes' },
      includes: '期间内在妇联办的班签到过的人，一人几期只算一人',
      excludes: '只在公司自办的班签到的；没有签到的',
    }),
    certificates: flow('item', {
      label: { zh: '家政培训结业证书', en: 'Certificates given' },
      unitLabel: { zh: '张', en: 'certificates' },
      includes: '考核合格发的证书，一人一期一张，两类班都算',
      excludes: '没考核、不合格的；国家职业技能等级证书',
    }),
  },
  counts: (training, count) => {
    if (training.state !== 'held' && training.state !== 'certified') return []
    const { on, attendance, answers } = training
    const ours = answers.runBy === 'federation'
    const given = training.state === 'certified' ? (answers.certified ?? []).length : 0
    return [
      count.one(ours ? 'classes' : 'companyClasses', on, surestGrade(training)),
      ...cameByGrade(training).map(({ grade, came }) =>
        count.many(ours ? 'trained' : 'companyTrained', came, on, grade),
      ),
      ...attendance.map(({ person }) => count.person('people', on, person)),
      ...attendance.map(({ person }) => ours && count.person('federationPeople', on, person)),
      count.many('certificates', given, on, 'A'),
    ]
  },
})
