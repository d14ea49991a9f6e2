import { defineProgramme } from '../../core/programme.ts'
import { recommendation } from './documents/recommendation.ts'
import { resultNotice } from './documents/result-notice.ts'
import { shareConsent } from './documents/share-consent.ts'
import { actions } from './referral-actions.ts'
import { checks } from './referral-checks.ts'
import { clocks } from './referral-clocks.ts'
import { asking, fields } from './referral-fields.ts'
import { measures } from './referral-measures.ts'
import { lending } from './words.ts'

/** A woman has one referral under way at a time: another bank is asked when this one has answered, or she withdraws. */
const underWay: readonly string[] = ['asked', 'advised', 'recommended', 'checked', 'sent', 'accepted', 'granted']

/** 妇女贷款推荐 — L086; processes 9; R-LOAN-01 … R-LOAN-05, D39. We inform, recommend and pass on; the bank decides and lends. */
export const loanReferral = defineProgramme({
  id: 'loan-referral',
  version: 1,
  kind: 'case',
  service: 'finance',
  series: 'DK',
  label: { zh: '妇女贷款推荐', en: 'Loan referrals' },
  short: { zh: '贷款推荐', en: 'Referrals' },
  noun: { zh: '笔', en: 'referral' },
  help: {
    zh: '她想贷款创业，嘎查记下需求，苏木乡镇推荐，旗县核对后送她同意的那家银行。妇联不审批、不担保、不收费、不打分，不查也不存征信。银行批不批、为什么，都要告诉她；贷出来以后只去帮一次，不管还款。同一时间只送一家银行。',
    en: 'She wants a loan for her work: the village writes it down, the township recommends, the banner sends it to the bank she agreed to. The federation grants, vouches, charges and scores nothing and keeps no credit report. She is told yes or no and why. Repayment is between her and the bank. One bank at a time.',
  },
  sources: ['L086', 'R-LOAN-01', 'R-LOAN-02', 'R-LOAN-03', 'R-LOAN-05', 'R-PRI-04', 'R-PRI-10', 'D39', 'processes 9'],
  access: { see: [...lending, 'partner'], create: lending },
  fields,
  title: 'project',
  dated: 'askedOn',
  personField: 'person',
  opens: Object.keys(asking) as (keyof typeof asking)[],
  receiverField: 'bank',
  // The five things she agreed to, and the bank's own answer.
  receiverSees: [
    'project',
    'borrower',
    'industry',
    'place',
    'amount',
    'months',
    'purpose',
    'opinion',
    'sharedName',
    'sharedPhone',
    'bank',
    'grantedFen',
    'grantedMonths',
    'ratePoints',
    'rateKind',
    'refusal',
    'refusalWords',
    'paidFen',
    'paidOn',
  ],
  states: {
    asked: { zh: '已提出', en: 'Asked' },
    advised: { zh: '已说明产品', en: 'Advised' },
    recommended: { zh: '乡镇已推荐', en: 'Recommended' },
    checked: { zh: '旗县已核', en: 'Checked' },
    sent: { zh: '已送银行', en: 'At the bank' },
    accepted: { zh: '银行已受理', en: 'Accepted by the bank' },
    granted: { zh: '银行已批准', en: 'Granted' },
    refused: { zh: '银行未批准', en: 'Refused' },
    disbursed: { zh: '已放款', en: 'Paid out' },
    'not-recommended': { zh: '未推荐', en: 'Not recommended' },
    closed: { zh: '已办结', en: 'Closed' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'asked',
  editableIn: ['asked'],
  // Her consent is gone, for the bank as for us (个人信息保护法 第四十七条).
  silentIn: ['withdrawn'],
  checks,
  actions,
  clocks,
  documents: { 'share-consent': shareConsent, recommendation, 'result-notice': resultNotice },
  claims: ({ state, person }) => (person && underWay.includes(state) ? [{ person, key: 'loan-referral' }] : []),
  measures,
  counts: ({ history, person, answers: { borrower, womenLed, paidFen, paidOn } }, count) => {
    const sent = history.find((done) => done.action === 'send')?.on
    const yes = history.find((done) => done.to === 'granted' && done.from !== 'granted')?.on
    const no = history.find((done) => done.to === 'refused' && done.from !== 'refused')?.on
    const paid = history.find((done) => done.to === 'disbursed' && done.from !== 'disbursed')
    const answered = yes ?? no
    return [
      sent && person && count.person('women', sent, person),
      sent && count.one('sent', sent),
      sent && borrower !== 'person' && womenLed === true && count.one('womenLed', sent),
      answered && count.one('answered', answered),
      yes && count.one('granted', yes),
      paid && paidOn && count.money('disbursed', paidFen ?? 0, paidOn, paid.action === 'disburse' ? 'A' : 'B'),
    ]
  },
})
