import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { attendedChecks } from '../../core/attended-checks.ts'
import { calendarMonths, workingDays } from '../../core/clock.ts'
import { addCalendarDays } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { fairReport } from './documents/fair-report.ts'
import { agreed, keepers, postsOnce, seers, shownPost, upper } from './words.ts'

const told = (zh: string, en: string, unit: 'cv' | 'person') =>
  field.integer({
    label: { zh, en },
    class: 'P1',
    required: true,
    max: 100_000,
    unitLabel: unit === 'cv' ? { zh: '份', en: 'CVs' } : { zh: '人', en: 'people' },
  })

/** What one employer wrote on its form after the fair: nobody guesses it for her. */
const result = {
  unit: field.text({ label: { zh: '单位', en: 'Employer' }, class: 'P0', required: true, min: 2, max: 60 }),
  cvs: told('收到简历', 'CVs received', 'cv'),
  interviews: told('面试', 'Interviewed', 'person'),
  intentions: told('初步意向', 'First intentions', 'person'),
  hires: told('已录用', 'Hired', 'person'),
}
const resultSums = (rows: readonly { readonly [K in 'cvs' | 'interviews' | 'intentions' | 'hires']?: number }[] = []) =>
  rows.reduce<Record<'cvs' | 'interviews' | 'intentions' | 'hires', number>>(
    (sum, row) => ({
      cvs: sum.cvs + (row.cvs ?? 0),
      interviews: sum.interviews + (row.interviews ?? 0),
      intentions: sum.intentions + (row.intentions ?? 0),
      hires: sum.hires + (row.hires ?? 0),
    }),
    { cvs: 0, interviews: 0, intentions: 0, hires: 0 },
  )
const reported = { zh: '人（单位报）', en: 'people, as reported' }

/**
 * 专场招聘会 — L081, L082; figures F029, F030; R-JOB-01 (Art. 28: plan, emergency plan, safety plan, licensed body), R-STAT-01.
 * Posts shown are counted once in a fair; who signed in, what employers report and who was hired are never one figure.
 */
export const jobFair = defineProgramme({
  id: 'job-fair',
  version: 1,
  kind: 'activity',
  service: 'employment',
  series: 'ZH',
  label: { zh: '专场招聘会', en: 'Job fair' },
  short: { zh: '招聘会', en: 'Fairs' },
  noun: { zh: '场', en: 'fair' },
  help: {
    zh: '提前十五天报另一个人批：方案、应急预案、安全方案、持证机构都要有。展位上只能摆发布了的岗位，一场里同一个岗位只算一次。来的人签到或清点；办完十个工作日内，照各单位自己填的表记结果，不替单位估。',
    en: 'Approved by another person fifteen days before, with its plans and a licensed body. Only published posts are shown, each once a fair. Sign-in or count; results within ten working days, from the employers’ own forms.',
  },
  sources: ['L081', 'L082', 'F029', 'F030', 'R-JOB-01', 'R-JOB-02', 'R-STAT-01', 'processes 8.2'],
  access: { see: seers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '名称', en: 'Title' }, class: 'P0', required: true, min: 2, max: 60 }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P0', required: true }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P0', required: true, min: 2, max: 80 }),
    coHosts: field.text({
      label: { zh: '和谁合办（人社部门等）', en: 'Held together with' },
      class: 'P0',
      required: true,
      max: 120,
    }),
    licence: field.text({
      label: { zh: '持证机构和人力资源服务许可证号', en: 'Licensed body and number' },
      class: 'P0',
      required: true,
      min: 4,
      max: 120,
    }),
    expected: field.integer({
      label: { zh: '预计来多少人', en: 'People expected' },
      class: 'P1',
      required: true,
      min: 1,
      max: 200_000,
      unitLabel: { zh: '人', en: 'people' },
    }),
    plan: agreed('有招聘会方案', 'There is a plan'),
    emergencyPlan: agreed('有应急预案', 'There is an emergency plan'),
    safetyPlan: agreed('有安全方案，场地够大', 'There is a safety plan, the place is large enough'),
    stalls: field.list(shownPost, {
      label: { zh: '展位和岗位', en: 'Stalls and posts' },
      class: 'P0',
      required: true,
      max: 300,
      help: { zh: '发布了的岗位才选得到；同一个岗位只写一行。', en: 'Published posts only, a row each.' },
    }),
    units: field.integer({
      label: { zh: '来了多少家单位', en: 'Employers that came' },
      class: 'P0',
      required: true,
      min: 1,
      max: 2000,
      unitLabel: { zh: '家', en: 'employers' },
    }),
    results: field.list(result, {
      label: { zh: '各单位报的结果', en: 'Results, by employer' },
      class: 'P1',
      required: true,
      max: 300,
    }),
  },
  title: 'title',
  dated: 'heldOn',
  opens: ['title', 'heldOn', 'place', 'coHosts', 'licence', 'expected', 'plan', 'emergencyPlan', 'safetyPlan'],
  states: {
    planned: { zh: '筹备中', en: 'Planned' },
    approved: { zh: '已批准', en: 'Approved' },
    announced: { zh: '已公告', en: 'Announced' },
    held: { zh: '已举办，待收结果', en: 'Held' },
    collected: { zh: '结果已收', en: 'Results are in' },
    closed: { zh: '已跟踪，办结', en: 'Followed up and closed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'announced'],
  checks: {
    ...attendedChecks,
    plansThere: {
      label: { zh: '方案、应急预案、安全方案都有', en: 'Plan, emergency plan and safety plan' },
      rule: 'R-JOB-01',
      met: ({ answers: a }) => a.plan === true && a.emergencyPlan === true && a.safetyPlan === true,
    },
    early: {
      label: { zh: '离举办还有十五天', en: 'Fifteen days are left' },
      rule: 'processes 8.2',
      met: ({ on, today }) => today === undefined || addCalendarDays(today, 15) <= on,
    },
    approvedEarly: {
      label: { zh: '批准后过了十五天才办（改了日期也一样）', en: 'Fifteen days since it was approved, moved or not' },
      rule: 'processes 8.2',
      met: ({ on, history }) => {
        const approved = history.findLast(({ action }) => action === 'approve')?.on
        return approved !== undefined && addCalendarDays(approved, 15) <= on
      },
    },
    hasPosts: {
      label: { zh: '摆上了岗位', en: 'There are posts' },
      rule: 'L081',
      met: ({ answers }) => postsOnce(answers.stalls).posts > 0,
    },
    postsOnce: {
      label: { zh: '同一个岗位没有写两行', en: 'No post is there twice' },
      rule: 'processes 8.3',
      met: ({ answers: { stalls = [] } }) => postsOnce(stalls).posts === stalls.length,
    },
    unitsOnce: {
      label: { zh: '一家单位只报一行，录用不多于面试', en: 'A row for each employer, no more hired than interviewed' },
      rule: 'processes 8.2',
      met: ({ answers: { results = [] } }) =>
        new Set(results.map(({ unit }) => unit)).size === results.length &&
        results.every(({ hires = 0, interviews = 0 }) => hires <= interviews),
    },
  },
  actions: {
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['planned'],
      to: 'approved',
      by: keepers,
      reach: 'below',
      at: upper,
      needs: ['plansThere', 'early'],
      secondPerson: true,
      tone: 'main',
    },
    announce: {
      label: { zh: '公告', en: 'Announce' },
      from: ['approved'],
      to: 'announced',
      by: keepers,
      tone: 'main',
    },
    show: {
      label: { zh: '排展位和岗位', en: 'Set the stalls' },
      from: ['approved', 'announced'],
      to: 'same',
      by: keepers,
      fills: ['stalls'],
      needs: ['postsOnce'],
      tone: 'main',
    },
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['announced'],
      to: 'held',
      by: keepers,
      fills: ['units'],
      needs: ['hasHappened', 'approvedEarly', 'someoneCame', 'hasPosts', 'postsOnce'],
      tone: 'main',
    },
    collect: {
      label: { zh: '记各单位的结果', en: 'Enter the results' },
      from: ['held', 'collected'],
      to: 'collected',
      by: keepers,
      fills: ['results'],
      needs: ['unitsOnce'],
      tone: 'main',
    },
    close: {
      label: { zh: '跟踪完，办结', en: 'Followed up: close' },
      from: ['collected'],
      to: 'closed',
      by: keepers,
      makes: ['fair-report'],
    },
    reopen: {
      label: { zh: '人数记错了，改回', en: 'Wrong numbers: reopen' },
      from: ['held', 'collected'],
      to: 'announced',
      by: keepers,
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'approved', 'announced'],
      to: 'cancelled',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    collect: {
      label: { zh: '收各单位的结果', en: 'Collect the results' },
      from: 'held',
      until: ['collected', 'announced'],
      within: workingDays(10),
      legal: false,
      rule: 'processes 8.2',
      remindBefore: [2],
    },
    close: {
      label: { zh: '跟踪意向', en: 'Follow the intentions up' },
      from: 'collected',
      until: ['closed', 'announced'],
      within: calendarMonths(3),
      legal: false,
      rule: 'processes 8.2',
    },
  },
  documents: { 'fair-report': fairReport },
  measures: {
    fairs: flow('session', {
      label: { zh: '专场招聘会', en: 'Job fairs' },
      aliases: ['招聘会'],
      includes: '办完的招聘会，几家合办也是一场，按举办日期',
      excludes: '筹备、取消的；直播带岗（另计）',
    }),
    positions: flow('item', {
      label: { zh: '招聘会岗位（一场里各算一次）', en: 'Positions shown at fairs' },
      unitLabel: { zh: '个', en: 'positions' },
      includes: '展位上岗位要招的人数，同一个岗位一场只算一次，上几场算几次',
      excludes: '不同岗位的总数（看“提供就业岗位”）；直播展示的',
    }),
    employers: flow('item', {
      label: { zh: '参会单位', en: 'Employers that came' },
      unitLabel: { zh: '家次', en: 'stalls' },
      includes: '到场的单位，一场一家次',
      excludes: '没到场的；核验有效的单位数',
    }),
    visitors: flow('person-time', {
      label: { zh: '招聘会到场', en: 'Visitors' },
      includes: '到场求职的人：签到（A）、附清点表（B）、估计（C）',
      excludes: '单位、工作人员；直播观看',
    }),
    people: flow('person', {
      label: { zh: '到场求职者（实名）', en: 'Distinct people signed in' },
      includes: '期间内签到过的人，一人几场只算一人',
      excludes: '没有签到的',
    }),
    cvs: flow('item', {
      label: { zh: '收到简历（单位报）', en: 'CVs, as reported' },
      unitLabel: { zh: '份', en: 'CVs' },
      includes: '各单位会后填报的',
      excludes: '没填报的单位；一人投几家算几份',
    }),
    intentions: flow('item', {
      label: { zh: '初步意向（单位报）', en: 'Intentions, as reported' },
      unitLabel: reported,
      includes: '各单位会后填报的初步意向，几家报同一个人就重复',
      excludes: '就业的人；实名登记的意向（看“求职意向”）',
    }),
    hires: flow('item', {
      label: { zh: '录用（单位报）', en: 'Hired, as reported' },
      unitLabel: reported,
      includes: '各单位会后填报的录用',
      excludes: '有日期有凭据的就业（看“实现就业”）',
    }),
  },
  counts: (fair, count) => {
    if (!['held', 'collected', 'closed'].includes(fair.state)) return []
    const { on, answers, attendance } = fair
    const told = fair.state === 'held' ? undefined : resultSums(answers.results)
    return [
      count.one('fairs', on, surestGrade(fair)),
      count.many('positions', postsOnce(answers.stalls).positions, on, 'A'),
      count.many('employers', answers.units ?? 0, on, 'B'),
      ...cameByGrade(fair).map(({ grade, came }) => count.many('visitors', came, on, grade)),
      ...attendance.map(({ person }) => count.person('people', on, person)),
      ...(told
        ? [
            count.many('cvs', told.cvs, on, 'D'),
            count.many('intentions', told.intentions, on, 'D'),
            count.many('hires', told.hires, on, 'D'),
          ]
        : []),
    ]
  },
})
