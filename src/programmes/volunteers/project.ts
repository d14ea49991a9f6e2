import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, leaders, readers, services, trainings } from './services.ts'

/** 志愿服务项目 — L130, L133; R-VOL-02, R-VOL-03, R-REP-03. A call that says what it is truly like; its shifts are sessions. */
export const volunteerProject = defineProgramme({
  id: 'volunteer-project',
  version: 1,
  kind: 'listing',
  service: 'volunteering',
  series: 'ZL',
  label: { zh: '志愿服务招募', en: 'Volunteer project' },
  short: { zh: '招募', en: 'Calls' },
  noun: { zh: '个项目', en: 'project' },
  help: {
    zh: '想做什么、要什么人、几个岗位，写清楚。有危险的先上保险，接触孩子的先查询、先培训。另一个人审核后发布，下面各级都看得到；再排班次，报名的人在班次里答复。',
    en: 'What is done, who is wanted, how many. Danger needs insurance first, work with children a check and training. Another person publishes it; shifts follow, and sign-ups are answered on them.',
  },
  sources: ['L130', 'L132', 'L133', 'R-VOL-02', 'R-VOL-03', 'R-REP-03', 'processes 3.2'],
  access: { see: readers, create: leaders },
  fields: {
    title: field.text({ label: { zh: '项目名称', en: 'Project' }, class: 'P1', required: true, min: 2, max: 60 }),
    startsOn: field.day({ label: { zh: '从哪天', en: 'From' }, class: 'P1', required: true }),
    endsOn: field.day({ label: { zh: '到哪天', en: 'To' }, class: 'P1', required: true }),
    team: field.record('volunteer-team', { label: { zh: '服务队', en: 'Team' }, class: 'P1' }),
    place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }),
    kind: field.choice(services, { label: { zh: '服务类别', en: 'Kind of service' }, class: 'P1', required: true }),
    content: field.text({
      label: { zh: '做什么', en: 'What is done' },
      class: 'P1',
      required: true,
      min: 4,
      max: 1000,
    }),
    served: field.text({ label: { zh: '服务谁', en: 'For whom' }, class: 'P1', required: true, max: 120 }),
    needs: field.list(
      {
        post: field.text({ label: { zh: '岗位', en: 'Post' }, class: 'P1', required: true, max: 40 }),
        skills: field.text({ label: { zh: '要会什么', en: 'Skills' }, class: 'P1', max: 120 }),
        many: field.integer({
          label: { zh: '要几个人', en: 'How many' },
          class: 'P1',
          required: true,
          min: 1,
          max: 500,
          unitLabel: { zh: '人', en: 'people' },
        }),
      },
      { label: { zh: '要什么人', en: 'Who is wanted' }, class: 'P1', required: true },
    ),
    risk: field.choice(
      {
        none: { zh: '没有明显危险', en: 'No particular danger' },
        some: { zh: '可能有人身危险', en: 'May be dangerous' },
      },
      { label: { zh: '危险', en: 'Danger' }, class: 'P1', required: true },
    ),
    riskNote: field.text({ label: { zh: '什么危险、怎么防', en: 'Which, and what is done' }, class: 'P1', max: 500 }),
    insurance: field.text({
      label: { zh: '意外保险（公司、保单号）', en: 'Accident insurance: company, policy' },
      class: 'P1',
      max: 80,
      help: { zh: '可能有人身危险的，开始以前为志愿者买好。', en: 'Before any service that may be dangerous.' },
    }),
    withChildren: field.yesNo({ label: { zh: '直接接触孩子', en: 'With children' }, class: 'P1', required: true }),
    training: field.choice(trainings, { label: { zh: '服务前要培训', en: 'Training before service' }, class: 'P1' }),
    free: field.yesNo({
      label: { zh: '不向服务对象收钱', en: 'Costs the served nothing' },
      class: 'P1',
      required: true,
    }),
    contact: field.text({ label: { zh: '找谁报名（公开）', en: 'Whom to ask, public' }, class: 'P1', max: 80 }),
  },
  title: 'title',
  dated: 'startsOn',
  parentField: 'team',
  states: {
    draft: { zh: '待审核', en: 'To be reviewed' },
    recruiting: { zh: '招募中', en: 'Recruiting' },
    closed: { zh: '停止招募', en: 'Closed to sign-ups' },
    ended: { zh: '已结束', en: 'Ended' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'draft',
  // What a call says is what people signed up for: it is not changed under them.
  editableIn: ['draft'],
  shownBelow: ['recruiting'],
  checks: {
    inOrder: {
      label: { zh: '日期没写反', en: 'The days are in order' },
      rule: 'processes 3.3',
      met: ({ answers: { startsOn = '', endsOn = '' } }) => startsOn <= endsOn,
    },
    riskSaid: {
      label: { zh: '有危险的，写明什么危险、怎么防', en: 'The danger is stated' },
      rule: 'R-VOL-02（志愿服务条例 第十二条）',
      met: ({ answers }) => answers.risk === 'none' || (answers.riskNote ?? '') !== '',
    },
    insured: {
      label: { zh: '有危险的，已为志愿者买意外保险', en: 'Insured where it may be dangerous' },
      rule: 'R-VOL-02（志愿服务条例 第十七条）',
      met: ({ answers }) => answers.risk === 'none' || (answers.insurance ?? '') !== '',
    },
    free: {
      label: { zh: '不向服务对象收钱', en: 'It costs the served nothing' },
      rule: 'R-VOL-03（志愿服务条例 第二十一条）',
      met: ({ answers }) => answers.free === true,
    },
    childRules: {
      label: { zh: '接触孩子的，服务前培训“和孩子在一起的规矩”', en: 'With children: trained for it first' },
      rule: 'R-VOL-07, R-REP-03',
      met: ({ answers }) => answers.withChildren !== true || answers.training === 'children',
    },
  },
  actions: {
    publish: {
      label: { zh: '审核通过，发布招募', en: 'Approve and publish' },
      from: ['draft'],
      to: 'recruiting',
      by: keepers,
      reach: 'below',
      secondPerson: true,
      needs: ['inOrder', 'riskSaid', 'insured', 'free', 'childRules'],
      tone: 'main',
    },
    close: { label: { zh: '停止招募', en: 'Close' }, from: ['recruiting'], to: 'closed', by: leaders },
    reopen: { label: { zh: '再招募', en: 'Recruit again' }, from: ['closed'], to: 'recruiting', by: leaders },
    end: {
      label: { zh: '项目结束', en: 'End' },
      from: ['recruiting', 'closed'],
      to: 'ended',
      by: leaders,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['draft', 'recruiting', 'closed'],
      to: 'cancelled',
      by: leaders,
      reason: true,
    },
  },
  clocks: {
    review: {
      label: { zh: '审核招募', en: 'Review the call' },
      from: 'draft',
      until: ['recruiting', 'cancelled'],
      within: workingDays(2),
      legal: false,
      rule: 'processes 3.2',
    },
  },
  measures: {
    published: flow('item', {
      label: { zh: '发布的招募项目', en: 'Calls published' },
      unitLabel: { zh: '个', en: 'projects' },
      includes: '审核通过、发布了的项目，按发布日期',
      excludes: '待审核、已取消；服务场次（另计）',
    }),
  },
  counts: ({ state, history }, count) => {
    const on = history.find((done) => done.action === 'publish')?.on
    return state === 'cancelled' || !on ? [] : [count.one('published', on)]
  },
})
