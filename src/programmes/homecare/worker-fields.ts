import { field } from '../../core/field.ts'
import { company, services, yes } from './words.ts'

export const opening = {
  name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, max: 60 }),
  person: field.person({ label: { zh: '本人（实名）', en: 'Person' }, class: 'P2', required: true }),
  company,
  since: field.day({ label: { zh: '登记日期', en: 'Registered on' }, class: 'P1', required: true, past: true }),
  skills: field.choices(services, { label: { zh: '能做什么', en: 'What she can do' }, class: 'P1', required: true }),
  years: field.integer({
    label: { zh: '从业', en: 'Experience' },
    class: 'P1',
    max: 60,
    unitLabel: { zh: '年', en: 'years' },
  }),
}

/** Nothing of her health is kept but until when the certificate holds. */
export const health = {
  healthTo: field.day({
    label: { zh: '健康证明有效期至', en: 'Health certificate valid to' },
    class: 'P3',
    required: true,
    help: { zh: '只记到哪天，不记查了什么、结果怎样。', en: 'Only the day; nothing of what was examined or found.' },
  }),
}

export const certificate = {
  certificate: field.choice(
    {
      mother: { zh: '母婴护理', en: 'Mother and newborn' },
      infant: { zh: '婴幼儿照护', en: 'Infant care' },
      elder: { zh: '养老护理', en: 'Care of elders' },
      patient: { zh: '病患护理', en: 'Care of the sick' },
      general: { zh: '家政服务员', en: 'Domestic service' },
    },
    { label: { zh: '技能证书', en: 'Skill certificate' }, class: 'P1', required: true },
  ),
  certificateNo: field.text({ label: { zh: '证书编号', en: 'Certificate no.' }, class: 'P2', required: true, max: 60 }),
  certificateTo: field.day({
    label: { zh: '证书有效期至', en: 'Certificate valid to' },
    class: 'P1',
    required: true,
    help: {
      zh: '证书上没写的，填下次复核的日期，最长三年。',
      en: 'Where it names none: the day of the next look, three years at most.',
    },
  }),
}

/** R-HK-01: that the credit platform was asked and when, and whether she may work; never what it says. */
export const vetting = {
  identitySeen: yes('看过身份证件，人证一致', 'Document and face agree'),
  creditOn: field.day({
    label: { zh: '家政信用查询日期', en: 'Credit platform asked on' },
    class: 'P1',
    required: true,
    past: true,
  }),
  credit: field.choice(
    { may: { zh: '可以上岗', en: 'May work' }, not: { zh: '不可以', en: 'May not' } },
    {
      label: { zh: '查询结果', en: 'Answer' },
      class: 'P3',
      required: true,
      help: { zh: '只记能不能上岗，查到什么不记。', en: 'Only may or may not; nothing of what was found.' },
    },
  ),
  insuredTo: field.day({ label: { zh: '意外（责任）保险至', en: 'Insured to' }, class: 'P1' }),
  agrees: yes(
    '本人同意登记，同意向客户出示姓、技能和证书',
    'She agrees to be listed, and that clients see surname, skills and certificate',
  ),
}
