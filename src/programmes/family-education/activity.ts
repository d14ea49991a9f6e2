import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { calendarMonths, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { viewsUnit } from '../../core/reading.ts'
import { ageStages, modes, themes } from './words.ts'

const keepers = ['chair', 'family', 'guide'] as const
const checkers = ['chair', 'family'] as const

/**
 * 家庭教育活动 — L059, L064, L065, L067; figure F090; D29, D30, R-EDU-05. Who came is counted here; who watched is views
 * and never joins them (C20, R-STAT-02). Children are a head-count without names.
 */
export const familyActivity = defineProgramme({
  id: 'family-activity',
  version: 1,
  kind: 'activity',
  service: 'education',
  label: { zh: '家庭教育活动', en: 'Family-education activity' },
  short: { zh: '家教活动', en: 'Activities' },
  noun: { zh: '场', en: 'activity' },
  help: {
    zh: '家长课、亲子活动、亲子阅读，办完一场记一场。两家合办只记一场，写上合办单位。家长按签到或清点，孩子只数人头不写姓名，网上观看另填，不算到场。上级每月核一次，核过的算进全年最低场次。',
    en: 'Talks, parent-child activities, reading: one record each, also when two hold it together. Parents by sign-in or count, children by head without names; views online apart. Checked every month; what was checked counts for the year’s minimum.',
  },
  sources: ['L059', 'L064', 'L065', 'L067', 'F090', 'C20', 'D29', 'D30', 'R-EDU-05', 'R-STAT-02'],
  access: { see: ['chair', 'family', 'guide', 'organisation', 'publicity', 'statistician'], create: keepers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.record('family-place', { label: { zh: '在哪个阵地', en: 'Place' }, class: 'P1', required: true }),
    kind: field.choice(
      {
        talk: { zh: '讲座', en: 'Talk' },
        course: { zh: '家长课', en: 'Course' },
        together: { zh: '亲子活动', en: 'Parents and children' },
        reading: { zh: '亲子阅读', en: 'Reading' },
        practice: { zh: '家庭教育实践', en: 'Practice' },
        advice: { zh: '集中咨询', en: 'Advice for many' },
        screening: { zh: '观影', en: 'Film' },
        care: { zh: '儿童之家日常活动', en: 'At the children’s home' },
      },
      { label: { zh: '做什么', en: 'Kind' }, class: 'P1', required: true },
    ),
    theme: field.choice(themes, { label: { zh: '主题', en: 'Theme' }, class: 'P1' }),
    stages: field.choices(ageStages, { label: { zh: '孩子年龄段', en: 'Age of the children' }, class: 'P1' }),
    mode: field.choice(modes, { label: { zh: '形式', en: 'Mode' }, class: 'P1', required: true }),
    lecturer: field.record('family-guide', { label: { zh: '指导者', en: 'Guide' }, class: 'P1' }),
    coHosts: field.text({ label: { zh: '合办单位', en: 'Held together with' }, class: 'P1', max: 120 }),
    film: field.record('family-film', { label: { zh: '放的影片', en: 'Film shown' }, class: 'P1' }),
    children: field.integer({
      label: { zh: '到场孩子', en: 'Children who came' },
      class: 'P1',
      max: 5000,
      unitLabel: { zh: '人次', en: 'attendances' },
      help: { zh: '只数人头，不写姓名。', en: 'A head-count, no names.' },
    }),
    views: field.integer({
      label: { zh: '网上观看', en: 'Views online' },
      class: 'P1',
      max: 100_000_000,
      unitLabel: viewsUnit,
      help: { zh: '单独统计，不加到人次里。', en: 'Counted apart, never added to those who came.' },
    }),
    hours: field.integer({
      label: { zh: '时长', en: 'Length' },
      class: 'P1',
      max: 24,
      unitLabel: { zh: '小时', en: 'hours' },
    }),
    note: field.text({ label: { zh: '讲了什么、用了什么材料', en: 'Content and material' }, class: 'P1', max: 2000 }),
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'place',
  states: {
    planned: { zh: '待举办', en: 'Planned' },
    announced: { zh: '已预告', en: 'Announced' },
    held: { zh: '办了，待记人数', en: 'Held, to be recorded' },
    recorded: { zh: '待核', en: 'To be checked' },
    verified: { zh: '已核', en: 'Checked' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'announced', 'held', 'recorded'],
  checks: {
    hasHappened: {
      label: { zh: '到了那一天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: (f) => f.today === undefined || f.today >= f.on,
    },
    someoneCame: {
      label: {
        zh: '记下来了多少人（只在网上办的填观看）',
        en: 'Attendance is recorded (views for one held online only)',
      },
      rule: 'R-STAT-01',
      met: ({ answers, attendance, heads }) =>
        answers.mode === 'online'
          ? answers.views !== undefined
          : attendance.length + heads.length > 0 || (answers.children ?? 0) > 0,
    },
    lecturerKnown: {
      label: { zh: '讲座和家长课写明指导者', en: 'A talk or course names its guide' },
      rule: 'processes 4.2',
      met: ({ answers }) => (answers.kind !== 'talk' && answers.kind !== 'course') || answers.lecturer !== undefined,
    },
  },
  actions: {
    announce: {
      label: { zh: '发预告', en: 'Announce' },
      from: ['planned'],
      to: 'announced',
      by: keepers,
      needs: ['lecturerKnown'],
    },
    hold: {
      label: { zh: '办完了，人数稍后记', en: 'Held; the numbers follow' },
      from: ['planned', 'announced'],
      to: 'held',
      by: keepers,
      needs: ['hasHappened'],
    },
    record: {
      label: { zh: '记好了', en: 'Recorded' },
      from: ['planned', 'announced', 'held'],
      to: 'recorded',
      by: keepers,
      needs: ['hasHappened', 'someoneCame'],
      tone: 'main',
    },
    verify: {
      label: { zh: '核对过了', en: 'Checked' },
      from: ['recorded'],
      to: 'verified',
      by: checkers,
      reach: 'below',
      at: ['township', 'banner', 'league', 'region'],
      secondPerson: true,
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回补记', en: 'Give back' },
      from: ['recorded', 'verified'],
      to: 'held',
      by: checkers,
      reach: 'below',
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'announced', 'held', 'recorded'],
      to: 'cancelled',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    record: {
      label: { zh: '记下来', en: 'Record it' },
      from: 'held',
      until: ['recorded', 'cancelled'],
      within: workingDays(5),
      legal: false,
      rule: 'processes 4.2',
    },
    verify: {
      label: { zh: '核对', en: 'Check' },
      from: 'recorded',
      until: ['verified', 'held', 'cancelled'],
      within: calendarMonths(1),
      legal: false,
      rule: 'processes 4.2',
    },
  },
  measures: {
    sessions: flow('session', {
      label: { zh: '家庭教育活动', en: 'Activities' },
      includes: '记好的活动，一次一场，两家合办也是一场，含只在网上办的',
      excludes: '待举办、办了没记、已取消；节目和线上课程',
    }),
    parents: flow('person-time', {
      label: { zh: '服务家长人次（到场）', en: 'Parents who came' },
      aliases: ['服务家长', '年均服务家长'],
      includes: '到场的家长：签到（A）、附签到表清点（B）、写明原因的估计（C）',
      excludes: '孩子；网上观看、电视收看（看“网上观看”和“周五家长汇”）',
    }),
    children: flow('person-time', {
      label: { zh: '到场孩子人次', en: 'Children who came' },
      includes: '到场的孩子，只数人头',
      excludes: '家长；网上观看',
    }),
    people: flow('person', {
      label: { zh: '签到家长（实名）', en: 'Distinct parents signed in' },
      includes: '期间内实名签到过的家长，一人多次只算一人',
      excludes: '没有签到的人',
    }),
    views: flow('item', {
      label: { zh: '活动网上观看', en: 'Views of activities online' },
      unitLabel: viewsUnit,
      includes: '活动直播、录像的观看次数',
      excludes: '到场的人；节目和线上课程',
    }),
  },
  counts: (activity, count) => {
    if (activity.state !== 'recorded' && activity.state !== 'verified') return []
    const { on, answers, attendance } = activity
    const grade = surestGrade(activity)
    return [
      count.one('sessions', on, grade),
      ...cameByGrade(activity).map(({ grade: of, came }) => count.many('parents', came, on, of)),
      count.many('children', answers.children ?? 0, on, grade === 'A' ? 'B' : grade),
      count.many('views', answers.views ?? 0, on, 'C'),
      ...attendance.map((a) => count.person('people', on, a.person)),
    ]
  },
})
