import { field } from '../../core/field.ts'

const eligibilities = {
  minimum: { zh: '低保对象', en: 'Minimum living allowance' },
  destitute: { zh: '特困人员', en: 'Destitute' },
  'near-poverty': { zh: '易返贫致贫人口', en: 'At risk of poverty' },
  spending: { zh: '支出型困难', en: 'Hardship by unavoidable spending' },
  other: { zh: '本批次约定的其他对象', en: 'Others the batch agreed on' },
}

/** One woman in one batch. Her sum insured is her own, so that F043 is the sum over persons. */
export const insuredFields = {
  name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, min: 1, max: 60 }),
  listedOn: field.day({ label: { zh: '列入名单日期', en: 'Listed on' }, class: 'P1', required: true, past: true }),
  person: field.person({ label: { zh: '本人', en: 'The woman' }, class: 'P2', required: true }),
  batch: field.record('insurance-batch', { label: { zh: '所属批次', en: 'Batch' }, class: 'P1', required: true }),
  eligibility: field.choice(eligibilities, {
    label: { zh: '属于哪类对象', en: 'Why she qualifies' },
    class: 'P3',
    required: true,
  }),
  source: field.text({
    label: { zh: '资格由谁核对', en: 'Who confirmed it' },
    class: 'P1',
    max: 80,
    help: { zh: '向民政、乡村振兴部门核对，不让她开证明。', en: 'Asked of the agencies; she brings no certificate.' },
  }),
  consent: field.yesNo({
    label: { zh: '本人同意把姓名、证件号交给保险公司', en: 'She agrees that the insurer gets her name and number' },
    class: 'P1',
    required: true,
    help: {
      zh: '单独问、单独答（个人信息保护法第二十三条）；不同意就不参保。',
      en: 'Asked on its own; without it she is not insured.',
    },
  }),
  sumInsured: field.money({ label: { zh: '保额', en: 'Sum insured' }, class: 'P1', required: true }),
  premium: field.money({ label: { zh: '保费', en: 'Premium' }, class: 'P1', required: true }),
  coverFrom: field.day({ label: { zh: '保险开始', en: 'Cover from' }, class: 'P1', required: true }),
  coverTo: field.day({ label: { zh: '保险到期', en: 'Cover to' }, class: 'P1', required: true }),
}
