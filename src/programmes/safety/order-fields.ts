import { field } from '../../core/field.ts'

export const orderTopics = {
  help: { zh: '法律程序协助', en: 'Help with a procedure' },
  papers: { zh: '文书办理协助', en: 'Help with papers' },
}

/** 反家庭暴力法 第二十九条; 法释〔2022〕17号 第十条. */
export const orderMeasures = {
  'no-violence': { zh: '禁止实施家庭暴力', en: 'No violence' },
  'no-contact': { zh: '禁止骚扰、跟踪、接触本人及近亲属', en: 'No harassing, stalking, contact' },
  'move-out': { zh: '责令迁出住所', en: 'Move out' },
  'no-online': { zh: '禁止以电话、短信、网络等侮辱、威胁、传播隐私', en: 'No abuse by phone or online' },
  distance: { zh: '禁止在住所、学校、单位等一定范围内活动', en: 'Keep a distance from home, school, work' },
  other: { zh: '保护人身安全的其他措施', en: 'Other' },
}

/** Who cannot ask herself (反家庭暴力法 第二十三条; 法释〔2022〕17号 第二条). */
export const behalfReasons = {
  capacity: { zh: '无民事行为能力或限制民事行为能力', en: 'Without full capacity' },
  coerced: { zh: '受到强制、威吓，无法自己申请', en: 'Coerced or threatened' },
  frail: { zh: '年老、残疾、重病，无法自己申请', en: 'Old, disabled or seriously ill' },
}

export const orderFields = {
  topic: field.choice(orderTopics, { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true }),
  openedOn: field.day({ label: { zh: '开始日期', en: 'Opened on' }, class: 'P1', required: true, past: true }),
  woman: field.person({ label: { zh: '申请人', en: 'Applicant' }, class: 'P4' }),
  onBehalf: field.yesNo({ label: { zh: '由妇联代为申请', en: 'The federation applies on her behalf' }, class: 'P1' }),
  behalfReason: field.choice(behalfReasons, { label: { zh: '代为申请的理由', en: 'Why on her behalf' }, class: 'P4' }),
  will: field.text({
    label: { zh: '她的真实意愿（用她的话）', en: 'Her will, in her words' },
    class: 'P4',
    max: 1000,
  }),
  against: field.text({ label: { zh: '被申请人（姓名、关系）', en: 'Respondent' }, class: 'P4', max: 200 }),
  facts: field.text({ label: { zh: '家庭暴力或现实危险', en: 'Violence, or real danger' }, class: 'P4', max: 5000 }),
  requests: field.choices(orderMeasures, { label: { zh: '请求的措施', en: 'Measures asked for' }, class: 'P4' }),
  court: field.text({ label: { zh: '法院', en: 'Court' }, class: 'P2', max: 60 }),
  filedOn: field.day({ label: { zh: '递交日期', en: 'Filed on' }, class: 'P1', past: true }),
  orderNo: field.text({ label: { zh: '裁定书号', en: 'Number of the ruling' }, class: 'P2', max: 60 }),
  ruledOn: field.day({ label: { zh: '裁定日期', en: 'Ruled on' }, class: 'P1', required: true, past: true }),
  measures: field.choices(orderMeasures, {
    label: { zh: '裁定的措施', en: 'Measures ordered' },
    class: 'P4',
    required: true,
  }),
  validTo: field.day({ label: { zh: '有效期至', en: 'Valid to' }, class: 'P1', required: true }),
}

export const violation = {
  what: field.text({
    label: { zh: '怎么违反的', en: 'How it was broken' },
    class: 'P4',
    required: true,
    min: 2,
    max: 2000,
  }),
  police: field.yesNo({ label: { zh: '已报110', en: '110 told' }, class: 'P1', required: true }),
  receipt: field.text({ label: { zh: '出警回执', en: 'Police receipt' }, class: 'P4', max: 80 }),
}

export const served = {
  to: field.choices(
    {
      applicant: { zh: '申请人', en: 'Applicant' },
      respondent: { zh: '被申请人', en: 'Respondent' },
      police: { zh: '公安机关', en: 'Police' },
      village: { zh: '嘎查村（居）委会', en: 'Village committee' },
    },
    { label: { zh: '已送达', en: 'Served on' }, class: 'P1', required: true },
  ),
}
