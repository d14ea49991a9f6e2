import { field } from '../../core/field.ts'
import { ageBands } from '../../core/rights-words.ts'
import { ageStages } from './words.ts'

export const dangers = {
  selfHarm: { zh: '孩子有伤害自己的想法或行为', en: 'The child thinks of harming itself' },
  violence: { zh: '家里有人被打、被威胁', en: 'Somebody at home is beaten or threatened' },
  abuse: { zh: '孩子被侵害，或没有人照料', en: 'The child is abused or without care' },
} as const

export const problems = {
  study: { zh: '学习', en: 'Study' },
  talk: { zh: '亲子沟通', en: 'Talking with each other' },
  screen: { zh: '手机和网络', en: 'Phones and the net' },
  mood: { zh: '情绪', en: 'Mood' },
  habits: { zh: '行为习惯', en: 'Habits' },
  growing: { zh: '青春期', en: 'Growing up' },
  family: { zh: '父母关系、隔代养育', en: 'The parents, grandparents raising' },
  other: { zh: '其他', en: 'Other' },
} as const

const { adult: _, ...children } = ageBands

export const consultFields = {
  topic: field.choice(
    { guidance: { zh: '家庭教育指导事项', en: 'Guidance matter' } },
    { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true },
  ),
  askedOn: field.day({ label: { zh: '咨询日期', en: 'Asked on' }, class: 'P1', required: true, past: true }),
  place: field.record('family-place', { label: { zh: '在哪个阵地', en: 'Place' }, class: 'P1' }),
  parent: field.person({
    label: { zh: '家长', en: 'Parent' },
    class: 'P3',
    help: { zh: '不愿留名就空着，写个称呼。', en: 'May stay empty; give an alias.' },
  }),
  alias: field.text({ label: { zh: '称呼', en: 'Alias' }, class: 'P2', max: 30 }),
  ageBand: field.choice(children, { label: { zh: '孩子年龄段', en: 'Age of the child' }, class: 'P3', required: true }),
  stage: field.choice(ageStages, { label: { zh: '学段', en: 'Stage' }, class: 'P3' }),
  problems: field.choices(problems, { label: { zh: '哪方面', en: 'About' }, class: 'P3', required: true }),
  lasting: field.choice(
    {
      weeks: { zh: '几周', en: 'Weeks' },
      months: { zh: '几个月', en: 'Months' },
      years: { zh: '一年以上', en: 'More than a year' },
    },
    { label: { zh: '多久了', en: 'For how long' }, class: 'P3' },
  ),
  told: field.text({
    label: { zh: '怎么说的', en: 'What was said' },
    class: 'P3',
    required: true,
    min: 2,
    max: 3000,
    help: { zh: '不写孩子姓名、学校班级。', en: 'No child’s name, school or class.' },
  }),
  consent: field.yesNo({ label: { zh: '家长知情同意', en: 'She agrees' }, class: 'P1', required: true }),
  childConsent: field.choice(
    {
      none: { zh: '孩子不参加', en: 'The child does not take part' },
      given: { zh: '孩子参加，监护人同意', en: 'The child takes part, a guardian agrees' },
      refused: { zh: '监护人不同意', en: 'A guardian refuses' },
    },
    { label: { zh: '孩子参加吗', en: 'Does the child take part' }, class: 'P3', required: true },
  ),
  bookedFor: field.dateTime({ label: { zh: '约定时间', en: 'Booked for' }, class: 'P2', required: true }),
}

/** Asked again whenever there is a doubt; the last answer holds. */
export const safetyQuestions = {
  danger: field.screening(dangers, { label: { zh: '先问安全', en: 'Safety first' }, class: 'P4', required: true }),
}

export const session = {
  goals: field.text({ label: { zh: '这次的目标', en: 'Goals' }, class: 'P3', required: true, min: 2, max: 500 }),
  note: field.text({
    label: { zh: '记要', en: 'Note' },
    class: 'P3',
    required: true,
    min: 10,
    max: 3000,
    help: {
      zh: '写必要的，写下就不能改；写错了再记一条说明。',
      en: 'What is needed. It stands as written; a mistake is put right by another note.',
    },
  }),
  homework: field.text({ label: { zh: '回家做什么', en: 'To do at home' }, class: 'P3', max: 500 }),
}

export const ending = {
  result: field.choice(
    {
      better: { zh: '有好转', en: 'Better' },
      same: { zh: '没有变化', en: 'As before' },
      unknown: { zh: '看不出来', en: 'Not known' },
    },
    { label: { zh: '家长觉得', en: 'She finds' }, class: 'P3', required: true },
  ),
}

export const referring = {
  to: field.choice(
    {
      psychology: { zh: '心理服务', en: 'Psychological service' },
      medical: { zh: '医疗机构', en: 'Medical care' },
      school: { zh: '学校', en: 'School' },
      rights: { zh: '维权', en: 'Rights' },
      other: { zh: '其他', en: 'Other' },
    },
    { label: { zh: '转给谁', en: 'To whom' }, class: 'P3', required: true },
  ),
  agreed: field.yesNo({ label: { zh: '家长同意转介', en: 'She agrees' }, class: 'P1', required: true }),
}
