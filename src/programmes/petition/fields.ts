import { field } from '../../core/field.ts'

/** What it is about; the record is named by it, chosen and not written. */
export const matters = {
  family: { zh: '婚姻家庭类', en: 'Marriage and family' },
  personal: { zh: '人身权利类', en: 'Personal rights' },
  land: { zh: '土地草场和集体权益类', en: 'Land and collective rights' },
  labour: { zh: '劳动和社会保障类', en: 'Labour and social security' },
  relief: { zh: '救助和民生类', en: 'Relief and livelihood' },
  work: { zh: '对妇联工作的意见', en: 'About the federation’s work' },
  other: { zh: '其他', en: 'Other' },
} as const

/** 信访工作条例 arts. 28–31: each has its own route; only a claim has the sixty days. */
export const classes = {
  claim: { zh: '申诉求决', en: 'Appeal or claim' },
  suggestion: { zh: '建议意见', en: 'Suggestion' },
  accusation: { zh: '检举控告', en: 'Accusation' },
  litigation: { zh: '涉法涉诉', en: 'Litigation' },
} as const

export const routes = {
  ours: { zh: '本单位受理', en: 'Handled by us' },
  transferred: { zh: '转送有权处理的机关', en: 'Passed to the body in charge' },
  refused: { zh: '不予受理', en: 'Not accepted' },
} as const

export const opening = {
  matter: field.choice(matters, { label: { zh: '事项', en: 'Matter' }, class: 'P1', required: true }),
  receivedOn: field.day({ label: { zh: '收到日期', en: 'Received on' }, class: 'P1', required: true, past: true }),
  channel: field.choice(
    {
      visit: { zh: '来访', en: 'Visit' },
      letter: { zh: '来信', en: 'Letter' },
      online: { zh: '网上', en: 'Online' },
      phone: { zh: '来电', en: 'Call' },
      passed: { zh: '其他机关转来', en: 'Passed on to us' },
    },
    { label: { zh: '来源', en: 'Channel' }, class: 'P1', required: true },
  ),
  class: field.choice(classes, {
    label: { zh: '信访类别', en: 'Class' },
    class: 'P1',
    required: true,
    help: {
      zh: '只有“申诉求决”才走六十天的办理程序。检举控告绝不能转给被检举的人或单位。咨询和求助不是信访，请记在热线里。',
      en: 'Only a claim has the sixty days. An accusation never goes to the accused. Advice and help are no petition.',
    },
  }),
  petitioner: field.person({
    label: { zh: '信访人', en: 'Petitioner' },
    class: 'P2',
    help: { zh: '不留名的可以空着。', en: 'May stay empty.' },
  }),
  people: field.integer({
    label: { zh: '一起来的人数', en: 'People who came' },
    class: 'P1',
    min: 1,
    max: 2000,
    unitLabel: { zh: '人', en: 'people' },
  }),
  representatives: field.integer({
    label: { zh: '代表人数', en: 'Representatives' },
    class: 'P1',
    min: 1,
    max: 5,
    help: { zh: '集体来访推选代表，不超过五人。', en: 'A group sends five at most.' },
  }),
  claim: field.text({
    label: { zh: '反映的问题和诉求', en: 'What is asked' },
    class: 'P3',
    required: true,
    min: 5,
    max: 5000,
  }),
  accused: field.text({
    label: { zh: '被反映的单位或个人', en: 'Who is complained of' },
    class: 'P4',
    max: 200,
  }),
  systemNo: field.text({
    label: { zh: '信访信息系统编号', en: 'Number in the petition system' },
    class: 'P1',
    max: 40,
    help: { zh: '已录入国家信访信息系统的，把编号抄来，不用重新录。', en: 'Copy the number; nothing is typed twice.' },
  }),
}

/** The first written answer (D10). */
export const telling = {
  route: field.choice(routes, { label: { zh: '去向', en: 'Route' }, class: 'P1', required: true }),
  routeTo: field.text({ label: { zh: '转送哪个机关', en: 'Passed to' }, class: 'P1', max: 80 }),
  told: field.choice(
    {
      paper: { zh: '书面告知书', en: 'On paper' },
      online: { zh: '信访系统', en: 'Through the system' },
      spot: { zh: '当场告知', en: 'On the spot' },
    },
    { label: { zh: '怎么告知的', en: 'How told' }, class: 'P1', required: true },
  ),
}

/** 信访工作条例 art. 32: what an opinion must say. */
export const deciding = {
  facts: field.text({ label: { zh: '查明的事实', en: 'Facts found' }, class: 'P3', required: true, min: 5, max: 5000 }),
  basis: field.text({
    label: { zh: '政策法律依据', en: 'Policy and law' },
    class: 'P1',
    required: true,
    min: 2,
    max: 1000,
  }),
  opinion: field.text({ label: { zh: '处理意见', en: 'Opinion' }, class: 'P3', required: true, min: 5, max: 3000 }),
  support: field.choice(
    {
      yes: { zh: '支持', en: 'Upheld' },
      partly: { zh: '部分支持', en: 'Upheld in part' },
      no: { zh: '不支持（已说明理由）', en: 'Not upheld (reasons given)' },
      settled: { zh: '调解达成协议', en: 'Settled by mediation' },
    },
    { label: { zh: '结果', en: 'Result' }, class: 'P1', required: true },
  ),
}

/** Review and re-review are decided by the body above: what it answered. */
export const reviewing = {
  body: field.text({ label: { zh: '复查（复核）机关', en: 'Reviewing body' }, class: 'P1', required: true, max: 80 }),
  outcome: field.choice(
    {
      upheld: { zh: '维持', en: 'Upheld' },
      changed: { zh: '变更', en: 'Changed' },
      again: { zh: '责令重新处理', en: 'To be handled anew' },
    },
    { label: { zh: '结论', en: 'Conclusion' }, class: 'P1', required: true },
  ),
}
