import { workingDays } from '../../core/clock.ts'
import { parseCreditCode } from '../../core/credit-code.ts'
import { addCalendarMonths } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { parsePhone } from '../../core/phone.ts'
import { defineProgramme } from '../../core/programme.ts'
import { authorisation } from './documents/authorisation.ts'
import { keepers, readers, services, upper, yes } from './words.ts'

const living = ['applied', 'verified', 'authorised', 'reviewing', 'suspended'] as const
/** Seen on the visit before it is verified (processes 7.2). */
const seen = {
  visitedOn: field.day({ label: { zh: '上门核查日期', en: 'Visited on' }, class: 'P1', required: true, past: true }),
  licenceSeen: yes('营业执照与系统查询一致', 'The licence agrees with the register'),
  staffSeen: yes('家政员名册看过', 'The list of workers was seen'),
  pricesShown: yes('价目和投诉电话公开', 'Prices and complaint phone are shown'),
  standardUsed: yes('按标准和合同范本服务', 'Works by the standards and the model contract'),
}
const granted = {
  authorisedTo: field.day({ label: { zh: '授权到哪天', en: 'Authorised to' }, class: 'P0', required: true }),
  grade: field.choice(
    {
      none: { zh: '未评定', en: 'Not graded' },
      '3a': { zh: '3A', en: '3A' },
      '4a': { zh: '4A', en: '4A' },
      '5a': { zh: '5A', en: '5A' },
    },
    {
      label: { zh: '机构等级（以评定证书为准）', en: 'Grade of the company, by certificate' },
      class: 'P0',
      required: true,
    },
  ),
}

/** 北疆亮姐巾帼家政联盟成员 — L070; R-HK-03. The company is graded by others' certificate; its workers never are. */
export const homecareCompany = defineProgramme({
  id: 'homecare-company',
  version: 1,
  kind: 'team',
  service: 'homecare',
  label: { zh: '家政联盟公司', en: 'Alliance company' },
  short: { zh: '家政公司', en: 'Companies' },
  noun: { zh: '家', en: 'company' },
  help: {
    zh: '公司申请加入“北疆亮姐”联盟：旗县上门核查，自治区授权一到三年，不收费。授权到期先复核。公司有了自己的账号，就自己管家政员、接单派单；退出、停用的公司不能再接新单。',
    en: 'A company asks to join the alliance: the banner visits, the region authorises for one to three years, free. With an account of its own it keeps its workers and orders; one that left or is suspended takes no new order.',
  },
  sources: ['L070', 'R-HK-03', 'R-HK-04', 'R-CODE-04'],
  access: { see: readers, create: keepers },
  fields: {
    name: field.text({ label: { zh: '公司名称', en: 'Name' }, class: 'P0', required: true, min: 4, max: 60 }),
    appliedOn: field.day({ label: { zh: '申请日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
    creditCode: field.text({
      label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      class: 'P0',
      required: true,
      max: 18,
    }),
    legalPerson: field.text({
      label: { zh: '法定代表人', en: 'Legal representative' },
      class: 'P2',
      required: true,
      max: 60,
    }),
    mode: field.choice(
      {
        employer: { zh: '员工制', en: 'Employs its workers' },
        agent: { zh: '中介制', en: 'Agent' },
        both: { zh: '两种都有', en: 'Both' },
      },
      { label: { zh: '经营方式', en: 'Mode' }, class: 'P0', required: true },
    ),
    services: field.choices(services, { label: { zh: '服务类别', en: 'Services' }, class: 'P0', required: true }),
    staff: field.integer({
      label: { zh: '申请时家政员', en: 'Workers when it applied' },
      class: 'P1',
      required: true,
      max: 20_000,
      unitLabel: { zh: '人', en: 'people' },
    }),
    phone: field.text({ label: { zh: '投诉电话', en: 'Complaint phone' }, class: 'P0', required: true, max: 20 }),
    address: field.text({ label: { zh: '地址', en: 'Address' }, class: 'P0', required: true, max: 120 }),
    ...seen,
    ...granted,
    seat: field.org({
      label: { zh: '它在系统里的单位', en: 'Its organisation in the house' },
      class: 'P1',
      required: true,
      help: {
        zh: '先在组织里建“协作单位—家政公司”，再给公司的人设“家政公司岗”。',
        en: 'Set up first as a partner of kind company; its people get posts there.',
      },
    }),
  },
  title: 'name',
  dated: 'appliedOn',
  receiverField: 'seat',
  receiverSees: ['name', 'appliedOn', 'creditCode', 'mode', 'services', 'phone', 'address', 'authorisedTo', 'grade'],
  opens: ['name', 'appliedOn', 'creditCode', 'legalPerson', 'mode', 'services', 'staff', 'phone', 'address'],
  states: {
    applied: { zh: '待核查', en: 'Applied' },
    verified: { zh: '已核查待授权', en: 'Verified' },
    authorised: { zh: '已授权', en: 'Authorised' },
    reviewing: { zh: '授权到期复核', en: 'Under review' },
    suspended: { zh: '暂停', en: 'Suspended' },
    left: { zh: '已退出', en: 'Left' },
  },
  initial: 'applied',
  editableIn: ['applied', 'verified', 'authorised'],
  checks: {
    codeRight: {
      label: { zh: '统一社会信用代码校验正确', en: 'The credit code is right' },
      rule: 'R-CODE-04',
      met: ({ answers }) => parseCreditCode(answers.creditCode ?? '') !== undefined,
    },
    phoneRight: {
      label: { zh: '投诉电话打得通的格式', en: 'The complaint phone is one' },
      rule: 'R-CODE-05',
      met: ({ answers }) => parsePhone(answers.phone ?? '') !== undefined,
    },
    allSeen: {
      label: { zh: '执照、名册、价目、标准都核对过', en: 'Licence, list, prices and standard are seen' },
      rule: 'R-HK-03',
      met: ({ answers: a }) => [a.licenceSeen, a.staffSeen, a.pricesShown, a.standardUsed].every((s) => s === true),
    },
    termFits: {
      label: { zh: '授权一到三年', en: 'One to three years' },
      rule: 'processes 7.2',
      met: ({ answers: { authorisedTo: to = '' }, today }) =>
        today === undefined || (to >= addCalendarMonths(today, 12) && to <= addCalendarMonths(today, 36)),
    },
  },
  actions: {
    verify: {
      label: { zh: '核查通过', en: 'Verify' },
      from: ['applied'],
      to: 'verified',
      by: keepers,
      reach: 'below',
      at: upper,
      fills: Object.keys(seen) as (keyof typeof seen)[],
      needs: ['codeRight', 'phoneRight', 'allSeen'],
      tone: 'main',
    },
    authorise: {
      label: { zh: '授权使用品牌', en: 'Authorise' },
      from: ['verified'],
      to: 'authorised',
      by: ['development'],
      reach: 'below',
      at: ['region'],
      otherThan: ['create', 'verify'],
      fills: Object.keys(granted) as (keyof typeof granted)[],
      needs: ['termFits'],
      makes: ['authorisation'],
      tone: 'main',
    },
    seat: {
      label: { zh: '登记它的单位（开账号后）', en: 'Name its organisation' },
      from: ['verified', 'authorised', 'reviewing'],
      to: 'same',
      by: keepers,
      fills: ['seat'],
    },
    fallDue: { label: { zh: '授权到期', en: 'The term is over' }, from: ['authorised'], to: 'reviewing', by: [] },
    renew: {
      label: { zh: '复核通过，续授权', en: 'Renew' },
      from: ['authorised', 'reviewing'],
      to: 'authorised',
      by: ['development'],
      reach: 'below',
      at: ['region'],
      fills: Object.keys(granted) as (keyof typeof granted)[],
      needs: ['termFits'],
      makes: ['authorisation'],
      tone: 'main',
    },
    suspend: {
      label: { zh: '暂停', en: 'Suspend' },
      from: ['authorised', 'reviewing'],
      to: 'suspended',
      by: keepers,
      reach: 'below',
      at: upper,
      reason: true,
      tone: 'safety',
    },
    restore: {
      label: { zh: '整改完，恢复', en: 'Restore' },
      from: ['suspended'],
      to: 'authorised',
      by: keepers,
      reach: 'below',
      at: upper,
      otherThan: ['suspend'],
      reason: true,
    },
    leave: { label: { zh: '退出联盟', en: 'Leave' }, from: [...living], to: 'left', by: keepers, reason: true },
  },
  clocks: {
    verify: {
      label: { zh: '上门核查', en: 'Visit the company' },
      from: 'applied',
      until: ['verified', 'left'],
      within: workingDays(10),
      legal: false,
      rule: 'processes 7.2',
    },
    authorise: {
      label: { zh: '授权', en: 'Authorise' },
      from: 'verified',
      until: ['authorised', 'left'],
      within: workingDays(5),
      legal: false,
      rule: 'processes 7.2',
    },
    term: {
      label: { zh: '授权到期', en: 'The authorisation ends' },
      from: 'authorised',
      after: ['renew'],
      done: ['renew'],
      until: ['reviewing', 'suspended', 'left'],
      within: workingDays(250),
      dueField: 'authorisedTo',
      legal: false,
      rule: 'processes 7.2',
      remindBefore: [60, 30],
      expires: 'fallDue',
    },
    review: {
      label: { zh: '复核并续授权', en: 'Review and renew' },
      from: 'reviewing',
      until: ['authorised', 'suspended', 'left'],
      within: workingDays(20),
      legal: false,
      rule: 'processes 7.2',
    },
  },
  documents: { authorisation },
  measures: {
    members: stock('item', {
      label: { zh: '家政联盟公司', en: 'Alliance companies' },
      unitLabel: { zh: '家', en: 'companies' },
      includes: '授权过、没有退出的公司，含复核中、暂停的',
      excludes: '申请中的；已退出的',
    }),
    joined: flow('item', {
      label: { zh: '新加入公司', en: 'Companies joined' },
      unitLabel: { zh: '家', en: 'companies' },
      includes: '当期第一次授权的公司',
      excludes: '续授权、恢复的',
    }),
    left: flow('item', {
      label: { zh: '退出公司', en: 'Companies left' },
      unitLabel: { zh: '家', en: 'companies' },
      includes: '当期退出的联盟公司',
      excludes: '没授权就撤回申请的；暂停的',
    }),
  },
  counts: ({ state, reached, history }, count) => {
    const joined = history.find((done) => done.action === 'authorise')?.on
    const left = state === 'left' ? reached.left : undefined
    if (!joined) return []
    return [
      count.one('members', joined),
      count.one('joined', joined),
      left && count.gone('members', left),
      left && count.one('left', left),
    ]
  },
})
