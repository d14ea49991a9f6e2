import { field } from '../../core/field.ts'

export const reportedBodies = {
  police: { zh: '公安机关（110）', en: 'Police' },
  'civil-affairs': { zh: '民政部门', en: 'Civil affairs' },
  education: { zh: '教育部门', en: 'Education' },
  procuratorate: { zh: '检察机关', en: 'Procuratorate' },
}

export const checkUp = {
  safe: field.choice(
    {
      yes: { zh: '安全', en: 'Safe' },
      no: { zh: '不安全', en: 'Not safe' },
      unknown: { zh: '不清楚', en: 'Not known' },
    },
    { label: { zh: '孩子是否安全', en: 'Is the child safe' }, class: 'P4', required: true },
  ),
  did: field.text({ label: { zh: '做了什么', en: 'What was done' }, class: 'P4', required: true, min: 2, max: 1000 }),
}
