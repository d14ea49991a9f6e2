import { field } from '../../core/field.ts'
import { ageBands, harmSituations } from '../../core/rights-words.ts'

/** Whose voice it is, seen from the woman or child it is about. A pretended one is known by what is asked, not by a box. */
export const relations = {
  herself: { zh: '本人', en: 'Herself' },
  child: { zh: '孩子本人', en: 'The child' },
  relative: { zh: '亲属', en: 'Relative' },
  neighbour: { zh: '邻居、同事、朋友', en: 'Neighbour, colleague, friend' },
  worker: { zh: '单位或网格人员', en: 'Employer or grid worker' },
  opposite: { zh: '对方当事人', en: 'The other party' },
  unknown: { zh: '不愿说', en: 'Does not say' },
}

/** Age of whom it is about, never her birth date. */
export const concernedAges = {
  under14: { zh: '不满14岁', en: 'Under 14' },
  '14-17': { zh: '14至17岁', en: '14 to 17' },
  '18-34': { zh: '18至34岁', en: '18 to 34' },
  '35-59': { zh: '35至59岁', en: '35 to 59' },
  '60up': { zh: '60岁以上', en: '60 and over' },
  unknown: { zh: '不清楚', en: 'Not known' },
}

/** What she holds that can prove it (processes 1.3). */
export const evidenceKinds = {
  police: { zh: '报警回执、出警记录', en: 'Police receipt or record' },
  warning: { zh: '告诫书', en: 'Warning letter' },
  medical: { zh: '病历、伤情照片', en: 'Medical record, photos of injuries' },
  chat: { zh: '聊天记录、短信、录音', en: 'Chats, messages, recordings' },
  witness: { zh: '知情人', en: 'Witness' },
  letter: { zh: '悔过书、保证书', en: 'Written promise by the other party' },
  none: { zh: '暂时没有', en: 'None yet' },
}

/** Lines and agencies a caller is handed to. */
export const lines = {
  police: { zh: '110 公安', en: '110 police' },
  'legal-aid': { zh: '12348 法律援助', en: '12348 legal aid' },
  youth: { zh: '12355 青少年', en: '12355 youth line' },
  mind: { zh: '12356 心理援助', en: '12356 psychological support' },
  government: { zh: '12345 政务热线', en: '12345 government line' },
  welfare: { zh: '民政（临时庇护、救助）', en: 'Civil affairs (shelter, relief)' },
  labour: { zh: '12333 人社', en: '12333 labour' },
  health: { zh: '120 或医院', en: '120 or hospital' },
  federation: { zh: '其他妇联', en: 'Another federation' },
  other: { zh: '其他', en: 'Other' },
}

export const handOver = {
  line: field.choice(lines, { label: { zh: '转给谁', en: 'To whom' }, class: 'P1', required: true }),
  agency: field.text({ label: { zh: '单位、科室', en: 'Agency, desk' }, class: 'P1', max: 60 }),
  way: field.choice(
    { warm: { zh: '先说明再转接', en: 'Told them, then connected' }, number: { zh: '告知号码', en: 'Number given' } },
    { label: { zh: '怎么转的', en: 'How' }, class: 'P1', required: true },
  ),
}

export const policeTold = {
  at: field.dateTime({ label: { zh: '告知110的时间', en: 'Told at' }, class: 'P1', required: true }),
  way: field.choice(
    {
      joined: { zh: '三方通话，电话没断', en: 'Joined to the call' },
      called: { zh: '接线员代为报警', en: 'The operator called' },
      herself: { zh: '她自己已报警', en: 'She has called herself' },
    },
    { label: { zh: '怎么告知的', en: 'How' }, class: 'P1', required: true },
  ),
  note: field.text({ label: { zh: '110怎么答复', en: 'What 110 answered' }, class: 'P4', max: 300 }),
}

export const caseBasis = {
  basis: field.choice(
    {
      agrees: { zh: '她同意', en: 'She agrees' },
      child: { zh: '涉及未成年人，依法处置', en: 'A child is concerned: duty by law' },
      danger: { zh: '有现实危险，依法处置', en: 'Danger is real: duty by law' },
    },
    { label: { zh: '依据', en: 'Basis' }, class: 'P1', required: true },
  ),
}

export const harmReport = {
  situation: field.choice(harmSituations, { label: { zh: '哪种情形', en: 'Situation' }, class: 'P4', required: true }),
  what: field.text({
    label: { zh: '发生了什么', en: 'What happened' },
    class: 'P4',
    required: true,
    min: 5,
    max: 2000,
  }),
  where: field.text({ label: { zh: '在哪里', en: 'Where' }, class: 'P4', required: true, max: 120 }),
  childAge: field.choice(ageBands, { label: { zh: '年龄段', en: 'Age band' }, class: 'P4', required: true }),
}

export const called = {
  outcome: field.choice(
    {
      reached: { zh: '联系上了', en: 'Reached' },
      absent: { zh: '没联系上', en: 'Not reached' },
      unsafe: { zh: '不方便说，没有多说', en: 'Not safe to talk; nothing said' },
    },
    { label: { zh: '结果', en: 'Outcome' }, class: 'P1', required: true },
  ),
  note: field.text({ label: { zh: '说了什么', en: 'What was said' }, class: 'P4', max: 1000 }),
}
