import { field } from '../../core/field.ts'
import { borrowers, industries, refusals } from './words.ts'

/** What she tells, for one purpose only: that a bank may look at it. No income, no family, no credit report (R-LOAN-03). */
export const asking = {
  project: field.text({
    label: { zh: '做什么项目', en: 'The project' },
    class: 'P1',
    required: true,
    min: 2,
    max: 60,
    help: { zh: '如“奶食品作坊”，别写姓名。', en: 'For instance “dairy workshop”; no names.' },
  }),
  askedOn: field.day({ label: { zh: '提出日期', en: 'Asked on' }, class: 'P1', required: true, past: true }),
  person: field.person({ label: { zh: '本人', en: 'The woman' }, class: 'P2', required: true }),
  borrower: field.choice(borrowers, { label: { zh: '谁来贷', en: 'Borrower' }, class: 'P1', required: true }),
  uscc: field.text({
    label: { zh: '统一社会信用代码', en: 'Credit code of the enterprise' },
    class: 'P2',
    max: 18,
    help: { zh: '个体户、合作社、企业填写。', en: 'For traders, cooperatives and enterprises.' },
  }),
  womenLed: field.yesNo({ label: { zh: '由妇女负责经营', en: 'Led by women' }, class: 'P1' }),
  industry: field.choice(industries, { label: { zh: '行业', en: 'Industry' }, class: 'P1', required: true }),
  place: field.text({ label: { zh: '项目在哪里', en: 'Where' }, class: 'P2', required: true, max: 80 }),
  employs: field.integer({
    label: { zh: '现在用工', en: 'Employs now' },
    class: 'P1',
    max: 5_000,
    unitLabel: { zh: '人', en: 'people' },
  }),
  amount: field.money({
    label: { zh: '想贷多少', en: 'Amount wanted' },
    class: 'P3',
    required: true,
    help: { zh: '一千元到四百万元，按元填。', en: '1,000 to 4,000,000 yuan, in yuan.' },
  }),
  months: field.integer({
    label: { zh: '贷多久', en: 'For how long' },
    class: 'P1',
    required: true,
    min: 1,
    max: 60,
    unitLabel: { zh: '个月', en: 'months' },
  }),
  purpose: field.text({ label: { zh: '钱用在哪里', en: 'What for' }, class: 'P3', required: true, min: 2, max: 300 }),
  product: field.record('loan-product', { label: { zh: '看中哪个产品', en: 'Product' }, class: 'P1' }),
}

/** Said to her face before anything goes on. */
export const advising = {
  shown: field.yesNo({
    label: { zh: '产品说明单给她看过', en: 'The product sheet was shown' },
    class: 'P1',
    required: true,
  }),
  warned: field.yesNo({
    label: { zh: '说清了：推荐不等于批准，不收费，防诈骗', en: 'Told: no promise, no fee, beware of fraud' },
    class: 'P1',
    required: true,
  }),
  ownWish: field.yesNo({
    label: { zh: '和她本人当面谈过，是她自己要贷、自己用', en: 'She was asked herself; the loan is hers' },
    class: 'P1',
    required: true,
  }),
}

export const recommending = {
  livesHere: field.yesNo({ label: { zh: '在这里居住或经营', en: 'Lives or works here' }, class: 'P1', required: true }),
  projectSeen: field.yesNo({ label: { zh: '项目真实存在', en: 'The project is real' }, class: 'P1', required: true }),
  unrelated: field.yesNo({
    label: { zh: '推荐的人和她没有亲属、利益关系', en: 'Who recommends is not related to her' },
    class: 'P1',
    required: true,
  }),
  opinion: field.text({ label: { zh: '推荐意见', en: 'Opinion' }, class: 'P1', required: true, min: 2, max: 300 }),
}

/** The fields that go to the bank, each by its name; she ticks each. What is not here never goes. */
export const shared = {
  name: { zh: '姓名', en: 'Her name' },
  phone: { zh: '电话', en: 'Her phone' },
  project: { zh: '项目、行业、地点', en: 'Project, industry, place' },
  loan: { zh: '想贷多少、多久、做什么用', en: 'Amount, term and purpose' },
  opinion: { zh: '推荐意见', en: 'The opinion' },
} as const

export const consent = {
  bankName: field.text({
    label: { zh: '交给哪家银行（写到网点）', en: 'To which bank and branch' },
    class: 'P1',
    required: true,
    min: 2,
    max: 80,
  }),
  share: field.choices(shared, {
    label: { zh: '她同意交给这家银行的内容', en: 'What she agrees to pass to this bank' },
    class: 'P1',
    required: true,
    help: {
      zh: '一项一项问她。五项都同意才能转送；不同意的，她可以自己去银行。',
      en: 'Ask one by one. Sent when she agrees to all five; otherwise she may go to the bank herself.',
    },
  }),
  consentOn: field.day({ label: { zh: '同意日期', en: 'Consented on' }, class: 'P1', required: true, past: true }),
  consentWay: field.choice(
    { signed: { zh: '签字', en: 'Signed' }, recorded: { zh: '录音', en: 'Recorded' } },
    { label: { zh: '怎么同意的', en: 'How' }, class: 'P1', required: true },
  ),
  sharedName: field.text({
    label: { zh: '给银行：姓名', en: 'For the bank: name' },
    class: 'P2',
    required: true,
    max: 60,
  }),
  sharedPhone: field.text({
    label: { zh: '给银行：电话', en: 'For the bank: phone' },
    class: 'P2',
    required: true,
    max: 20,
  }),
}

export const sending = {
  bank: field.org({
    label: { zh: '银行在平台上的单位', en: 'The bank’s organisation here' },
    class: 'P1',
    help: {
      zh: '没有账号的银行空着，用纸质名单送，结果由旗县记。',
      en: 'Empty for a bank without an account: sent on paper.',
    },
  }),
}

const rates = {
  fixed: { zh: '固定利率', en: 'Fixed' },
  floating: { zh: '浮动利率', en: 'Floating' },
} as const

/** The bank's yes. The rate is the bank's word in hundredths of a percent: 345 is 3.45%. */
export const granting = {
  grantedFen: field.money({ label: { zh: '批准金额', en: 'Granted' }, class: 'P3', required: true }),
  grantedMonths: field.integer({
    label: { zh: '批准期限', en: 'Term' },
    class: 'P3',
    required: true,
    min: 1,
    max: 360,
    unitLabel: { zh: '个月', en: 'months' },
  }),
  ratePoints: field.integer({
    label: { zh: '年利率', en: 'Rate a year' },
    class: 'P3',
    required: true,
    min: 0,
    max: 2_400,
    unitLabel: { zh: '万分之', en: 'per 10,000' },
    help: { zh: '3.45% 填 345。', en: 'For 3.45% write 345.' },
  }),
  rateKind: field.choice(rates, { label: { zh: '利率类型', en: 'Kind of rate' }, class: 'P3', required: true }),
}

/** The bank's no, with the words she will read. */
export const refusing = {
  refusal: field.choice(refusals, { label: { zh: '原因', en: 'Ground' }, class: 'P3', required: true }),
  refusalWords: field.text({
    label: { zh: '写给她的话', en: 'In plain words, for her' },
    class: 'P3',
    required: true,
    min: 5,
    max: 300,
  }),
}

export const paying = {
  paidFen: field.money({ label: { zh: '放款金额', en: 'Paid out' }, class: 'P3', required: true }),
  paidOn: field.day({ label: { zh: '放款日期', en: 'Paid out on' }, class: 'P1', required: true, past: true }),
}

export const fields = {
  ...asking,
  ...advising,
  ...recommending,
  ...consent,
  ...sending,
  ...granting,
  ...refusing,
  ...paying,
}
