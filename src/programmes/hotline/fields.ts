import { field } from '../../core/field.ts'
import {
  dangerSigns,
  matterCategories,
  matterChannels,
  matterSubcategories,
  matterTopics,
} from '../../core/rights-words.ts'
import { lawArticles } from './advice.ts'
import { concernedAges, evidenceKinds, relations } from './forms.ts'

/** What is noted of one contact (processes 1.3). The title is chosen, never written: it tells nobody what the call was about. */
export const contactFields = {
  topic: field.choice(matterTopics, { label: { zh: '事项', en: 'Matter' }, class: 'P1', required: true }),
  receivedOn: field.day({ label: { zh: '来电来访日期', en: 'Received on' }, class: 'P1', required: true, past: true }),
  receivedAt: field.dateTime({
    label: { zh: '来电来访时间', en: 'Received at' },
    class: 'P1',
    required: true,
    help: { zh: '补录纸质登记时，填当时的时间。', en: 'For a paper form: the true time.' },
  }),
  channel: field.choice(matterChannels, { label: { zh: '渠道', en: 'Channel' }, class: 'P1', required: true }),
  fromPaper: field.yesNo({ label: { zh: '由纸质登记补录', en: 'Entered from a paper form' }, class: 'P1' }),
  recordingTold: field.yesNo({ label: { zh: '已告知通话录音', en: 'Told that the call is recorded' }, class: 'P1' }),
  cutOff: field.yesNo({ label: { zh: '通话中断', en: 'Call was cut off' }, class: 'P1' }),
  minutes: field.integer({
    label: { zh: '通话时长', en: 'Length' },
    class: 'P1',
    max: 600,
    unitLabel: { zh: '分钟', en: 'min' },
  }),
  anonymous: field.yesNo({ label: { zh: '不留姓名电话', en: 'Anonymous' }, class: 'P1', required: true }),
  callerName: field.text({ label: { zh: '来电人称呼', en: 'Caller’s name' }, class: 'P4', max: 60 }),
  callerPhone: field.text({ label: { zh: '来电号码', en: 'Caller’s number' }, class: 'P4', max: 20 }),
  relation: field.choice(relations, { label: { zh: '与当事人关系', en: 'Relation' }, class: 'P4' }),
  safeContact: field.text({
    label: { zh: '安全联系', en: 'Safe contact' },
    class: 'P4',
    max: 60,
    help: { zh: '什么时间、怎么联系、暗语。', en: 'When, how, and a code word.' },
  }),
  woman: field.person({
    label: { zh: '当事妇女', en: 'The woman concerned' },
    class: 'P4',
    help: { zh: '她同意建档才选。', en: 'Only with her consent.' },
  }),
  concernedAge: field.choice(concernedAges, { label: { zh: '当事人年龄段', en: 'Age band' }, class: 'P4' }),
  opposite: field.text({ label: { zh: '对方情况', en: 'The other party' }, class: 'P4', max: 300 }),
  children: field.text({
    label: { zh: '涉及的孩子', en: 'Children concerned' },
    class: 'P4',
    max: 300,
    help: { zh: '只写人数、年龄段、是否在场、是否受伤害。', en: 'Number, age bands, present, harmed.' },
  }),
  danger: field.screening(dangerSigns, { label: { zh: '危险评估', en: 'Danger check' }, class: 'P4' }),
  unsure: field.choices(dangerSigns, { label: { zh: '未能答清的', en: 'Not known' }, class: 'P4' }),
  category: field.choice(matterCategories, { label: { zh: '类别', en: 'Category' }, class: 'P1' }),
  subcategory: field.choice(matterSubcategories, { label: { zh: '细类', en: 'Second level' }, class: 'P1' }),
  narrative: field.text({ label: { zh: '她的原话', en: 'In her words' }, class: 'P4', min: 10, max: 5000 }),
  request: field.text({ label: { zh: '她想要什么', en: 'What she asks for' }, class: 'P4', max: 1000 }),
  evidence: field.choices(evidenceKinds, { label: { zh: '手里的证据', en: 'Evidence held' }, class: 'P4' }),
  advice: field.text({ label: { zh: '答复', en: 'Advice given' }, class: 'P4', min: 2, max: 3000 }),
  laws: field.choices(lawArticles, { label: { zh: '引用的法条', en: 'Law cited' }, class: 'P1' }),
  consentToShare: field.yesNo({
    label: { zh: '同意把情况转给协办单位', en: 'Agrees to sharing' },
    class: 'P1',
    help: { zh: '转给哪家，每次再问。', en: 'Asked anew for each agency.' },
  }),
  consentToLookUp: field.yesNo({
    label: { zh: '同意查以前来电', en: 'Agrees to a look at earlier calls' },
    class: 'P1',
  }),
  callbackOn: field.day({ label: { zh: '约定回电日期', en: 'Call back on' }, class: 'P1' }),
  callbackAt: field.text({ label: { zh: '约定回电时间', en: 'Call back at' }, class: 'P4', max: 20 }),
} as const
