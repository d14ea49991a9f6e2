import { field } from '../../core/field.ts'
import type { Action } from '../../core/programme.ts'
import { deciding, type opening, reviewing, telling } from './fields.ts'

type Field = keyof typeof opening | keyof typeof telling | keyof typeof deciding | keyof typeof results
type State = keyof typeof states
type Gate =
  | 'noInterest'
  | 'isClaim'
  | 'isOther'
  | 'representativesNamed'
  | 'isOurs'
  | 'isPassedOn'
  | 'isRefused'
  | 'wasPassed'
  | 'extensionAsked'
  | 'notYetExtended'
type Page = 'petition-told' | 'petition-opinion'

export const results = {
  result: field.text({ label: { zh: '办理结果', en: 'Result' }, class: 'P3', required: true, min: 2, max: 2000 }),
}

export const states = {
  registered: { zh: '已登记', en: 'Registered' },
  told: { zh: '已告知', en: 'Told' },
  accepted: { zh: '已受理', en: 'Accepted' },
  handling: { zh: '办理中', en: 'Being handled' },
  opinion: { zh: '已出具处理意见', en: 'Opinion given' },
  reviewing: { zh: '复查中', en: 'Under review' },
  reviewed: { zh: '已复查', en: 'Reviewed' },
  rereviewing: { zh: '复核中', en: 'Under re-review' },
  hearing: { zh: '听证中', en: 'Hearing' },
  final: { zh: '已复核（终结）', en: 'Re-reviewed (final)' },
  advised: { zh: '按类别办理中', en: 'Handled by its class' },
  passed: { zh: '已转送', en: 'Passed on' },
  objected: { zh: '已提出转送异议', en: 'Objected to the transfer' },
  refused: { zh: '不予受理', en: 'Not accepted' },
  withdrawn: { zh: '信访人撤回', en: 'Withdrawn' },
  closed: { zh: '已办结', en: 'Closed' },
} as const

const by = ['rights'] as const
const keys = <F extends object>(of: F) => Object.keys(of) as (keyof F & string)[]

/** The procedure of the regulation on petitions (信访工作条例 arts. 20–36). */
export const actions = {
  declare: {
    label: { zh: '声明与本事项无利害关系', en: 'Declare no interest' },
    from: ['registered', 'told', 'accepted', 'handling'],
    to: 'same',
    by,
  },
  tell: {
    label: { zh: '告知信访人去向', en: 'Tell the petitioner' },
    from: ['registered'],
    to: 'told',
    by,
    fills: keys(telling),
    needs: ['noInterest', 'representativesNamed'],
    makes: ['petition-told'],
    tone: 'main',
  },
  recordTransfer: {
    label: { zh: '记转来的机关', en: 'Record who passed it on' },
    from: ['registered'],
    to: 'same',
    by,
    needs: ['wasPassed'],
    asks: {
      from: field.text({ label: { zh: '转来的机关', en: 'Passed on by' }, class: 'P1', required: true, max: 80 }),
    },
  },
  object: {
    label: { zh: '转错了，提出异议', en: 'Object to a wrong transfer' },
    from: ['registered', 'told'],
    to: 'objected',
    by,
    needs: ['wasPassed'],
    reason: true,
  },
  accept: {
    label: { zh: '受理（申诉求决）', en: 'Accept a claim' },
    from: ['told'],
    to: 'accepted',
    by,
    needs: ['isClaim', 'isOurs'],
    tone: 'main',
  },
  advise: {
    label: { zh: '按类别办理（建议、检举、涉诉）', en: 'Handle by its class' },
    from: ['told'],
    to: 'advised',
    by,
    needs: ['isOther', 'isOurs'],
    tone: 'main',
  },
  pass: { label: { zh: '转送', en: 'Pass on' }, from: ['told'], to: 'passed', by, needs: ['isPassedOn'], tone: 'main' },
  refuse: {
    label: { zh: '不予受理', en: 'Do not accept' },
    from: ['told'],
    to: 'refused',
    by,
    needs: ['isRefused'],
    reason: true,
  },
  handle: {
    label: { zh: '开始办理', en: 'Begin' },
    from: ['accepted'],
    to: 'handling',
    by,
    needs: ['noInterest'],
    tone: 'main',
  },
  askExtension: {
    label: { zh: '申请延长三十日', en: 'Ask for 30 days more' },
    from: ['accepted', 'handling'],
    to: 'same',
    by,
    needs: ['notYetExtended'],
    reason: true,
  },
  extend: {
    label: { zh: '批准延长并告知信访人', en: 'Approve, and tell the petitioner' },
    from: ['accepted', 'handling'],
    to: 'same',
    by,
    otherThan: ['askExtension'],
    needs: ['extensionAsked', 'notYetExtended'],
  },
  refuseExtension: {
    label: { zh: '不同意延长', en: 'Refuse the extension' },
    from: ['accepted', 'handling'],
    to: 'same',
    by,
    otherThan: ['askExtension'],
    needs: ['extensionAsked'],
    reason: true,
  },
  decide: {
    label: { zh: '出具处理意见书', en: 'Give the opinion' },
    from: ['handling'],
    to: 'opinion',
    by,
    fills: keys(deciding),
    makes: ['petition-opinion'],
    tone: 'main',
  },
  review: { label: { zh: '信访人申请复查', en: 'Review asked for' }, from: ['opinion'], to: 'reviewing', by },
  reviewed: {
    label: { zh: '记复查结论', en: 'Record the review' },
    from: ['reviewing'],
    to: 'reviewed',
    by,
    asks: reviewing,
    tone: 'main',
  },
  rereview: { label: { zh: '信访人申请复核', en: 'Re-review asked for' }, from: ['reviewed'], to: 'rereviewing', by },
  hear: { label: { zh: '举行听证', en: 'Hearing begins' }, from: ['rereviewing'], to: 'hearing', by },
  heard: { label: { zh: '听证结束', en: 'Hearing ends' }, from: ['hearing'], to: 'rereviewing', by },
  rereviewed: {
    label: { zh: '记复核结论', en: 'Record the re-review' },
    from: ['rereviewing'],
    to: 'final',
    by,
    asks: reviewing,
    tone: 'main',
  },
  redo: {
    label: { zh: '按复查（复核）结论重新办理', en: 'Handle anew as told' },
    from: ['reviewed', 'final'],
    to: 'accepted',
    by,
    reason: true,
  },
  lapse: {
    label: { zh: '期满未申请，程序终结', en: 'Not asked for in time: the procedure ends' },
    from: ['opinion', 'reviewed'],
    to: 'closed',
    by: [],
  },
  close: {
    label: { zh: '办结', en: 'Close' },
    from: ['final', 'advised', 'passed', 'objected', 'refused'],
    to: 'closed',
    by,
    fills: ['result'],
    tone: 'main',
  },
  withdraw: {
    label: { zh: '信访人撤回', en: 'Withdrawn by the petitioner' },
    from: ['registered', 'told', 'accepted', 'handling', 'advised'],
    to: 'withdrawn',
    by,
    reason: true,
  },
} as const satisfies Readonly<
  Record<string, Action<Readonly<Record<Field, (typeof opening)['matter']>>, State, Gate, Page>>
>
