import { field } from '../../core/field.ts'
import { ageBands, harmSituations } from '../../core/rights-words.ts'

/** What a dispute is about (processes 1.3, first level 婚姻家庭). */
export const disputes = {
  divorce: { zh: '离婚', en: 'Divorce' },
  children: { zh: '子女抚养、探望', en: 'Custody and visits' },
  property: { zh: '财产', en: 'Property' },
  elders: { zh: '赡养', en: 'Support of elders' },
  'bride-price': { zh: '彩礼', en: 'Bride price' },
  'in-laws': { zh: '婆媳、妯娌', en: 'In-laws' },
  inheritance: { zh: '继承', en: 'Inheritance' },
  other: { zh: '其他', en: 'Other' },
}

export const sides = {
  applicant: { zh: '申请人', en: 'Applicant' },
  respondent: { zh: '被申请人', en: 'Respondent' },
}

/** Asked before each session, each party alone; one yes stops the mediation (R-MED-11). */
export const violenceQuestions = {
  hit: { zh: '有没有打人、推搡、掐脖子', en: 'Hitting, pushing, choking' },
  threat: { zh: '有没有威胁伤害或自杀', en: 'Threats of harm or suicide' },
  weapon: { zh: '有没有动过或准备刀具等凶器', en: 'A weapon used or ready' },
  control: { zh: '有没有限制出门、管钱、查手机', en: 'Kept from going out, from money, phone searched' },
  fear: { zh: '她单独时是否说怕对方', en: 'Alone, does she say she is afraid' },
  child: { zh: '孩子有没有被打或目睹打人', en: 'Children hit, or seeing it' },
}

export const screening = {
  apart: field.yesNo({ label: { zh: '双方分开询问', en: 'Asked apart' }, class: 'P1', required: true }),
  violence: field.screening(violenceQuestions, {
    label: { zh: '暴力迹象', en: 'Signs of violence' },
    class: 'P4',
    required: true,
  }),
}

export const consent = {
  side: field.choice(sides, { label: { zh: '哪一方', en: 'Which party' }, class: 'P1', required: true }),
  agrees: field.yesNo({ label: { zh: '同意调解', en: 'Agrees to mediation' }, class: 'P1', required: true }),
  way: field.choice(
    { signed: { zh: '本人签字', en: 'Signed' }, oral: { zh: '口头，已记录', en: 'Oral, recorded' } },
    { label: { zh: '方式', en: 'How' }, class: 'P1', required: true },
  ),
}

/** 望闻问切: look, listen, ask, settle (L104). Steps may repeat; one is skipped with a reason. */
export const steps = {
  look: { zh: '望', en: 'Look' },
  listen: { zh: '闻', en: 'Listen' },
  ask: { zh: '问', en: 'Ask' },
  settle: { zh: '切', en: 'Settle' },
}

export const session = {
  step: field.choices(steps, { label: { zh: '做到哪一步', en: 'Steps' }, class: 'P1', required: true }),
  place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, max: 80 }),
  notes: field.text({ label: { zh: '笔录要点', en: 'Notes' }, class: 'P3', required: true, min: 5, max: 5000 }),
  nextOn: field.day({ label: { zh: '约下一次', en: 'Next session' }, class: 'P1' }),
}

/** A court refuses to confirm clauses on identity (法释〔2011〕5号 第四条), so each clause has a type (R-MED-09). */
export const clause = {
  type: field.choice(
    {
      payment: { zh: '给付', en: 'Payment' },
      property: { zh: '财产', en: 'Property' },
      maintenance: { zh: '子女抚养费', en: 'Child maintenance' },
      visits: { zh: '探望', en: 'Visits' },
      care: { zh: '赡养照料', en: 'Care' },
      identity: { zh: '人身关系（法院不予确认）', en: 'Identity (no court confirms it)' },
    },
    { label: { zh: '类型', en: 'Type' }, class: 'P1', required: true },
  ),
  content: field.text({ label: { zh: '内容', en: 'Content' }, class: 'P3', required: true, min: 2, max: 1000 }),
  amount: field.money({ label: { zh: '金额', en: 'Amount' }, class: 'P3' }),
  due: field.day({ label: { zh: '履行日期', en: 'Due' }, class: 'P2' }),
}

export const skipped = {
  step: field.choices(steps, { label: { zh: '跳过哪一步', en: 'Steps skipped' }, class: 'P1', required: true }),
}

/** Either party, at any time, without giving a reason (人民调解法 第二十三条). */
export const withdrawn = {
  side: field.choice(sides, { label: { zh: '哪一方', en: 'Which party' }, class: 'P1', required: true }),
  way: field.choice(
    { signed: { zh: '本人书面', en: 'In writing' }, oral: { zh: '口头，已记录', en: 'Oral, recorded' } },
    { label: { zh: '方式', en: 'How' }, class: 'P1', required: true },
  ),
}

/** What they may do instead is told when mediation ends without agreement (人民调解法 第二十六条; R-MED-06). */
export const ended = {
  routes: field.choices(
    {
      court: { zh: '向人民法院起诉', en: 'Court' },
      arbitration: { zh: '申请仲裁', en: 'Arbitration' },
      registry: { zh: '到婚姻登记机关办理', en: 'Marriage registry' },
      administration: { zh: '请行政机关处理', en: 'An administrative body' },
      'legal-aid': { zh: '申请法律援助', en: 'Legal aid' },
      police: { zh: '报警', en: 'Police' },
    },
    { label: { zh: '已告知的其他途径', en: 'Other routes told' }, class: 'P1', required: true },
  ),
}

/** How one clause was kept; each has its own word (人民调解法 第三十一条). */
export const performance = {
  clause: field.integer({ label: { zh: '第几条', en: 'Clause no.' }, class: 'P1', required: true, min: 1, max: 20 }),
  result: field.choice(
    {
      done: { zh: '已履行', en: 'Kept' },
      partly: { zh: '部分履行', en: 'Partly' },
      refused: { zh: '拒不履行，已告知可申请执行或起诉', en: 'Refused; enforcement or court told' },
    },
    { label: { zh: '结果', en: 'Result' }, class: 'P1', required: true },
  ),
  note: field.text({ label: { zh: '情况', en: 'Note' }, class: 'P3', max: 500 }),
}

export const courtDecision = {
  decision: field.choice(
    {
      confirmed: { zh: '裁定有效', en: 'Confirmed' },
      refused: { zh: '驳回或不予受理', en: 'Refused' },
    },
    { label: { zh: '裁定', en: 'Decision' }, class: 'P1', required: true },
  ),
  number: field.text({ label: { zh: '裁定书号', en: 'Number' }, class: 'P2', max: 60 }),
}

export const followUp = {
  reached: field.yesNo({ label: { zh: '联系上了', en: 'Reached' }, class: 'P1', required: true }),
  calm: field.yesNo({ label: { zh: '没有新的冲突和暴力', en: 'No new conflict or violence' }, class: 'P4' }),
  notes: field.text({ label: { zh: '情况', en: 'Notes' }, class: 'P3', max: 1000 }),
}

/** What a mandatory report opens with (R-REP-02). */
export const harmFound = {
  situation: field.choice(harmSituations, { label: { zh: '哪种情形', en: 'Situation' }, class: 'P4', required: true }),
  what: field.text({
    label: { zh: '看到、听到了什么', en: 'What was seen or heard' },
    class: 'P4',
    required: true,
    min: 5,
    max: 2000,
  }),
  where: field.text({ label: { zh: '在哪里', en: 'Where' }, class: 'P4', required: true, max: 120 }),
  childAge: field.choice(ageBands, { label: { zh: '年龄段', en: 'Age band' }, class: 'P4', required: true }),
}
