import { flow, rate } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { actions, results, states } from './actions.ts'
import { clocks } from './clocks.ts'
import { petitionOpinion } from './documents/petition-opinion.ts'
import { petitionTold } from './documents/petition-told.ts'
import { deciding, opening, telling } from './fields.ts'
import {
  extensionAsked,
  isClaim,
  isOther,
  isOurs,
  isPassedOn,
  isRefused,
  noInterest,
  notYetExtended,
  representativesNamed,
  wasPassed,
} from './gates.ts'

/** 信访事项 — L111; 信访工作条例 arts. 20–36; R-PET-01 … R-PET-05; D10–D14. */
export const petition = defineProgramme({
  id: 'petition',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'XF',
  label: { zh: '信访事项', en: 'Petition' },
  short: { zh: '信访', en: 'Petitions' },
  noun: { zh: '件', en: 'petition' },
  help: {
    zh: '收到信访先登记，十五天内书面告诉本人去向。属于我们办的申诉求决，六十天内出处理意见。与自己或亲属有关的要回避。咨询和求助不是信访，记在热线里。',
    en: 'Register it, tell the petitioner in writing within fifteen days where it went, and give an opinion on a claim within sixty. Advice and help are no petition.',
  },
  sources: ['L111', 'R-PET-01', 'R-PET-02', 'R-PET-03', 'R-PET-04', 'R-PET-05', 'D10', 'D11', 'D12', 'D13', 'D14'],
  confidential: true,
  access: { see: ['rights'], create: ['rights'] },
  fields: { ...opening, ...telling, ...deciding, ...results },
  title: 'matter',
  dated: 'receivedOn',
  opens: Object.keys(opening) as (keyof typeof opening)[],
  states,
  initial: 'registered',
  editableIn: ['registered'],
  checks: {
    noInterest: { label: { zh: '经办人声明无须回避', en: 'No interest declared' }, rule: 'R-PET-05', met: noInterest },
    isClaim: { label: { zh: '是申诉求决', en: 'It is a claim' }, rule: 'R-PET-03', met: isClaim },
    isOther: { label: { zh: '不是申诉求决', en: 'It is no claim' }, rule: 'R-PET-03', met: isOther },
    representativesNamed: {
      label: { zh: '超过五人已推选代表（不超过五人）', en: 'A group has named at most five' },
      rule: 'R-PET-02',
      met: representativesNamed,
    },
    isOurs: { label: { zh: '告知的去向是本单位受理', en: 'Told: handled by us' }, rule: 'R-PET-01', met: isOurs },
    isPassedOn: {
      label: { zh: '写明转送哪个机关', en: 'Told: passed on, and to whom' },
      rule: 'R-PET-01',
      met: isPassedOn,
    },
    isRefused: { label: { zh: '告知的去向是不予受理', en: 'Told: not accepted' }, rule: 'R-PET-02', met: isRefused },
    wasPassed: { label: { zh: '是其他机关转来的', en: 'It was passed on to us' }, rule: 'D11', met: wasPassed },
    extensionAsked: { label: { zh: '已申请延长', en: 'More time was asked for' }, rule: 'D12', met: extensionAsked },
    notYetExtended: { label: { zh: '还没有延长过', en: 'Not lengthened before' }, rule: 'D12', met: notYetExtended },
  },
  actions,
  clocks,
  documents: { 'petition-told': petitionTold, 'petition-opinion': petitionOpinion },
  measures: {
    registered: flow('item', {
      label: { zh: '信访登记', en: 'Registered' },
      includes: '登记的信访事项，按收到日期',
      excludes: '12338咨询求助；转错并退回的',
    }),
    accepted: flow('item', {
      label: { zh: '受理申诉求决', en: 'Claims accepted' },
      includes: '受理的申诉求决，按第一次受理日期',
      excludes: '建议、检举、涉诉；转送；不予受理',
    }),
    concluded: flow('item', {
      label: { zh: '出具处理意见', en: 'Opinions given' },
      includes: '第一次出具处理意见书的申诉求决',
      excludes: '撤回、还在办的',
    }),
    told: flow('item', {
      label: { zh: '已告知去向', en: 'Told' },
      includes: '已书面或当场告知去向的，按告知日期',
      excludes: '转错并提出异议的',
    }),
    'concluded-rate': rate('concluded', ['accepted'], {
      label: { zh: '办结率', en: 'Concluded' },
      includes: '出具处理意见 ÷ 受理申诉求决',
      excludes: '其他类别',
    }),
    petitioners: flow('person', {
      label: { zh: '信访人（实名）', en: 'Petitioners by name' },
      includes: '期间内登记事项的实名信访人，按人去重',
      excludes: '不留名的；集体来访的其他人',
    }),
  },
  counts: ({ state, on, history, answers }, count) => {
    // Sent to us by mistake: it was never ours to count.
    if (state === 'objected' || history.some((d) => d.action === 'object')) return []
    const first = (action: string) => history.find((d) => d.action === action)?.on
    const [told, accepted, concluded] = [first('tell'), first('accept'), first('decide')]
    return [
      count.one('registered', on),
      told && count.one('told', told),
      accepted && count.one('accepted', accepted),
      concluded && count.one('concluded', concluded),
      answers.petitioner && count.person('petitioners', on, answers.petitioner),
    ]
  },
})
