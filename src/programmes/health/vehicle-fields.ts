import { field } from '../../core/field.ts'

/** What a hospital applies with (R-MHE-01). */
export const applying = {
  name: field.text({
    label: { zh: '车辆名称', en: 'Name' },
    class: 'P1',
    required: true,
    min: 2,
    max: 60,
    help: { zh: '如“东旗妇幼保健院快车”。', en: 'The hospital and a number.' },
  }),
  appliedOn: field.day({ label: { zh: '申请日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
  hospital: field.text({
    label: { zh: '申请医院（妇幼保健机构）', en: 'Hospital' },
    class: 'P1',
    required: true,
    min: 2,
    max: 80,
  }),
  publicHospital: field.yesNo({
    label: { zh: '是公立妇幼保健机构', en: 'It is a public maternal hospital' },
    class: 'P1',
    required: true,
  }),
  quota: field.yesNo({ label: { zh: '有车辆编制指标', en: 'It has a vehicle quota' }, class: 'P1', required: true }),
  need: field.text({
    label: { zh: '为什么需要', en: 'Why it is needed' },
    class: 'P1',
    required: true,
    min: 5,
    max: 500,
    help: { zh: '服务多大地方、多少妇女、现在怎么接送。', en: 'The area, the women, how they travel now.' },
  }),
}

export const allotting = {
  batch: field.text({ label: { zh: '哪一批', en: 'Batch' }, class: 'P1', required: true, max: 60 }),
  donor: field.text({ label: { zh: '捐赠方', en: 'Donor' }, class: 'P1', required: true, max: 80 }),
  model: field.text({ label: { zh: '车型', en: 'Model' }, class: 'P1', required: true, max: 60 }),
  value: field.money({ label: { zh: '车辆价值', en: 'Value' }, class: 'P1', required: true }),
}

export const handingOver = {
  plate: field.text({ label: { zh: '车牌号', en: 'Plate' }, class: 'P1', required: true, min: 4, max: 20 }),
  deliveredOn: field.day({ label: { zh: '交车日期', en: 'Handed over on' }, class: 'P1', required: true, past: true }),
  agreement: field.yesNo({
    label: { zh: '三方协议已签（专车专用）', en: 'Agreement signed: used for this only' },
    class: 'P1',
    required: true,
  }),
  insuredTo: field.day({ label: { zh: '车辆保险到期', en: 'Insured to' }, class: 'P1', required: true }),
}

export const quarters = {
  q1: { zh: '第一季度', en: 'First quarter' },
  q2: { zh: '第二季度', en: 'Second quarter' },
  q3: { zh: '第三季度', en: 'Third quarter' },
  q4: { zh: '第四季度', en: 'Fourth quarter' },
}

export const reporting = {
  year: field.integer({ label: { zh: '年份', en: 'Year' }, class: 'P1', required: true, min: 2003, max: 2100 }),
  quarter: field.choice(quarters, { label: { zh: '哪个季度', en: 'Quarter' }, class: 'P1', required: true }),
  remarks: field.text({ label: { zh: '需要说明的', en: 'Remarks' }, class: 'P1', max: 500 }),
}

export const checking = {
  kilometres: field.integer({
    label: { zh: '里程表', en: 'Odometer' },
    class: 'P1',
    required: true,
    max: 3_000_000,
    unitLabel: { zh: '公里', en: 'km' },
  }),
  condition: field.choice(
    {
      good: { zh: '车况好', en: 'Good' },
      repair: { zh: '要修', en: 'Needs repair' },
      unfit: { zh: '不能再用', en: 'Unfit' },
    },
    { label: { zh: '车况', en: 'Condition' }, class: 'P1', required: true },
  ),
  rightUse: field.yesNo({ label: { zh: '专车专用', en: 'Used for this only' }, class: 'P1', required: true }),
  findings: field.text({ label: { zh: '查到什么', en: 'Findings' }, class: 'P1', max: 500 }),
}
