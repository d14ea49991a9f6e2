import { field } from '../../../core/field.ts'

/** Four agencies are asked, so that she brings no paper (R-CAN-04). */
export const lookups = {
  income: { zh: '困难类型（民政、乡村振兴）', en: 'Income class (civil affairs, rural revitalisation)' },
  diagnosis: { zh: '诊断与分期（卫生健康）', en: 'Diagnosis and stage (health)' },
  reimbursement: { zh: '报销情况（医保）', en: 'Reimbursement (medical insurance)' },
  household: { zh: '户籍（公安）', en: 'Household registration (police)' },
}

export const lookup = {
  which: field.choice(lookups, { label: { zh: '核对什么', en: 'What was looked up' }, class: 'P1', required: true }),
  result: field.choice(
    {
      agrees: { zh: '相符', en: 'Agrees' },
      paper: { zh: '系统查不了，已看原件', en: 'No lookup; original seen' },
      differs: { zh: '不相符', en: 'Differs' },
      none: { zh: '查无记录', en: 'No record' },
    },
    { label: { zh: '结果', en: 'Result' }, class: 'P3', required: true },
  ),
  found: field.text({ label: { zh: '查到的内容', en: 'What it says' }, class: 'P3', max: 200 }),
  source: field.text({ label: { zh: '查的哪里', en: 'Source' }, class: 'P1', required: true, min: 2, max: 80 }),
  checkedBy: field.text({ label: { zh: '对方经办人', en: 'Checked by' }, class: 'P2', required: true, max: 60 }),
  checkedOn: field.day({ label: { zh: '核对日期', en: 'Checked on' }, class: 'P1', required: true, past: true }),
  reference: field.text({ label: { zh: '查询编号', en: 'Reference' }, class: 'P1', max: 60 }),
}

/** An exact list of what is missing, so that she comes once more and not three times. */
export const missing = {
  papers: field.text({ label: { zh: '缺什么、改什么', en: 'What is missing' }, class: 'P2', required: true, max: 500 }),
}

export const rejectionReasons = {
  income: { zh: '不属于规定的困难类型', en: 'Not of an income class' },
  disease: { zh: '病种或分期不符合', en: 'Disease or stage' },
  late: { zh: '确诊晚于状态截止日', en: 'Diagnosed after the status date' },
  earlier: { zh: '以前领过', en: 'Had it before' },
  place: { zh: '户籍不在本地', en: 'Registered elsewhere' },
  evidence: { zh: '核对不到依据', en: 'No evidence found' },
  objection: { zh: '公示异议成立', en: 'An objection was right' },
  other: { zh: '其他', en: 'Other' },
}

/** A refusal says why in words, and that she may ask again. */
export const rejection = {
  code: field.choice(rejectionReasons, { label: { zh: '原因', en: 'Ground' }, class: 'P3', required: true }),
  why: field.text({
    label: { zh: '写给她的话', en: 'In words, for her' },
    class: 'P3',
    required: true,
    min: 5,
    max: 500,
  }),
  askAgain: field.choice(
    {
      told: { zh: '已告知可以重新申请、可以向上级反映', en: 'Told that she may ask again' },
      'cannot-reach': { zh: '联系不上，已邮寄告知书', en: 'Could not be reached; sent by post' },
    },
    { label: { zh: '告知情况', en: 'Told' }, class: 'P1', required: true },
  ),
}

export const objection = {
  from: field.text({ label: { zh: '谁提的（保密）', en: 'By whom (kept secret)' }, class: 'P3', max: 60 }),
  what: field.text({
    label: { zh: '异议内容', en: 'What is objected' },
    class: 'P3',
    required: true,
    min: 2,
    max: 1000,
  }),
}

export const finding = {
  finding: field.text({ label: { zh: '调查结论', en: 'Finding' }, class: 'P3', required: true, min: 5, max: 1000 }),
}

export const ended = {
  why: field.choice(
    {
      died: { zh: '去世', en: 'Died' },
      moved: { zh: '户籍迁走', en: 'Moved away' },
      refused: { zh: '本人不要了', en: 'Does not want it' },
      mistaken: { zh: '录错了', en: 'Entered by mistake' },
      'not-funded': { zh: '当年没有资金，来年重新申请', en: 'Not funded this year' },
    },
    { label: { zh: '为什么', en: 'Why' }, class: 'P2', required: true },
  ),
}

export const receipt = {
  way: field.choice(
    { signed: { zh: '本人签字', en: 'Signed' }, call: { zh: '电话确认', en: 'By phone' } },
    { label: { zh: '怎么确认的', en: 'How' }, class: 'P1', required: true },
  ),
  needs: field.text({ label: { zh: '还有什么需要', en: 'Further needs' }, class: 'P3', max: 500 }),
}

/** `backFen` is what the money of a grant is reckoned from. */
export const back = {
  backFen: field.money({ label: { zh: '退回金额', en: 'Amount given back' }, class: 'P1', required: true }),
}
