import { flow, rate } from '../../core/measure.ts'

export const measures = {
  cases: flow('item', {
    label: { zh: '个案', en: 'Cases' },
    aliases: ['维权个案'],
    includes: '登记的权益事项，一件事一件，按收到日期',
    excludes: '并案的重复登记；只咨询没有立案的来电',
  }),
  violence: flow('item', {
    label: { zh: '家庭暴力个案', en: 'Cases of family violence' },
    includes: '类别或危险信号属家庭暴力的个案，按收到日期',
    excludes: '并案',
  }),
  accepted: flow('item', {
    label: { zh: '受理个案', en: 'Accepted' },
    includes: '受理并答复本人的个案，按受理日期',
    excludes: '不予受理、撤回、并案',
  }),
  resolved: flow('item', {
    label: { zh: '办结有果', en: 'Resolved' },
    includes: '有了结果并告知本人的个案，按告知日期',
    excludes: '未能帮到；不属于妇联职责；撤回',
  }),
  unresolved: flow('item', {
    label: { zh: '未能帮到', en: 'Not helped' },
    includes: '结果为未能帮到、已写明原因的个案',
    excludes: '撤回、并案',
  }),
  women: flow('person', {
    label: { zh: '帮助的妇女', en: 'Women helped' },
    includes: '受理个案中登记了身份的本人，按人去重',
    excludes: '没有留名的，见“未留名”',
  }),
  unnamed: flow('item', {
    label: { zh: '未留名的个案', en: 'Cases without a name' },
    includes: '受理时本人没有留名的个案',
    excludes: '已登记身份的',
  }),
  timely: flow('item', {
    label: { zh: '按时分诊', en: 'Triaged in time' },
    includes: '登记当天或下一个工作日内分诊的个案',
    excludes: '并案',
  }),
  triaged: flow('item', {
    label: { zh: '已分诊', en: 'Triaged' },
    includes: '分诊过的个案，按分诊日期',
    excludes: '并案',
  }),
  safe: flow('item', {
    label: { zh: '第三次回访没有新的暴力', en: 'Safe at the third follow-up' },
    includes: '家庭暴力个案第三次回访时没有新的暴力',
    excludes: '没联系上、不愿回访',
  }),
  timelyRate: rate('timely', ['triaged'], {
    label: { zh: '按时分诊率', en: 'Triaged in time' },
    includes: '按时分诊 ÷ 已分诊',
    excludes: '并案',
  }),
  resolveRate: rate('resolved', ['resolved', 'unresolved'], {
    label: { zh: '办结有果率', en: 'Rate resolved' },
    includes: '办结有果 ÷（办结有果＋未能帮到）',
    excludes: '不属于妇联职责、撤回',
  }),
}
