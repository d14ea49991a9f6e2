import { flow, rate } from '../../core/measure.ts'

export const measures = {
  accepted: flow('item', {
    label: { zh: '受理', en: 'Accepted' },
    includes: '经双方同意受理的纠纷，按受理日期',
    excludes: '咨询、排查线索、未受理的申请',
  }),
  settled: flow('item', {
    label: { zh: '化解', en: 'Settled' },
    aliases: ['化解家庭矛盾', '调解成功'],
    includes: '达成协议的纠纷，按达成日期',
    excludes: '排查线索、撤回、一方拒绝、安全中止',
  }),
  failed: flow('item', {
    label: { zh: '调解不成', en: 'Failed' },
    includes: '终止调解的纠纷',
    excludes: '一方拒绝、安全中止',
  }),
  people: flow('person', {
    label: { zh: '当事人', en: 'Parties' },
    includes: '受理案件的当事人，按人去重',
    excludes: '未受理的申请人',
  }),
  settleRate: rate('settled', ['settled', 'failed'], {
    label: { zh: '达成率', en: 'Settlement rate' },
    includes: '化解 ÷（化解＋调解不成）',
    excludes: '一方拒绝、安全中止',
  }),
}
