import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { defineProgramme, type Facts } from '../../core/programme.ts'
import { referralSlip } from './documents/referral-slip.ts'
import { opening, replying, sending, sharing } from './fields.ts'
import { basisKnown, onlyAgreed, overdue, saysSomething, wellDated } from './gates.ts'
import { countReferral, referralMeasures } from './measures.ts'

const senders = ['rights', 'mediator', 'operator'] as const
const receiving = ['partner', 'rights'] as const
const away = ['sent', 'received', 'accepted', 'handled'] as const

/** 妇联+ 转介 — L106; processes 1.2; R-WOM-01. The receiver sees what was shared for this one matter, never the case. */
export const referral = defineProgramme({
  id: 'referral',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'ZJ',
  label: { zh: '妇联+ 转介', en: 'Referral to a partner' },
  short: { zh: '转介', en: 'Referrals' },
  noun: { zh: '件', en: 'referral' },
  help: {
    zh: '要请法院、公安、民政等帮忙时用。一项一项问她愿意告诉对方什么，没勾的不会发出去。对方只看到这张转介单，看不到办件。',
    en: 'To ask a court, the police or another agency for help. Ask her what may be told, one thing at a time; the receiver sees only that.',
  },
  sources: ['L106', 'R-WOM-01', 'R-REP-01', 'processes 1.2'],
  confidential: true,

  access: { see: [...senders, 'partner'], create: senders },

  fields: { ...opening, ...sharing, ...sending, ...replying },
  title: 'ask',
  dated: 'preparedOn',
  opens: Object.keys(opening) as (keyof typeof opening)[],
  receiverField: 'to',
  receiverSees: [
    'ask',
    'mode',
    'basis',
    'law',
    'share',
    'sharedName',
    'sharedFacts',
    'sharedNeed',
    'sharedContact',
    'sharedChildren',
    'to',
    'dueOn',
    'outcome',
    'reply',
  ],

  states: {
    prepared: { zh: '待发出', en: 'Prepared' },
    sent: { zh: '已发出', en: 'Sent' },
    received: { zh: '对方已收到', en: 'Received' },
    accepted: { zh: '对方已接办', en: 'Accepted' },
    handled: { zh: '对方已处理', en: 'Handled' },
    replied: { zh: '已答复', en: 'Replied' },
    returned: { zh: '被退回', en: 'Returned' },
    closed: { zh: '已了结', en: 'Closed' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'prepared',
  // What was sent was sent: it is filled in by `prepare` before, and never edited after.
  editableIn: [],

  checks: {
    onlyAgreed: {
      label: { zh: '只填了她同意的内容', en: 'Only what she agreed to is filled in' },
      rule: 'processes 0.3',
      by: ['prepare'],
      met: onlyAgreed,
    },
    saysSomething: {
      label: { zh: '写明要告诉对方的内容', en: 'Something is shared' },
      rule: 'L106',
      by: ['prepare'],
      met: saysSomething,
    },
    basisKnown: {
      label: { zh: '同意（日期、方式）或法律条款已写', en: 'Consent or the law is named' },
      rule: 'R-REP-01',
      by: ['prepare'],
      met: basisKnown,
    },
    wellDated: { label: { zh: '答复日期不早于今天', en: 'The reply day is not past' }, rule: 'L106', met: wellDated },
    overdue: {
      label: { zh: '已过答复日期', en: 'The reply is overdue' },
      rule: 'R-WOM-01',
      route: true,
      met: overdue,
    },
  },

  actions: {
    prepare: {
      label: { zh: '填写要告诉对方的内容', en: 'Fill in what is shared' },
      from: ['prepared', 'returned'],
      to: 'same',
      by: senders,
      fills: Object.keys(sharing) as (keyof typeof sharing)[],
      needs: ['onlyAgreed'],
    },
    send: {
      label: { zh: '发出', en: 'Send' },
      from: ['prepared', 'returned'],
      to: 'sent',
      by: senders,
      fills: ['to', 'dueOn'],
      needs: ['onlyAgreed', 'saysSomething', 'basisKnown', 'wellDated'],
      makes: ['referral-slip'],
      tone: 'main',
    },
    receive: {
      label: { zh: '收到了', en: 'Received' },
      from: ['sent'],
      to: 'received',
      by: receiving,
      reach: 'receiver',
      tone: 'main',
    },
    accept: {
      label: { zh: '接办', en: 'Accept' },
      from: ['sent', 'received'],
      to: 'accepted',
      by: receiving,
      reach: 'receiver',
      asks: { officer: field.text({ label: { zh: '经办人', en: 'Officer' }, class: 'P2', max: 60 }) },
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回', en: 'Return' },
      from: ['sent', 'received', 'accepted'],
      to: 'returned',
      by: receiving,
      reach: 'receiver',
      reason: true,
    },
    handle: {
      label: { zh: '处理完了', en: 'Handled' },
      from: ['accepted'],
      to: 'handled',
      by: receiving,
      reach: 'receiver',
    },
    answer: {
      label: { zh: '答复', en: 'Reply' },
      from: ['accepted', 'handled'],
      to: 'replied',
      by: receiving,
      reach: 'receiver',
      fills: Object.keys(replying) as (keyof typeof replying)[],
      tone: 'main',
    },
    // Partners without an account answer on paper; the sender writes it down.
    recordReply: {
      label: { zh: '记对方的书面答复', en: 'Record a reply on paper' },
      from: away,
      to: 'replied',
      by: senders,
      fills: Object.keys(replying) as (keyof typeof replying)[],
    },
    recordReturn: {
      label: { zh: '记对方退回', en: 'Record that they returned it' },
      from: away,
      to: 'returned',
      by: senders,
      reason: true,
    },
    extend: {
      label: { zh: '同意对方延后答复', en: 'Agree to a later reply' },
      from: away,
      to: 'same',
      by: senders,
      fills: ['dueOn'],
      needs: ['wellDated'],
      reason: true,
    },
    supervise: {
      label: { zh: '督促处理', en: 'Urge by letter' },
      from: away,
      to: 'same',
      by: ['rights'],
      needs: ['overdue'],
      starts: (facts: Facts) => [
        {
          programme: 'supervision-letter',
          answers: {
            ground: 'no-reply',
            draftedOn: facts.today ?? facts.on,
            agency: facts.answers.agency === 'federation' ? undefined : facts.answers.agency,
            dueBefore: facts.answers.dueOn,
          },
        },
      ],
      tone: 'safety',
    },
    close: {
      label: { zh: '已告知本人，了结', en: 'She has been told: close' },
      from: ['replied'],
      to: 'closed',
      by: senders,
      tone: 'main',
    },
    again: {
      label: { zh: '没解决，请对方继续办', en: 'Not solved: ask again' },
      from: ['replied'],
      to: 'accepted',
      by: senders,
      fills: ['dueOn'],
      needs: ['wellDated'],
      reason: true,
    },
    withdraw: {
      label: { zh: '撤回（本人不愿再转）', en: 'Withdraw' },
      from: ['prepared', 'returned', ...away],
      to: 'withdrawn',
      by: senders,
      reason: true,
    },
  },

  clocks: {
    send: {
      label: { zh: '把转介发出去', en: 'Send the referral' },
      from: 'prepared',
      until: ['sent', 'withdrawn'],
      within: workingDays(1),
      legal: false,
      rule: 'processes 1.2',
    },
    receive: {
      label: { zh: '签收', en: 'Acknowledge' },
      from: 'sent',
      until: ['received', 'accepted', 'returned', 'replied', 'withdrawn'],
      within: workingDays(3),
      legal: false,
      rule: 'L106',
    },
    reply: {
      label: { zh: '答复转介', en: 'Reply to the referral' },
      after: ['send', 'again'],
      until: ['replied', 'returned', 'withdrawn', 'closed'],
      within: calendarDays(15),
      dueField: 'dueOn',
      legal: false,
      rule: 'processes 1.2',
      remindBefore: [3],
    },
    // The sender's own: it runs on after the reply until the woman has been told, and is urged when there is none (R-WOM-01).
    follow: {
      label: { zh: '跟进转介：有答复就告诉她，逾期就督促', en: 'Follow the referral: tell her, or urge' },
      after: ['send', 'again', 'extend'],
      until: ['closed', 'returned', 'withdrawn'],
      done: ['supervise'],
      within: calendarDays(15),
      dueField: 'dueOn',
      legal: false,
      rule: 'R-WOM-01',
    },
    returned: {
      label: { zh: '处理退回的转介', en: 'See to a returned referral' },
      from: 'returned',
      until: ['sent', 'withdrawn'],
      within: workingDays(2),
      legal: false,
      rule: 'L106',
    },
  },

  documents: { 'referral-slip': referralSlip },
  measures: referralMeasures,
  counts: countReferral,
})
