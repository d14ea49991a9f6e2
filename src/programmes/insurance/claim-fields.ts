import { field } from '../../core/field.ts'

export const refusals = {
  period: { zh: '不在保险期内', en: 'Outside the term' },
  scope: { zh: '不在保障范围', en: 'Not covered' },
  waiting: { zh: '在等待期内', en: 'Within the waiting period' },
  before: { zh: '参保前已患病', en: 'Ill before' },
  papers: { zh: '材料不全', en: 'Papers missing' },
  other: { zh: '其他', en: 'Other' },
}

/** What is asked to help with a claim. Her illness is P3; the title says only how the claim came. */
export const claimFields = {
  via: field.choice(
    {
      herself: { zh: '本人报案', en: 'By herself' },
      village: { zh: '嘎查村（社区）代报', en: 'Through the village' },
      agent: { zh: '亲属代报', en: 'By a relative' },
    },
    { label: { zh: '谁报的案', en: 'Who reported' }, class: 'P1', required: true },
  ),
  reportedOn: field.day({ label: { zh: '报案日期', en: 'Reported on' }, class: 'P1', required: true, past: true }),
  person: field.person({ label: { zh: '参保人', en: 'The insured' }, class: 'P2', required: true }),
  insured: field.record('insured', { label: { zh: '参保记录', en: 'Her cover' }, class: 'P1', required: true }),
  event: field.choice(
    {
      illness: { zh: '患病', en: 'Illness' },
      hospital: { zh: '住院', en: 'Hospital' },
      accident: { zh: '意外', en: 'Accident' },
      death: { zh: '身故', en: 'Death' },
    },
    { label: { zh: '出了什么事', en: 'What happened' }, class: 'P3', required: true },
  ),
  happenedOn: field.day({ label: { zh: '出险日期', en: 'Day it happened' }, class: 'P3', required: true, past: true }),
  asked: field.money({ label: { zh: '申请金额', en: 'Amount asked' }, class: 'P3' }),
  papers: field.choices(
    {
      policy: { zh: '保单或参保证明', en: 'Policy' },
      identity: { zh: '身份证件', en: 'Identity' },
      diagnosis: { zh: '诊断证明、病历', en: 'Diagnosis' },
      invoices: { zh: '发票、费用清单', en: 'Invoices' },
      account: { zh: '本人银行账户', en: 'Her account' },
    },
    { label: { zh: '材料', en: 'Papers' }, class: 'P1', required: true },
  ),
  insurerNo: field.text({ label: { zh: '保险公司报案号', en: "Insurer's number" }, class: 'P2', max: 60 }),
  submittedOn: field.day({
    label: { zh: '交给保险公司的日期', en: 'Handed in on' },
    class: 'P1',
    required: true,
    past: true,
  }),
  paidFen: field.money({ label: { zh: '赔付金额', en: 'Amount paid' }, class: 'P2', required: true }),
  paidOn: field.day({ label: { zh: '到账日期', en: 'Paid on' }, class: 'P1', required: true, past: true }),
  refusal: field.choice(refusals, {
    label: { zh: '不赔的理由', en: 'Ground of refusal' },
    class: 'P3',
    required: true,
  }),
}
