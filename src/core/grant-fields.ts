import { field } from './field.ts'

/** Money of a small grant: from which fund, how much, to which account. */
export const grantFields = {
  fund: field.fund({ label: { zh: '用哪笔资金', en: 'Fund' }, class: 'P1', required: true }),
  amount: field.money({ label: { zh: '金额', en: 'Amount' }, class: 'P1', required: true }),
  account: field.text({ label: { zh: '收款账号', en: 'Account' }, class: 'P3', required: true, min: 6, max: 40 }),
  holder: field.text({ label: { zh: '户名（不是本人时填写）', en: 'Holder, if not the payee' }, class: 'P3', max: 60 }),
  proof: field.yesNo({ label: { zh: '代领委托书或监护关系已看', en: 'Authority or guardianship seen' }, class: 'P2' }),
  unrelated: field.yesNo({
    label: { zh: '我与申请人没有亲属和利益关系', en: 'I am not related to the applicant' },
    class: 'P1',
    required: true,
  }),
}

/** Money an organisation is paid: to whom and which account, from which fund, how much. */
export const payeeFields = {
  payee: field.text({
    label: { zh: '收款单位（与账户名一致）', en: 'Payee, as the account is named' },
    class: 'P1',
    required: true,
    max: 80,
  }),
  account: field.text({ label: { zh: '对公账号', en: 'Bank account' }, class: 'P3', required: true, min: 6, max: 40 }),
  fund: field.fund({ label: { zh: '用哪笔资金', en: 'Fund' }, class: 'P1', required: true }),
  amount: field.money({ label: { zh: '金额', en: 'Amount' }, class: 'P1', required: true }),
}
