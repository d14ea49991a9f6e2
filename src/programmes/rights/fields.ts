import { field } from '../../core/field.ts'
import {
  dangerSigns,
  matterCategories,
  matterChannels,
  matterSubcategories,
  matterTopics,
} from '../../core/rights-words.ts'
import { planned } from './forms.ts'

/** Asked when a matter is registered. */
export const opening = {
  topic: field.choice(matterTopics, {
    label: { zh: '事项名称', en: 'Title' },
    class: 'P1',
    required: true,
    help: {
      zh: '名称只能选，不能写：别人从名称上看不出是谁、什么事。',
      en: 'Chosen, never written: it tells nothing.',
    },
  }),
  receivedOn: field.day({ label: { zh: '收到日期', en: 'Received on' }, class: 'P1', required: true, past: true }),
  channel: field.choice(matterChannels, { label: { zh: '来源', en: 'Channel' }, class: 'P1', required: true }),
  category: field.choice(matterCategories, { label: { zh: '类别', en: 'Category' }, class: 'P1', required: true }),
  subcategory: field.choice(matterSubcategories, { label: { zh: '细类', en: 'Second level' }, class: 'P1' }),
  narrative: field.text({
    label: { zh: '她说的经过', en: 'What she told' },
    class: 'P4',
    required: true,
    min: 10,
    max: 5000,
  }),
  request: field.text({
    label: { zh: '她的诉求（用她的话）', en: 'What she wants, in her words' },
    class: 'P4',
    min: 2,
    max: 1000,
  }),
  woman: field.person({
    label: { zh: '本人', en: 'The woman' },
    class: 'P2',
    help: { zh: '不愿留名就空着，一样办。', en: 'Leave empty if she wishes; she is helped all the same.' },
  }),
  region: field.org({ label: { zh: '居住地妇联', en: 'Federation where she lives' }, class: 'P2' }),
  danger: field.screening(dangerSigns, {
    label: { zh: '危险信号', en: 'Signs of danger' },
    class: 'P4',
    help: { zh: '家庭暴力必须九项都问到。', en: 'For family violence all nine must be asked.' },
  }),
  safeContact: field.text({
    label: { zh: '安全的联系时间、方式和暗语', en: 'Safe time, way and code word' },
    class: 'P4',
    max: 60,
  }),
  children: field.text({
    label: { zh: '涉及的孩子', en: 'Children concerned' },
    class: 'P4',
    max: 300,
    help: { zh: '只写人数、年龄段、是否在场、是否受到伤害。', en: 'Number, age bands, present, harmed.' },
  }),
}

/** Filled in on the way. */
export const working = {
  special: field.choices(
    {
      minor: { zh: '未成年', en: 'Minor' },
      old: { zh: '老年', en: 'Elderly' },
      disabled: { zh: '残疾', en: 'Disabled' },
      pregnant: { zh: '孕期、哺乳期', en: 'Pregnant or nursing' },
      ill: { zh: '重病', en: 'Seriously ill' },
    },
    { label: { zh: '需要特殊保护', en: 'Special protection' }, class: 'P3' },
  ),
  held: field.choices(
    {
      police: { zh: '报警回执、出警记录', en: 'Police receipt' },
      warning: { zh: '告诫书', en: 'Warning letter' },
      medical: { zh: '病历、伤情鉴定', en: 'Medical record' },
      photos: { zh: '照片、录音、录像', en: 'Photos, recordings' },
      chat: { zh: '聊天记录、短信', en: 'Chats' },
      witness: { zh: '证人', en: 'Witness' },
      promise: { zh: '保证书、悔过书', en: 'Written promise' },
    },
    { label: { zh: '她手里有的证据', en: 'Evidence she holds' }, class: 'P4' },
  ),
  plan: field.list(planned, { label: { zh: '处置计划', en: 'Plan' }, class: 'P4', max: 20 }),
  result: field.choice(
    {
      agreement: { zh: '达成协议', en: 'Agreement' },
      'order-granted': { zh: '取得人身安全保护令', en: 'Protection order granted' },
      sued: { zh: '已起诉或申请仲裁', en: 'Taken to court or arbitration' },
      aid: { zh: '得到救助或法律援助', en: 'Aid given' },
      'agency-handled': { zh: '部门已处理', en: 'Handled by an agency' },
      advice: { zh: '已提供咨询意见', en: 'Advice given' },
      'could-not': { zh: '未能帮到（写明原因）', en: 'Could not help (say why)' },
      'not-ours': { zh: '不属于妇联职责，已告知去处', en: 'Not ours; told where to go' },
    },
    { label: { zh: '办理结果', en: 'Result' }, class: 'P1', required: true },
  ),
  resultWhy: field.text({ label: { zh: '结果说明', en: 'About the result' }, class: 'P4', max: 2000 }),
  toldOn: field.day({ label: { zh: '告知本人日期', en: 'Told her on' }, class: 'P1', required: true, past: true }),
  volume: field.yesNo({
    label: { zh: '材料齐全，可以立卷', en: 'The volume is complete' },
    class: 'P1',
    required: true,
  }),
}

/** 安全计划: made with her, kept by her in her head; printed only if she can keep paper safely. */
export const safetyPlan = {
  exits: field.text({ label: { zh: '怎么离开（门、路、车）', en: 'Ways out' }, class: 'P4', max: 500 }),
  refuge: field.text({ label: { zh: '能去的地方', en: 'Where to go' }, class: 'P4', max: 300 }),
  trusted: field.text({ label: { zh: '能找的人', en: 'Whom she trusts' }, class: 'P4', max: 300 }),
  signal: field.text({ label: { zh: '求救暗号', en: 'Signal for help' }, class: 'P4', max: 120 }),
  bag: field.choices(
    {
      papers: { zh: '证件、户口本', en: 'Papers' },
      money: { zh: '现金、银行卡', en: 'Money' },
      medicine: { zh: '药', en: 'Medicine' },
      keys: { zh: '钥匙、手机充电器', en: 'Keys, charger' },
      evidence: { zh: '证据复印件', en: 'Copies of evidence' },
      children: { zh: '孩子的东西', en: 'Things of the children' },
    },
    { label: { zh: '应急包', en: 'Bag' }, class: 'P4' },
  ),
  paper: field.yesNo({
    label: { zh: '纸质计划放在身边安全', en: 'Paper is safe with her' },
    class: 'P4',
    help: { zh: '不安全就不打印，只记在心里。', en: 'If not, nothing is printed for her.' },
  }),
}
