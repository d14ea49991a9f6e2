import { field } from '../../../core/field.ts'

/** R-CAN-02: recognised by civil affairs or rural revitalisation. */
export const incomeClasses = {
  minimum: { zh: '低保对象', en: 'Minimum living allowance' },
  destitute: { zh: '特困人员', en: 'Destitute' },
  'near-poverty': { zh: '易返贫致贫人口', en: 'At risk of poverty' },
  spending: { zh: '支出型困难', en: 'Hardship by unavoidable spending' },
}

export const diseases = {
  cervical: { zh: '宫颈浸润癌', en: 'Invasive cervical cancer' },
  breast: { zh: '乳腺浸润癌', en: 'Invasive breast cancer' },
}

/** FIGO; relief begins at IIB. What is lower can be recorded, and is then told to her with the reason. */
export const stages = {
  below: { zh: 'IIA 期及以下', en: 'IIA or below' },
  IIB: { zh: 'IIB 期', en: 'IIB' },
  IIIA: { zh: 'IIIA 期', en: 'IIIA' },
  IIIB: { zh: 'IIIB 期', en: 'IIIB' },
  IIIC: { zh: 'IIIC 期', en: 'IIIC' },
  IVA: { zh: 'IVA 期', en: 'IVA' },
  IVB: { zh: 'IVB 期', en: 'IVB' },
}

export const sources = {
  herself: { zh: '本人申请', en: 'By herself' },
  village: { zh: '嘎查村（社区）代办', en: 'Through the village' },
  agent: { zh: '亲属代办', en: 'By a relative' },
  online: { zh: '网上申请', en: 'Online' },
}

/** Four consents, each given or refused on its own (个人信息保护法 第二十三、二十九条). */
export const consents = {
  consentCollect: field.yesNo({ label: { zh: '同意收集病情和收入信息', en: 'Consent: collect' }, class: 'P1' }),
  consentLookup: field.yesNo({
    label: { zh: '同意向四个部门核对', en: 'Consent: look up with four agencies' },
    class: 'P1',
  }),
  consentNotice: field.yesNo({
    label: { zh: '同意隐名公示', en: 'Consent: masked public list' },
    class: 'P1',
    help: {
      zh: '公示只写姓氏、乡镇、金额、年份。不同意的，不上公示表，只在内部审核，不影响救助。',
      en: 'Family name, township, amount and year only. Without consent she is left off the list; relief is not affected.',
    },
  }),
  consentPayment: field.yesNo({ label: { zh: '同意把账号交给银行', en: 'Consent: bank payment' }, class: 'P1' }),
}

const agent = {
  agentName: field.text({ label: { zh: '代办人姓名', en: 'Agent' }, class: 'P2', max: 60 }),
  agentRelation: field.choice(
    {
      spouse: { zh: '配偶', en: 'Spouse' },
      child: { zh: '子女', en: 'Child' },
      parent: { zh: '父母', en: 'Parent' },
      sibling: { zh: '兄弟姐妹', en: 'Sibling' },
      village: { zh: '村（居）干部', en: 'Village officer' },
      other: { zh: '其他', en: 'Other' },
    },
    { label: { zh: '代办人与本人关系', en: 'Relation' }, class: 'P2' },
  ),
  agentPhone: field.text({ label: { zh: '代办人电话', en: 'Agent’s phone' }, class: 'P2', max: 20 }),
}

const account = {
  bank: field.text({ label: { zh: '开户银行', en: 'Bank' }, class: 'P3', max: 60 }),
  account: field.text({ label: { zh: '收款账号', en: 'Account' }, class: 'P3', min: 6, max: 40 }),
  holder: field.text({
    label: { zh: '户名（不是本人时填写）', en: 'Holder, if not herself' },
    class: 'P3',
    max: 60,
  }),
  proof: field.yesNo({ label: { zh: '代领委托书已看', en: 'Agent’s authority seen' }, class: 'P2' }),
}

/** What a woman or her agent fills in. */
export const application = {
  source: field.choice(sources, { label: { zh: '申请方式', en: 'How it came' }, class: 'P1', required: true }),
  appliedOn: field.day({ label: { zh: '申请日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
  person: field.person({ label: { zh: '本人', en: 'The woman' }, class: 'P2', required: true }),
  place: field.text({
    label: { zh: '户籍所在苏木乡镇（街道）', en: 'Township of registration' },
    class: 'P2',
    required: true,
    max: 40,
    help: { zh: '向户籍所在地申请。', en: 'Apply where she is registered.' },
  }),
  incomeClass: field.choice(incomeClasses, {
    label: { zh: '困难类型', en: 'Income class' },
    class: 'P3',
    required: true,
  }),
  disease: field.choice(diseases, { label: { zh: '诊断', en: 'Diagnosis' }, class: 'P3', required: true }),
  stage: field.choice(stages, {
    label: { zh: '分期（宫颈癌必填）', en: 'Stage (cervical)' },
    class: 'P3',
    help: { zh: '照病理报告选，不用自己打字。', en: 'Choose as the report says.' },
  }),
  diagnosedOn: field.day({ label: { zh: '确诊日期', en: 'Diagnosed on' }, class: 'P3', required: true, past: true }),
  hospital: field.text({ label: { zh: '确诊医院', en: 'Hospital' }, class: 'P3', required: true, min: 2, max: 80 }),
  pathologyNo: field.text({ label: { zh: '病理号', en: 'Pathology no.' }, class: 'P3', max: 40 }),
  cost: field.money({ label: { zh: '治疗花费', en: 'Treatment cost' }, class: 'P3' }),
  reimbursed: field.money({ label: { zh: '已报销', en: 'Reimbursed' }, class: 'P3' }),
  familySize: field.integer({ label: { zh: '家庭人口', en: 'Family size' }, class: 'P2', min: 1, max: 20 }),
  difficulty: field.text({ label: { zh: '主要困难', en: 'Main difficulty' }, class: 'P3', max: 500 }),
  earlier: field.yesNo({
    label: { zh: '以前领过“两癌”救助金', en: 'Had this relief before' },
    class: 'P3',
    required: true,
    help: {
      zh: '2011年以来的贫困母亲“两癌”救助也算；一生一次。',
      en: 'Its predecessor since 2011 counts; once in a life.',
    },
  }),
  ...agent,
  ...account,
  ...consents,
  truth: field.yesNo({ label: { zh: '本人声明所填属实并签字', en: 'Statement of truth, signed' }, class: 'P2' }),
}

/** What the checking and paying organisations fill in, step by step. */
export const checking = {
  inTownship: field.yesNo({ label: { zh: '户籍在本苏木乡镇', en: 'Registered here' }, class: 'P1', required: true }),
  readable: field.yesNo({ label: { zh: '材料看得清、能对上', en: 'Papers readable' }, class: 'P1', required: true }),
  authorised: field.yesNo({ label: { zh: '代办人有委托', en: 'Agent has authority' }, class: 'P1' }),
  woman: field.yesNo({ label: { zh: '户籍登记为女性', en: 'Registered as a woman' }, class: 'P1', required: true }),
  rule: field.record('relief-rule', { label: { zh: '项目办法（本级登记的）', en: 'Rule' }, class: 'P1' }),
  ruleNo: field.text({
    label: { zh: '按哪年哪版办法', en: 'Rule and version' },
    class: 'P1',
    required: true,
    max: 60,
    help: { zh: '如“2026年第1版”。', en: 'As on the notice.' },
  }),
  statusDate: field.day({ label: { zh: '状态截止日', en: 'Status date' }, class: 'P1', required: true }),
  standard: field.money({ label: { zh: '救助标准', en: 'Standard' }, class: 'P1', required: true }),
  unrelated: field.yesNo({
    label: { zh: '参加会商的人与她没有亲属和利益关系', en: 'Nobody deciding is related to her' },
    class: 'P1',
    required: true,
  }),
  meeting: field.text({ label: { zh: '联审会商纪要编号', en: 'Minutes no.' }, class: 'P1', required: true, max: 60 }),
  notice: field.record('relief-notice', {
    label: { zh: '哪一次公示', en: 'Public list' },
    class: 'P1',
    required: true,
  }),
  noticeTo: field.day({
    label: { zh: '公示到哪天', en: 'Notice ends' },
    class: 'P1',
    required: true,
    help: { zh: '七天，或照当地办法。', en: 'Seven days, or as the local rule says.' },
  }),
  fund: field.fund({ label: { zh: '用哪笔资金', en: 'Fund' }, class: 'P1', required: true }),
  amount: field.money({ label: { zh: '救助金额', en: 'Amount' }, class: 'P1', required: true }),
  amountWhy: field.text({ label: { zh: '与标准不同的原因', en: 'Why not the standard' }, class: 'P1', max: 200 }),
  allocation: field.text({
    label: { zh: '资金分配文号', en: 'Allocation document' },
    class: 'P1',
    required: true,
    max: 60,
  }),
}

export const fields = { ...application, ...checking }
