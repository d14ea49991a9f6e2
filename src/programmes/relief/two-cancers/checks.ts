import type { Facts } from '../../../core/programme.ts'
import { lookups } from './forms.ts'

type Case = Pick<Facts, 'answers' | 'history' | 'today'>

/** The last word on each of the four lookups bears out what she wrote. */
export const fourLookups = ({ history }: Pick<Facts, 'history'>): boolean =>
  Object.keys(lookups).every((which) => {
    const last = history.findLast((done) => done.action === 'lookup' && done.answers.which === which)
    return last?.answers.result === 'agrees' || last?.answers.result === 'paper'
  })

/** Cervical cancer from IIB; invasive breast cancer at any stage (R-CAN-02). */
export const stageFits = ({ answers: { disease, stage } }: Pick<Facts, 'answers'>): boolean =>
  disease === 'breast' || (disease === 'cervical' && typeof stage === 'string' && stage !== 'below')

const consented = ({ answers }: Case) =>
  answers.consentCollect === true &&
  answers.consentLookup === true &&
  answers.consentPayment === true &&
  typeof answers.consentNotice === 'boolean'

/** What the steps wait for, in the words beside a disabled button. */
export const checks = {
  consents: {
    label: { zh: '四项同意都问过（公示可以不同意）', en: 'Four consents asked; the list may be refused' },
    rule: 'R-CAN-07',
    met: consented,
  },
  truthful: {
    label: { zh: '本人声明属实并签字', en: 'Statement of truth signed' },
    rule: 'processes 2.4',
    met: ({ answers }: Case) => answers.truth === true,
  },
  onceInLife: {
    label: { zh: '以前没有领过', en: 'Not had before' },
    rule: 'R-CAN-03',
    met: ({ answers }: Case) => answers.earlier === false,
  },
  stageGiven: {
    label: { zh: '宫颈癌已选分期', en: 'Stage chosen for cervical cancer' },
    rule: 'R-CAN-02',
    met: ({ answers }: Case) => answers.disease !== 'cervical' || answers.stage !== undefined,
  },
  agentKnown: {
    label: { zh: '代办的写明代办人和关系', en: 'Agent and relation given' },
    rule: 'processes 2.4',
    met: ({ answers }: Case) =>
      answers.source !== 'agent' || (Boolean(answers.agentName) && answers.agentRelation !== undefined),
  },
  costsFit: {
    label: { zh: '报销不超过花费', en: 'Reimbursed no more than the cost' },
    rule: 'processes 2.4',
    met: ({ answers }: Case) => Number(answers.reimbursed ?? 0) <= Number(answers.cost ?? answers.reimbursed ?? 0),
  },
  papersFit: {
    label: { zh: '户籍在本地、材料清楚、代办有委托', en: 'Registered here, readable, agent authorised' },
    rule: 'processes 2.3',
    met: ({ answers }: Case) =>
      answers.inTownship === true &&
      answers.readable === true &&
      (answers.source !== 'agent' || answers.authorised === true),
  },
  fourLookups: {
    label: { zh: '四项核对都有结果并相符', en: 'Four lookups recorded and agreeing' },
    rule: 'R-CAN-04',
    by: ['lookup'],
    met: fourLookups,
  },
  stageFits: {
    label: { zh: '病种分期符合（宫颈癌 IIB 期及以上）', en: 'Disease and stage qualify' },
    rule: 'R-CAN-02',
    met: stageFits,
  },
  diagnosedInTime: {
    label: { zh: '确诊不晚于状态截止日', en: 'Diagnosed by the status date' },
    rule: 'R-CAN-05',
    met: ({ answers: { diagnosedOn, statusDate } }: Case) =>
      typeof diagnosedOn === 'string' && typeof statusDate === 'string' && diagnosedOn <= statusDate,
  },
  isWoman: {
    label: { zh: '户籍登记为女性', en: 'Registered as a woman' },
    rule: 'processes 2.4',
    met: ({ answers }: Case) => answers.woman === true,
  },
  nobodyRelated: {
    label: { zh: '会商的人已声明没有亲属和利益关系', en: 'Nobody deciding is related' },
    rule: 'R-FUND-03',
    met: ({ answers }: Case) => answers.unrelated === true,
  },
  noticeAhead: {
    label: { zh: '公示截止日在今天以后', en: 'The notice ends after today' },
    rule: 'D17',
    met: ({ answers, today }: Case) => today === undefined || String(answers.noticeTo ?? '') > today,
  },
  noticeOver: {
    label: { zh: '公示期已满', en: 'The notice is over' },
    rule: 'D17',
    met: ({ answers, today }: Case) => today === undefined || today > String(answers.noticeTo ?? ''),
  },
  accountKnown: {
    label: { zh: '有收款账号', en: 'Account given' },
    rule: 'processes 2.3',
    met: ({ answers }: Case) => Boolean(answers.account),
  },
  amountRight: {
    label: { zh: '金额大于零；与标准不同的写明原因', en: 'More than nothing; a reason where it is not the standard' },
    rule: 'R-CAN-03',
    met: ({ answers: { amount, standard, amountWhy } }: Case) =>
      Number(amount ?? 0) > 0 && (amount === standard || Boolean(amountWhy)),
  },
} as const
