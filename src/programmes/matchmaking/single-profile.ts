import { workingDays } from '../../core/clock.ts'
import { addCalendarMonths } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { portConsent } from './documents/port-consent.ts'
import { singleStatement } from './documents/single-statement.ts'
import {
  daysOf,
  portActions,
  portChecks,
  portClocks,
  portFields,
  portMeasures,
  takedownOf,
  takedownOfErased,
} from './port.ts'
import { matchmakers } from './words.ts'

const regions = field.text({ label: { zh: '旗县', en: 'Banner' }, class: 'P3', max: 40 })
const about = {
  education: field.choice(
    {
      middle: { zh: '高中及以下', en: 'Secondary or less' },
      college: { zh: '大专', en: 'College' },
      bachelor: { zh: '本科', en: 'Bachelor' },
      master: { zh: '研究生', en: 'Graduate' },
    },
    { label: { zh: '学历', en: 'Education' }, class: 'P3' },
  ),
  work: field.text({ label: { zh: '做哪类工作', en: 'Kind of work' }, class: 'P3', max: 40 }),
  home: regions,
  height: field.integer({
    label: { zh: '身高', en: 'Height' },
    class: 'P3',
    min: 140,
    max: 210,
    unitLabel: { zh: '厘米', en: 'cm' },
  }),
  words: field.text({
    label: { zh: '自我介绍', en: 'In own words' },
    class: 'P3',
    min: 20,
    max: 500,
    help: { zh: '不写电话、微信、单位名，不写收入。', en: 'No phone, no account name, no employer, no income.' },
  }),
  wish: field.text({ label: { zh: '想找什么样的人', en: 'Whom to meet' }, class: 'P3', max: 200 }),
}
const agreed = (zh: string, en: string) => field.yesNo({ label: { zh, en }, class: 'P1', required: true })
const statement = {
  marital: field.choice(
    {
      never: { zh: '未婚', en: 'Never married' },
      divorced: { zh: '离异', en: 'Divorced' },
      widowed: { zh: '丧偶', en: 'Widowed' },
      married: { zh: '已婚', en: 'Married' },
    },
    { label: { zh: '婚姻状况（本人声明）', en: 'Marital status, as stated' }, class: 'P3', required: true },
  ),
  proof: field.choice(
    {
      signed: { zh: '签了单身承诺书', en: 'Statement signed' },
      seen: { zh: '本人当面出示查询结果，未留复印件', en: 'Own lookup seen, no copy kept' },
    },
    { label: { zh: '怎么核对的', en: 'How it was checked' }, class: 'P1', required: true },
  ),
  poolAgreed: agreed('同意进入本地征友', 'Agrees to the local pool'),
  followAgreed: agreed('同意以后回访', 'Agrees to be asked later'),
}
/** Digits of a phone or an account, and words that lead out of the service. */
const contact = /\d{5,}|微信|vx|qq|@|加我/iu
const living = ['registered', 'verified', 'stated', 'active', 'paused', 'suspended'] as const

/** 征友资料 — L055; rules R-MAT-01 … R-MAT-06, R-MAT-08. Seen by the matchmakers of its organisation and those above, by nobody else. */
export const singleProfile = defineProgramme({
  id: 'single-profile',
  version: 1,
  kind: 'listing',
  service: 'matchmaking',
  label: { zh: '征友资料', en: 'Profile' },
  short: { zh: '征友', en: 'Profiles' },
  noun: { zh: '份', en: 'profile' },
  help: {
    zh: '实名登记，男满22岁、女满20岁。红娘看证件、听本人声明单身，另一个人审一遍再生效。不收费，不记收入，不公开，别的岗位看不到。本人说退出，当场删除。交不交全国平台另外问：本人单独同意、写明交哪些才交，收回或退出就请平台删除。',
    en: 'Real names, 22 for men and 20 for women. Documents seen, single status stated, read by a second matchmaker. Free, never public; gone the moment its owner leaves. Passed to the national platform only by a consent of its own; withdrawn or left, it is asked back.',
  },
  sources: ['L055', 'R-MAT-01', 'R-MAT-02', 'R-MAT-03', 'R-MAT-06', 'R-MAT-08'],
  access: { see: matchmakers, create: matchmakers },
  fields: {
    name: field.text({
      label: { zh: '显示的称呼（不是真名）', en: 'Shown as (not the real name)' },
      class: 'P2',
      required: true,
      min: 2,
      max: 12,
    }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    joinedOn: field.day({ label: { zh: '登记日期', en: 'Registered on' }, class: 'P1', required: true, past: true }),
    sex: field.choice(
      { woman: { zh: '女', en: 'Woman' }, man: { zh: '男', en: 'Man' } },
      { label: { zh: '性别', en: 'Sex' }, class: 'P3', required: true },
    ),
    bornOn: field.day({
      label: { zh: '出生日期（证件上的）', en: 'Born on, by the document' },
      class: 'P3',
      required: true,
      past: true,
    }),
    ...about,
    ...statement,
    ...portFields,
  },
  title: 'name',
  dated: 'joinedOn',
  personField: 'person',
  opens: ['name', 'person', 'joinedOn', 'sex', 'bornOn', ...(Object.keys(about) as (keyof typeof about)[])],
  states: {
    registered: { zh: '已登记', en: 'Registered' },
    verified: { zh: '实名已核', en: 'Identity seen' },
    stated: { zh: '已声明单身', en: 'Single status stated' },
    active: { zh: '征友中', en: 'Active' },
    paused: { zh: '暂停', en: 'Paused' },
    suspended: { zh: '停用待查', en: 'Suspended' },
    banned: { zh: '不再服务', en: 'Banned' },
    left: { zh: '已退出并删除', en: 'Left, and erased' },
  },
  initial: 'registered',
  editableIn: [],
  forgetsIn: ['left', 'banned'],
  startsErased: takedownOfErased,
  claims: ({ state, answers }) =>
    answers.person !== undefined && state !== 'left' && state !== 'banned'
      ? [{ person: answers.person, key: 'matchmaking' }]
      : [],
  checks: {
    ofAge: {
      label: { zh: '到了法定婚龄（男22、女20）', en: 'Of marriageable age (22 for men, 20 for women)' },
      rule: 'R-MAT-02',
      met: ({ answers: { bornOn, sex, joinedOn }, today = joinedOn }) =>
        bornOn !== undefined && today !== undefined && addCalendarMonths(bornOn, sex === 'man' ? 264 : 240) <= today,
    },
    single: {
      label: { zh: '声明是单身，同意进入本地征友', en: 'Stated single, agrees to the pool' },
      rule: 'R-MAT-03',
      met: ({ answers: a }) => a.marital !== undefined && a.marital !== 'married' && a.poolAgreed === true,
    },
    ...portChecks,
    cleanWords: {
      label: { zh: '介绍里没有电话、账号', en: 'No phone or account in the words' },
      rule: 'processes 6.2',
      met: ({ answers: a }) => !contact.test(`${a.words ?? ''} ${a.wish ?? ''} ${a.work ?? ''} ${a.name ?? ''}`),
    },
  },
  actions: {
    verify: {
      label: { zh: '看过证件，人证一致', en: 'Document and face agree' },
      from: ['registered'],
      to: 'verified',
      by: matchmakers,
      needs: ['ofAge'],
      tone: 'main',
    },
    state: {
      label: { zh: '本人声明单身', en: 'States to be single' },
      from: ['verified'],
      to: 'stated',
      by: matchmakers,
      fills: Object.keys(statement) as (keyof typeof statement)[],
      needs: ['single'],
      makes: ['single-statement'],
      tone: 'main',
    },
    review: {
      label: { zh: '审核通过', en: 'Passed' },
      from: ['stated'],
      to: 'active',
      by: matchmakers,
      reach: 'below',
      secondPerson: true,
      needs: ['cleanWords', 'single'],
      tone: 'main',
    },
    rewrite: {
      label: { zh: '改介绍', en: 'Rewrite' },
      from: ['registered', 'verified', 'stated', 'active', 'paused'],
      to: 'same',
      by: matchmakers,
      fills: Object.keys(about) as (keyof typeof about)[],
      needs: ['cleanWords'],
    },
    pause: {
      label: { zh: '暂停（马上不显示）', en: 'Pause, at once' },
      from: ['active'],
      to: 'paused',
      by: matchmakers,
    },
    resume: { label: { zh: '恢复', en: 'Resume' }, from: ['paused'], to: 'active', by: matchmakers },
    ...portActions,
    suspend: {
      label: { zh: '有投诉，停用待查', en: 'Suspend on a report' },
      from: ['active', 'paused'],
      to: 'suspended',
      by: matchmakers,
      reach: 'below',
      reason: true,
      tone: 'safety',
    },
    restore: {
      label: { zh: '查清了，恢复', en: 'Restore' },
      from: ['suspended'],
      to: 'paused',
      by: matchmakers,
      reach: 'below',
      otherThan: ['suspend'],
      reason: true,
    },
    ban: {
      label: { zh: '查实，不再服务', en: 'Ban' },
      from: ['suspended'],
      to: 'banned',
      by: matchmakers,
      reach: 'below',
      otherThan: ['suspend'],
      reason: true,
      starts: takedownOf,
      tone: 'safety',
    },
    leave: {
      label: { zh: '本人退出，当场删除', en: 'Leave: erased at once' },
      from: [...living],
      to: 'left',
      by: matchmakers,
      starts: takedownOf,
    },
  },
  clocks: {
    verify: {
      label: { zh: '核实身份', en: 'See the document' },
      from: 'registered',
      until: ['verified', 'left'],
      within: workingDays(2),
      legal: false,
      rule: 'processes 6.2',
    },
    review: {
      label: { zh: '审核', en: 'Review' },
      from: 'stated',
      until: ['active', 'left'],
      within: workingDays(2),
      legal: false,
      rule: 'processes 6.2',
    },
    report: {
      label: { zh: '查清投诉', en: 'Settle the report' },
      from: 'suspended',
      until: ['paused', 'banned', 'left'],
      within: workingDays(3),
      legal: false,
      rule: 'R-MAT-07',
    },
    ...portClocks,
  },
  documents: { 'single-statement': singleStatement, 'port-consent': portConsent },
  measures: {
    members: stock('person', {
      label: { zh: '在册征友人', en: 'Members' },
      includes: '审核通过、没有退出的人，含暂停',
      excludes: '没有审核的；已退出、不再服务的',
    }),
    banned: flow('item', {
      label: { zh: '不再服务', en: 'Bans' },
      unitLabel: { zh: '人次', en: 'bans' },
      includes: '查实后停止服务的，按决定日期',
      excludes: '停用待查的',
    }),
    ...portMeasures,
  },
  counts: ({ state, reached, history, answers: { person } }, count) => {
    const passed = history.find((done) => done.action === 'review')?.on
    const gone = state === 'left' ? reached.left : state === 'banned' ? reached.banned : undefined
    return [
      passed && person !== undefined && count.person('members', passed, person),
      passed && gone && person !== undefined && count.person('members', gone, person, -1),
      state === 'banned' && gone && count.one('banned', gone),
      ...daysOf(history, 'handOver').map((on) => count.one('handed', on)),
      ...daysOf(history, 'portTaken').map((on) => count.one('taken', on)),
    ]
  },
})
