import { field } from '../../core/field.ts'
import { advising, consent, granting, paying, recommending, refusing } from './referral-fields.ts'
import { lending } from './words.ts'

const keys = <F extends object>(form: F) => Object.keys(form) as (keyof F & string)[]
const bank = ['partner'] as const
const atBank = ['sent', 'accepted'] as const
const upward = { by: lending, reach: 'below' } as const

const told = {
  way: field.choice(
    {
      face: { zh: '当面', en: 'Face to face' },
      phone: { zh: '电话', en: 'By phone' },
      paper: { zh: '书面', en: 'On paper' },
    },
    { label: { zh: '怎么告诉她的', en: 'How she was told' }, class: 'P1', required: true },
  ),
  complaintWay: field.yesNo({
    label: { zh: '说了对结果不满意可以找谁', en: 'Told where to complain' },
    class: 'P1',
    required: true,
  }),
  next: field.text({ label: { zh: '还能试什么', en: 'What else she may try' }, class: 'P1', max: 300 }),
} as const

/** Level by level to the bank, and the bank's answer back to her (processes 9.2). */
export const actions = {
  advise: {
    label: { zh: '当面说明产品', en: 'Advise her' },
    from: ['asked'],
    to: 'advised',
    ...upward,
    fills: keys(advising),
    needs: ['amountFits', 'firmKnown', 'advised'],
    tone: 'main',
  },
  recommend: {
    label: { zh: '推荐（不等于批准）', en: 'Recommend (no promise)' },
    from: ['advised'],
    to: 'recommended',
    ...upward,
    at: ['township'],
    otherThan: ['create'],
    fills: keys(recommending),
    needs: ['factsKnown'],
    tone: 'main',
  },
  agree: {
    label: { zh: '记她的同意', en: 'Record her consent' },
    from: ['asked', 'advised', 'recommended', 'checked'],
    to: 'same',
    ...upward,
    fills: keys(consent),
  },
  check: {
    label: { zh: '核对通过', en: 'Checked' },
    from: ['recommended'],
    to: 'checked',
    ...upward,
    at: ['banner'],
    otherThan: ['create', 'recommend'],
    needs: ['consented'],
    makes: ['share-consent'],
    tone: 'main',
  },
  send: {
    label: { zh: '送银行', en: 'Send to the bank' },
    from: ['checked'],
    to: 'sent',
    ...upward,
    at: ['banner'],
    fills: ['bank'],
    needs: ['consented'],
    makes: ['recommendation'],
    tone: 'main',
  },
  accept: {
    label: { zh: '受理', en: 'Accept' },
    from: ['sent'],
    to: 'accepted',
    by: bank,
    reach: 'receiver',
    asks: { officer: field.text({ label: { zh: '客户经理', en: 'Officer' }, class: 'P2', max: 60 }) },
    tone: 'main',
  },
  grant: {
    label: { zh: '批准', en: 'Grant' },
    from: atBank,
    to: 'granted',
    by: bank,
    reach: 'receiver',
    fills: keys(granting),
    needs: ['grantFits'],
    tone: 'main',
  },
  refuse: {
    label: { zh: '不批准，写明原因', en: 'Refuse, with the reason' },
    from: atBank,
    to: 'refused',
    by: bank,
    reach: 'receiver',
    fills: keys(refusing),
  },
  disburse: {
    label: { zh: '已放款', en: 'Paid out' },
    from: ['granted'],
    to: 'disbursed',
    by: bank,
    reach: 'receiver',
    fills: keys(paying),
    needs: ['paidFits'],
    tone: 'main',
  },
  // A bank without an account answers on paper; the banner writes it down.
  recordGrant: {
    label: { zh: '记银行批准', en: 'Record a grant on paper' },
    from: atBank,
    to: 'granted',
    ...upward,
    at: ['banner'],
    fills: keys(granting),
    needs: ['grantFits'],
  },
  recordRefusal: {
    label: { zh: '记银行不批准', en: 'Record a refusal on paper' },
    from: atBank,
    to: 'refused',
    ...upward,
    at: ['banner'],
    fills: keys(refusing),
  },
  recordPaid: {
    label: { zh: '记银行放款', en: 'Record that it was paid out' },
    from: ['granted'],
    to: 'disbursed',
    ...upward,
    at: ['banner'],
    fills: keys(paying),
    needs: ['paidFits'],
  },
  tell: {
    label: { zh: '已把结果和原因告诉她', en: 'She was told the result and why' },
    from: ['refused', 'not-recommended'],
    to: 'closed',
    ...upward,
    asks: told,
    makes: ['result-notice'],
    tone: 'main',
  },
  visit: {
    label: { zh: '回访：用得怎么样，要帮什么', en: 'Visit: how it goes, what help she needs' },
    from: ['disbursed'],
    to: 'closed',
    ...upward,
    asks: {
      help: field.text({
        label: { zh: '她需要什么帮助', en: 'What help she needs' },
        class: 'P2',
        required: true,
        max: 500,
        help: {
          zh: '去帮忙，不是检查；不问还款，不看流水。',
          en: 'To help, not to inspect: repayments and accounts are not asked.',
        },
      }),
    },
    tone: 'main',
  },
  decline: {
    label: { zh: '不推荐，说明原因', en: 'Not recommended, and why' },
    from: ['advised', 'recommended'],
    to: 'not-recommended',
    ...upward,
    at: ['township', 'banner'],
    otherThan: ['create'],
    asks: {
      why: field.text({
        label: { zh: '写给她的话', en: 'In plain words, for her' },
        class: 'P2',
        required: true,
        min: 5,
        max: 300,
      }),
    },
  },
  complain: {
    label: { zh: '记收费、冒名、套路贷的反映', en: 'Record a report of fees or fraud' },
    from: 'any',
    to: 'same',
    ...upward,
    asks: {
      kind: field.choice(
        {
          fee: { zh: '收费', en: 'A fee was asked' },
          'used-name': { zh: '冒用她的名字', en: 'Her name was used' },
          trap: { zh: '套路贷、诈骗', en: 'Loan fraud' },
          bank: { zh: '对银行的意见', en: 'About the bank' },
          us: { zh: '对妇联的意见', en: 'About us' },
        },
        { label: { zh: '反映什么', en: 'What about' }, class: 'P2', required: true },
      ),
      said: field.text({ label: { zh: '怎么说的', en: 'What she says' }, class: 'P2', required: true, max: 1000 }),
      police: field.yesNo({
        label: { zh: '已提醒报警（110、96110）', en: 'Advised to call the police' },
        class: 'P1',
        required: true,
      }),
    },
    tells: lending,
    tone: 'safety',
  },
  withdraw: {
    label: { zh: '她不要了，或撤回同意', en: 'She withdraws' },
    from: ['asked', 'advised', 'recommended', 'checked', 'sent', 'accepted', 'granted'],
    to: 'withdrawn',
    ...upward,
    reason: true,
  },
} as const
