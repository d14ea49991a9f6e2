import { field } from '../../core/field.ts'

export const payers = {
  fund: { zh: '本会资金', en: 'A fund of ours' },
  government: { zh: '财政或医保部门', en: 'Government' },
  donor: { zh: '爱心单位', en: 'A donor' },
  insurer: { zh: '保险公司赠送', en: 'Given by the insurer' },
}

export const products = {
  illness: { zh: '女性疾病险', en: "Women's illness" },
  hospital: { zh: '住院医疗险', en: 'Hospital' },
  accident: { zh: '意外险', en: 'Accident' },
  mixed: { zh: '综合健康险', en: 'Mixed health' },
}

/** What is agreed with an insurer for one batch. Premium, persons and sum insured are three numbers and stay three. */
export const batchFields = {
  title: field.text({ label: { zh: '批次名称', en: 'Name' }, class: 'P1', required: true, min: 4, max: 60 }),
  agreedOn: field.day({ label: { zh: '商定日期', en: 'Agreed on' }, class: 'P1', required: true, past: true }),
  insurer: field.text({ label: { zh: '保险公司', en: 'Insurer' }, class: 'P1', required: true, min: 2, max: 80 }),
  product: field.choice(products, { label: { zh: '险种', en: 'Product' }, class: 'P1', required: true }),
  covers: field.text({ label: { zh: '保什么、怎么赔', en: 'What it covers' }, class: 'P1', required: true, max: 1000 }),
  payer: field.choice(payers, { label: { zh: '谁出保费', en: 'Who pays the premium' }, class: 'P1', required: true }),
  premiumEach: field.money({ label: { zh: '每人保费', en: 'Premium a person' }, class: 'P1', required: true }),
  sumEach: field.money({
    label: { zh: '每人保额', en: 'Sum insured a person' },
    class: 'P1',
    required: true,
    help: {
      zh: '出险时最多赔多少，不是已经给出去的钱。',
      en: 'The most that is paid in case of a claim; no money that was given.',
    },
  }),
  coverFrom: field.day({ label: { zh: '保险开始', en: 'Cover from' }, class: 'P1', required: true }),
  coverTo: field.day({ label: { zh: '保险到期', en: 'Cover to' }, class: 'P1', required: true }),
  persons: field.integer({
    label: { zh: '参保人数', en: 'Persons' },
    class: 'P1',
    required: true,
    min: 1,
    max: 10_000_000,
    unitLabel: { zh: '人', en: 'persons' },
  }),
  premium: field.money({ label: { zh: '保费合计', en: 'Premium in all' }, class: 'P1', required: true }),
  differs: field.text({
    label: { zh: '合计不等于人数乘每人保费的原因', en: 'Why it is not persons times premium' },
    class: 'P1',
    max: 200,
  }),
  fund: field.fund({ label: { zh: '用哪笔资金', en: 'Fund' }, class: 'P1' }),
  account: field.text({ label: { zh: '保险公司账号', en: "Insurer's account" }, class: 'P3', min: 6, max: 40 }),
  policy: field.text({ label: { zh: '保单号', en: 'Policy no.' }, class: 'P1', required: true, min: 4, max: 60 }),
}
