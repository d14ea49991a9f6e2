import { calendarMonths, workingDays } from '../../core/clock.ts'
import { parseCreditCode } from '../../core/credit-code.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, seers } from './words.ts'

const checked = field.text({
  label: { zh: '怎么核的（营业执照、来人身份、授权）', en: 'How it was checked (licence, person, authority)' },
  class: 'P1',
  required: true,
  min: 4,
  max: 300,
})
const clean = field.yesNo({
  label: { zh: '查过，不在失信、劳动违法名单上', en: 'Looked up: on no list of debtors or labour offenders' },
  class: 'P1',
  required: true,
})

/** 用人单位 — L081–L084; R-JOB-01, R-JOB-02, R-CODE-04, D31. Verified before it posts, and again every six months. */
export const employer = defineProgramme({
  id: 'employer',
  version: 1,
  kind: 'case',
  service: 'employment',
  series: 'YR',
  label: { zh: '用人单位', en: 'Employer' },
  short: { zh: '单位', en: 'Employers' },
  noun: { zh: '家', en: 'employer' },
  help: {
    zh: '单位来登记，另一个人核信用代码、营业执照、来人身份和授权，核过了才能发岗位。每六个月再核一次，过期自动停发；违法的停用，查清了再恢复。',
    en: 'Registered, then verified by another person: credit code, licence, who came and her authority. Only then may it post. Verified again every six months, or it lapses.',
  },
  sources: ['L081', 'L082', 'L083', 'L084', 'R-JOB-01', 'R-JOB-02', 'R-CODE-04', 'D31', 'processes 8.2'],
  access: { see: [...seers, 'rights'], create: keepers },
  fields: {
    name: field.text({ label: { zh: '单位名称', en: 'Employer' }, class: 'P0', required: true, min: 2, max: 60 }),
    registeredOn: field.day({
      label: { zh: '登记日期', en: 'Registered on' },
      class: 'P1',
      required: true,
      past: true,
    }),
    uscc: field.text({
      label: { zh: '统一社会信用代码', en: 'Credit code' },
      class: 'P0',
      required: true,
      min: 18,
      max: 18,
    }),
    industry: field.choice(
      {
        making: { zh: '制造、加工', en: 'Manufacturing' },
        trade: { zh: '批发零售、电商', en: 'Trade' },
        food: { zh: '餐饮住宿、旅游', en: 'Food, lodging, tourism' },
        care: { zh: '家政、养老、托育', en: 'Domestic service and care' },
        education: { zh: '教育、卫生', en: 'Education and health' },
        farming: { zh: '农牧业', en: 'Farming and herding' },
        craft: { zh: '手工、文化', en: 'Handicraft and culture' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '行业', en: 'Industry' }, class: 'P0', required: true },
    ),
    size: field.choice(
      {
        micro: { zh: '不到20人', en: 'Under 20' },
        small: { zh: '20至299人', en: '20 to 299' },
        large: { zh: '300人以上', en: '300 and more' },
      },
      { label: { zh: '规模', en: 'Size' }, class: 'P0' },
    ),
    association: field.yesNo({
      label: { zh: '女企业家协会会员', en: 'Member of the Women Entrepreneurs’ Association' },
      class: 'P0',
    }),
    address: field.text({ label: { zh: '地址', en: 'Address' }, class: 'P0', required: true, min: 5, max: 120 }),
    contact: field.text({ label: { zh: '联系人', en: 'Contact' }, class: 'P2', required: true, max: 60 }),
    phone: field.text({ label: { zh: '联系电话', en: 'Phone' }, class: 'P2', required: true, min: 7, max: 20 }),
    checked,
    clean,
  },
  title: 'name',
  dated: 'registeredOn',
  opens: ['name', 'registeredOn', 'uscc', 'industry', 'size', 'association', 'address', 'contact', 'phone'],
  states: {
    registered: { zh: '已登记，待核', en: 'Registered' },
    verified: { zh: '已核验', en: 'Verified' },
    lapsed: { zh: '核验过期，停发岗位', en: 'Verification lapsed' },
    blocked: { zh: '已停用', en: 'Blocked' },
  },
  initial: 'registered',
  editableIn: ['registered', 'lapsed'],
  checks: {
    codeFits: {
      label: { zh: '信用代码校验正确', en: 'The credit code is right' },
      rule: 'R-CODE-04',
      met: ({ answers }) => parseCreditCode(answers.uscc ?? '') !== undefined,
    },
    isClean: {
      label: { zh: '不在失信、违法名单上', en: 'It is on no list of offenders' },
      rule: 'processes 8.2',
      met: ({ answers }) => answers.clean === true,
    },
  },
  actions: {
    verify: {
      label: { zh: '核验通过', en: 'Verified' },
      from: ['registered', 'lapsed'],
      to: 'verified',
      by: keepers,
      reach: 'below',
      fills: ['checked', 'clean'],
      needs: ['codeFits', 'isClean'],
      secondPerson: true,
      tone: 'main',
    },
    recheck: {
      label: { zh: '六个月再核', en: 'Verified again' },
      from: ['verified'],
      to: 'same',
      by: keepers,
      reach: 'below',
      fills: ['checked', 'clean'],
      needs: ['codeFits', 'isClean'],
      tone: 'main',
    },
    lapse: { label: { zh: '核验过期', en: 'Lapsed' }, from: ['verified'], to: 'lapsed', by: [] },
    block: {
      label: { zh: '停用', en: 'Block' },
      from: ['registered', 'verified', 'lapsed'],
      to: 'blocked',
      by: [...keepers, 'rights'],
      reach: 'below',
      reason: true,
      tone: 'safety',
    },
    restore: {
      label: { zh: '查清了，重新核验', en: 'Settled: verify anew' },
      from: ['blocked'],
      to: 'registered',
      by: keepers,
      reach: 'below',
      otherThan: ['block'],
      reason: true,
    },
  },
  clocks: {
    verify: {
      label: { zh: '核验单位', en: 'Verify the employer' },
      from: 'registered',
      until: ['verified', 'blocked'],
      within: workingDays(3),
      legal: false,
      rule: 'processes 8.2',
    },
    recheck: {
      label: { zh: '每六个月再核', en: 'Verify again every six months' },
      from: 'verified',
      after: ['recheck'],
      done: ['recheck'],
      until: ['lapsed', 'blocked'],
      within: calendarMonths(6),
      legal: true,
      law: '五部门网络招聘通知（2026年1月）',
      rule: 'D31',
      remindBefore: [14],
      expires: 'lapse',
    },
  },
  measures: {
    employers: stock('item', {
      label: { zh: '核验有效的用人单位', en: 'Verified employers' },
      unitLabel: { zh: '家', en: 'employers' },
      includes: '核验通过、没有过期也没有停用的单位',
      excludes: '待核、过期、停用的；岗位（另计）',
    }),
    verified: flow('item', {
      label: { zh: '核验次数', en: 'Verifications' },
      unitLabel: { zh: '次', en: 'times' },
      includes: '首次核验和每六个月的再核，一次一次',
      excludes: '没有通过的',
    }),
  },
  counts: ({ history }, count) =>
    history.flatMap(({ action, from, to, on }) => [
      to === 'verified' && from !== 'verified' && count.one('employers', on),
      from === 'verified' && to !== 'verified' && count.gone('employers', on),
      (action === 'verify' || action === 'recheck') && count.one('verified', on),
    ]),
})
