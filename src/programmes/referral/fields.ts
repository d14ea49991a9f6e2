import { field } from '../../core/field.ts'
import { authorities } from '../../core/partner.ts'

/** What is asked of the receiver. The record is named by it: it tells nobody whom it is about. */
export const asks = {
  coordinate: { zh: '请协助办理', en: 'Please help handle' },
  attend: { zh: '请到场处置', en: 'Please attend' },
  'legal-aid': { zh: '请提供法律援助', en: 'Please give legal aid' },
  relief: { zh: '请给予临时救助', en: 'Please give relief' },
  school: { zh: '请解决就学', en: 'Please see to schooling' },
  treat: { zh: '请提供诊疗或心理服务', en: 'Please give care' },
  work: { zh: '请处理劳动权益', en: 'Please handle a labour matter' },
  finance: { zh: '请提供金融服务', en: 'Please give banking services' },
} as const

export const modes = {
  refer: { zh: '转介（我们继续跟进）', en: 'Referral (we stay with it)' },
  transfer: { zh: '移送（由对方办理）', en: 'Transfer (they handle it)' },
} as const

/** Whom it goes to: a partner agency, or another federation. */
export const receivers = { ...authorities, federation: { zh: '其他妇联', en: 'Another federation' } } as const
export type Receiver = keyof typeof receivers

/** One tick for one thing: what she agreed to share, and nothing else goes. */
export const parts = {
  name: { zh: '怎么称呼她', en: 'How she is called' },
  facts: { zh: '事情经过', en: 'What happened' },
  need: { zh: '她需要什么', en: 'What she needs' },
  contact: { zh: '安全的联系方式', en: 'Safe contact' },
  children: { zh: '孩子的情况', en: 'Her children' },
} as const
export type Part = keyof typeof parts

/** The field a part is written in. */
export const partFields = {
  name: 'sharedName',
  facts: 'sharedFacts',
  need: 'sharedNeed',
  contact: 'sharedContact',
  children: 'sharedChildren',
} as const satisfies Record<Part, string>

export const opening = {
  ask: field.choice(asks, {
    label: { zh: '请求事项', en: 'What is asked' },
    class: 'P1',
    required: true,
    help: { zh: '名称只能选，不能写，别人看不出是谁的事。', en: 'Chosen, never written: it tells nothing.' },
  }),
  preparedOn: field.day({ label: { zh: '填写日期', en: 'Prepared on' }, class: 'P1', required: true, past: true }),
  reason: field.text({
    label: { zh: '为什么要转', en: 'Why it is referred' },
    class: 'P3',
    max: 1000,
    help: { zh: '只给自己人看，不发给对方。', en: 'For ourselves; it is not sent.' },
  }),
}

export const sharing = {
  mode: field.choice(modes, { label: { zh: '方式', en: 'Mode' }, class: 'P1', required: true }),
  agency: field.choice(receivers, {
    label: { zh: '转给哪类单位', en: 'Kind of receiver' },
    class: 'P1',
    required: true,
  }),
  basis: field.choice(
    {
      consent: { zh: '本人同意', en: 'She consents' },
      guardian: { zh: '监护人同意', en: 'Her guardian consents' },
      law: { zh: '法律规定必须报告或移送', en: 'The law requires it' },
    },
    { label: { zh: '依据', en: 'Basis' }, class: 'P1', required: true },
  ),
  consentOn: field.day({ label: { zh: '同意的日期', en: 'Consented on' }, class: 'P1', past: true }),
  consentWay: field.choice(
    {
      signed: { zh: '签字', en: 'Signed' },
      recorded: { zh: '录音', en: 'Recorded' },
      ticked: { zh: '本人勾选', en: 'Ticked' },
    },
    { label: { zh: '怎么同意的', en: 'How she consented' }, class: 'P1' },
  ),
  law: field.text({
    label: { zh: '法律名称和条款', en: 'Law and article' },
    class: 'P1',
    max: 120,
    help: {
      zh: '如“未成年人保护法第十一条第二款”。',
      en: 'For instance: Law on the Protection of Minors, art. 11(2).',
    },
  }),
  share: field.choices(parts, {
    label: { zh: '同意告诉对方的内容', en: 'What may be shared' },
    class: 'P1',
    required: true,
    help: {
      zh: '一项一项问她；没勾的不能填，也不会发出去。',
      en: 'Ask her one by one; what is not ticked is not sent.',
    },
  }),
  sharedName: field.text({ label: { zh: '发给对方：称呼', en: 'Shared: name' }, class: 'P3', max: 60 }),
  sharedFacts: field.text({ label: { zh: '发给对方：经过', en: 'Shared: facts' }, class: 'P3', max: 3000 }),
  sharedNeed: field.text({ label: { zh: '发给对方：需要什么', en: 'Shared: need' }, class: 'P3', max: 1000 }),
  sharedContact: field.text({
    label: { zh: '发给对方：安全的联系时间和方式', en: 'Shared: safe contact' },
    class: 'P4',
    max: 200,
    help: { zh: '她怕被家人知道的电话不要写。', en: 'No number her family could answer.' },
  }),
  sharedChildren: field.text({
    label: { zh: '发给对方：孩子的情况', en: 'Shared: children' },
    class: 'P4',
    max: 500,
    help: { zh: '只写人数、年龄段和需要。', en: 'Number, age bands and needs only.' },
  }),
}

export const sending = {
  to: field.org({ label: { zh: '收件单位', en: 'Receiver' }, class: 'P1', required: true }),
  dueOn: field.day({
    label: { zh: '请对方哪天前答复', en: 'Reply wanted by' },
    class: 'P1',
    required: true,
    help: { zh: '一般十五天；急的写近一些。', en: 'Fifteen days as a rule; sooner when it is urgent.' },
  }),
}

/** What the receiver writes. */
export const replying = {
  outcome: field.choice(
    {
      solved: { zh: '已解决', en: 'Solved' },
      partly: { zh: '部分解决', en: 'Partly solved' },
      'under-way': { zh: '正在按程序办理', en: 'Under way by their procedure' },
      'not-possible': { zh: '无法办理（说明原因）', en: 'Not possible (say why)' },
    },
    { label: { zh: '办理结果', en: 'Outcome' }, class: 'P1', required: true },
  ),
  reply: field.text({ label: { zh: '答复内容', en: 'Reply' }, class: 'P3', required: true, min: 2, max: 3000 }),
}
