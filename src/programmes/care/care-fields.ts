import { field } from '../../core/field.ts'
import { careTopics } from '../../core/rights-words.ts'

/** Whom L125 names. The kind is for the plan; nobody is called by it on a screen that others see. */
export const subjects = {
  'left-behind': { zh: '留守儿童', en: 'Left-behind child' },
  migrant: { zh: '流动儿童', en: 'Migrant child' },
  'child-hardship': { zh: '困境儿童', en: 'Child in hardship' },
  'woman-hardship': { zh: '困难妇女', en: 'Woman in hardship' },
  special: { zh: '其他需要关爱的人', en: 'Others who need care' },
} as const

export const needs = {
  living: { zh: '生活照料', en: 'Daily care' },
  study: { zh: '学习', en: 'Study' },
  health: { zh: '看病健康', en: 'Health' },
  company: { zh: '陪伴、心理', en: 'Company' },
  family: { zh: '和家里人联系', en: 'Contact with the family' },
  money: { zh: '生活困难', en: 'Money' },
  law: { zh: '法律', en: 'Law' },
  other: { zh: '其他', en: 'Other' },
} as const

/** One thing that is to be done for her. */
const task = {
  need: field.choice(needs, { label: { zh: '需要什么', en: 'Need' }, class: 'P3', required: true }),
  what: field.text({ label: { zh: '怎么帮', en: 'What is done' }, class: 'P3', required: true, max: 200 }),
  who: field.text({ label: { zh: '谁来做', en: 'By whom' }, class: 'P2', required: true, max: 60 }),
  by: field.day({ label: { zh: '什么时候前', en: 'By when' }, class: 'P1' }),
}

export const opening = {
  topic: field.choice(careTopics, { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true }),
  foundOn: field.day({ label: { zh: '知道的日期', en: 'Known since' }, class: 'P1', required: true, past: true }),
  person: field.person({ label: { zh: '本人', en: 'Who' }, class: 'P3', required: true }),
  kind: field.choice(subjects, { label: { zh: '属于哪一类', en: 'Kind' }, class: 'P3', required: true }),
  under14: field.yesNo({ label: { zh: '不满十四岁', en: 'Under 14' }, class: 'P3', required: true }),
  situation: field.text({
    label: { zh: '情况', en: 'Situation' },
    class: 'P4',
    required: true,
    min: 5,
    max: 2000,
    help: { zh: '只写事实，不写“问题家庭”这类话。', en: 'Facts only; no verdict on a family.' },
  }),
  guardian: field.text({ label: { zh: '监护人或实际照料人', en: 'Guardian or carer' }, class: 'P3', max: 60 }),
  guardianRelation: field.choice(
    {
      parent: { zh: '父母', en: 'Parent' },
      grandparent: { zh: '祖父母、外祖父母', en: 'Grandparent' },
      relative: { zh: '其他亲属', en: 'Relative' },
      entrusted: { zh: '受委托照护人', en: 'Entrusted carer' },
      agency: { zh: '民政部门、村（居）委会', en: 'Agency' },
    },
    { label: { zh: '关系', en: 'Relation' }, class: 'P3' },
  ),
  guardianPhone: field.text({ label: { zh: '监护人电话', en: 'Guardian’s phone' }, class: 'P3', max: 20 }),
}

export const later = {
  list: field.choice(
    {
      listed: { zh: '在民政名单', en: 'On the list' },
      absent: { zh: '不在名单，已告知民政', en: 'Not on it; civil affairs told' },
    },
    { label: { zh: '与民政名单核对', en: 'Checked with civil affairs' }, class: 'P3', required: true },
  ),
  listSource: field.text({ label: { zh: '谁核对的', en: 'Checked with' }, class: 'P1', required: true, max: 80 }),
  consent: field.yesNo({ label: { zh: '本人同意', en: 'She agrees' }, class: 'P1', required: true }),
  guardianConsent: field.yesNo({ label: { zh: '监护人同意（未成年人）', en: 'Guardian agrees' }, class: 'P1' }),
  plan: field.list(task, { label: { zh: '关爱计划', en: 'Plan' }, class: 'P3', required: true, max: 10 }),
  worker: field.text({ label: { zh: '联系人', en: 'Who looks after it' }, class: 'P2', required: true, max: 60 }),
}
