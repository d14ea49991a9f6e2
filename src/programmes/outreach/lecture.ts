import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { attendedChecks } from '../../core/attended-checks.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { gatheringSteps, recordClock } from './gathering.ts'
import { above, hands, readers } from './words.ts'

/** Who files one: also the family post, for lectures on family ways (L039). */
const keepers = ['chair', 'publicity', 'family'] as const
const { hold, record, giveBack, cancel } = gatheringSteps(keepers)

/**
 * 宣讲 — L020, L031, L032, L039; figures F063, F064; C06. Who sat there; who watched online is a reading of `online-lecture`, and
 * the two are never added (R-STAT-02).
 */
export const lecture = defineProgramme({
  id: 'lecture',
  version: 1,
  kind: 'activity',
  service: 'outreach',
  label: { zh: '宣讲', en: 'Lecture' },
  short: { zh: '宣讲', en: 'Lectures' },
  noun: { zh: '场', en: 'lecture' },
  help: {
    zh: '讲一场记一场，五个工作日内记好：谁讲的、讲什么、在哪儿、来了多少人。签到按人记，清点附签到表，只能估计的写原因。线上直播另记“线上宣讲”，观看次数不算人次。哪个系列，选品牌。',
    en: 'One record a lecture, within five working days: who spoke, on what, where, who came. By sign-in, by count with its sheet, or an estimate with a reason. Broadcasts are recorded apart; views are not attendance. Its series is its brand.',
  },
  sources: ['L020', 'L031', 'L032', 'L039', 'F063', 'F064', 'C06', 'R-STAT-01', 'R-STAT-02', 'R-BUR-02'],
  access: { see: readers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    lecturer: field.record('lecturer', { label: { zh: '本级的宣讲员', en: 'Lecturer, of one’s own' }, class: 'P1' }),
    guest: field.text({
      label: { zh: '请来讲的人（上级的、外请的）', en: 'Speaker from above or outside' },
      class: 'P2',
      max: 60,
    }),
    topic: field.record('outreach-topic', { label: { zh: '主题', en: 'Topic' }, class: 'P1' }),
    campaign: field.record('campaign', {
      label: { zh: '属于哪次行动', en: 'Campaign' },
      class: 'P1',
      help: { zh: '选上就算报了，不用另填表。', en: 'Naming it is the report; no other form.' },
    }),
    base: field.record('education-base', { label: { zh: '在哪个教育基地', en: 'Education base' }, class: 'P1' }),
    hearers: field.choices(
      {
        women: { zh: '妇女群众', en: 'Women' },
        families: { zh: '家庭', en: 'Families' },
        youth: { zh: '青年学生', en: 'Students' },
        workers: { zh: '女职工', en: 'Women at work' },
        newwork: { zh: '新就业群体', en: 'New kinds of work' },
        cadres: { zh: '妇联干部', en: 'Cadres' },
      },
      { label: { zh: '讲给谁听', en: 'For whom' }, class: 'P1' },
    ),
    note: field.text({ label: { zh: '讲了什么', en: 'What was told' }, class: 'P1', max: 2000 }),
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'campaign',
  states: {
    planned: { zh: '待举办', en: 'Planned' },
    held: { zh: '讲完了，待记人数', en: 'Held, to be recorded' },
    recorded: { zh: '已记好', en: 'Recorded' },
    verified: { zh: '抽查过', en: 'Spot-checked' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'held', 'recorded'],
  checks: {
    ...attendedChecks,
    someoneSpoke: {
      label: { zh: '写明谁讲的', en: 'It says who spoke' },
      rule: 'L032',
      met: ({ answers }) => answers.lecturer !== undefined || answers.guest !== undefined,
    },
  },
  actions: {
    hold: { ...hold, label: { zh: '讲完了，人数稍后记', en: 'Held; the numbers follow' } },
    record: { ...record, fills: ['lecturer', 'guest'], needs: [...record.needs, 'someoneSpoke'] },
    verify: {
      label: { zh: '抽查属实', en: 'Spot-checked' },
      from: ['recorded'],
      to: 'verified',
      by: hands,
      reach: 'below',
      at: above,
      secondPerson: true,
    },
    giveBack: { ...giveBack, from: ['recorded', 'verified'] },
    cancel,
  },
  clocks: { record: { ...recordClock, rule: 'L032' } },
  measures: {
    sessions: flow('session', {
      label: { zh: '宣讲场次', en: 'Lectures' },
      aliases: ['巾帼大宣讲', '十百千万巾帼大宣讲', '宣讲'],
      includes: '记好的现场宣讲，一场一次，按举办日期',
      excludes: '待举办、没记好、已取消；线上宣讲（按期另计）',
    }),
    attendances: flow('person-time', {
      label: { zh: '现场听讲人次', en: 'Attendances' },
      aliases: ['宣讲参与人次'],
      includes: '到场听讲：签到（A）、附签到表清点（B）、写明原因的估计（C）',
      excludes: '线上观看（看“线上宣讲播放”）；宣讲员和工作人员',
    }),
    people: flow('person', {
      label: { zh: '听讲人数（实名）', en: 'Distinct people signed in' },
      includes: '期间内实名签到过的人，一人多次只算一人',
      excludes: '没有签到的人',
    }),
  },
  counts: (held, count) => {
    if (held.state !== 'recorded' && held.state !== 'verified') return []
    return [
      count.one('sessions', held.on, surestGrade(held)),
      ...cameByGrade(held).map(({ grade, came }) => count.many('attendances', came, held.on, grade)),
      ...held.attendance.map(({ person }) => count.person('people', held.on, person)),
    ]
  },
})
