import { field } from '../../core/field.ts'
import { protectedWork } from './discrimination.ts'
import { educations } from './words.ts'

export const postKinds = {
  full: { zh: '全职', en: 'Full time' },
  part: { zh: '兼职', en: 'Part time' },
  flexible: { zh: '灵活就业', en: 'Flexible' },
  home: { zh: '居家', en: 'From home' },
  gig: { zh: '零工', en: 'By the job' },
  mother: { zh: '妈妈岗（时间可调，男女不限）', en: 'Hours around school, open to all' },
} as const

export const payUnits = {
  month: { zh: '每月', en: 'a month' },
  day: { zh: '每天', en: 'a day' },
  hour: { zh: '每小时', en: 'an hour' },
  piece: { zh: '每件', en: 'a piece' },
} as const

export const sources = {
  own: { zh: '单位自己报的', en: 'From the employer' },
  association: { zh: '女企业家协会报的', en: 'From the Women Entrepreneurs’ Association' },
  labour: { zh: '转发人社部门的', en: 'Passed on from the labour bureau' },
  other: { zh: '转发其他平台的', en: 'Passed on from elsewhere' },
} as const

/** What a post says (processes 8.3). No question about sex, marriage or children, here or anywhere (R-JOB-03). */
export const postFields = {
  title: field.text({ label: { zh: '岗位', en: 'Post' }, class: 'P0', required: true, min: 2, max: 60 }),
  employer: field.record('employer', {
    label: { zh: '用人单位', en: 'Employer' },
    class: 'P0',
    required: true,
    standing: ['verified'],
    help: { zh: '核验有效的才选得到。', en: 'Only verified ones can be chosen.' },
  }),
  openedOn: field.day({ label: { zh: '登记日期', en: 'Entered on' }, class: 'P1', required: true, past: true }),
  kind: field.choice(postKinds, { label: { zh: '用工形式', en: 'Kind of work' }, class: 'P0', required: true }),
  headcount: field.integer({
    label: { zh: '招几个人', en: 'Head-count' },
    class: 'P0',
    required: true,
    min: 1,
    max: 999,
    unitLabel: { zh: '人', en: 'people' },
  }),
  duties: field.text({ label: { zh: '做什么', en: 'Duties' }, class: 'P0', required: true, min: 20, max: 1000 }),
  conditions: field.text({
    label: { zh: '要会什么', en: 'What it asks for' },
    class: 'P0',
    max: 500,
    help: {
      zh: '只写岗位要的本事。性别、婚育、年龄、长相、户口都不能写，写了发不出去。',
      en: 'Abilities only. Sex, marriage, children, age, looks and residence stop the post.',
    },
  }),
  protectedWork: field.choice(protectedWork, {
    label: { zh: '是不是女职工禁忌劳动', en: 'Work closed to women by law' },
    class: 'P0',
    help: {
      zh: '《女职工劳动保护特别规定》附录列的才算，不是的不用选。',
      en: 'Only what the law lists; leave empty otherwise.',
    },
  }),
  education: field.choice(educations, { label: { zh: '学历', en: 'Education' }, class: 'P0' }),
  place: field.text({
    label: { zh: '在哪里上班', en: 'Place of work' },
    class: 'P0',
    required: true,
    min: 2,
    max: 120,
  }),
  hours: field.text({ label: { zh: '上班时间', en: 'Hours' }, class: 'P0', max: 120 }),
  payFrom: field.money({ label: { zh: '工资从', en: 'Pay from' }, class: 'P0', required: true }),
  payTo: field.money({ label: { zh: '工资到', en: 'Pay to' }, class: 'P0', required: true }),
  payPer: field.choice(payUnits, { label: { zh: '按什么算', en: 'Paid' }, class: 'P0', required: true }),
  insurance: field.yesNo({ label: { zh: '上社会保险', en: 'Social insurance' }, class: 'P0' }),
  apply: field.text({ label: { zh: '怎么应聘', en: 'How to apply' }, class: 'P0', max: 200 }),
  validTo: field.day({ label: { zh: '招到哪天', en: 'Open until' }, class: 'P0', required: true }),
  source: field.choice(sources, { label: { zh: '岗位来源', en: 'Source' }, class: 'P0', required: true }),
  sourceLink: field.text({
    label: { zh: '原发布的网址或文号', en: 'Where it was published first' },
    class: 'P0',
    max: 200,
    help: { zh: '转发的必填。', en: 'Needed for what is passed on.' },
  }),
  licence: field.text({
    label: { zh: '发布的持证机构和人力资源服务许可证号', en: 'Published under: licensed body and number' },
    class: 'P0',
    required: true,
    min: 4,
    max: 120,
  }),
}

/** What somebody complains of. */
export const troubles = {
  pay: { zh: '工资不实', en: 'Pay is not as said' },
  fee: { zh: '收钱、押证件', en: 'Asks for money or documents' },
  loan: { zh: '招转培、培训贷', en: 'Training on loan' },
  discrimination: { zh: '歧视，问婚育', en: 'Discrimination, questions about children' },
  false: { zh: '没有这个岗位', en: 'There is no such post' },
  other: { zh: '其他', en: 'Other' },
} as const
