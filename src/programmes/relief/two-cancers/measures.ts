import { flow, rate } from '../../../core/measure.ts'

/** Figures F041 and F042; the standard and the differences say why the sum is not so many times 10,000 (ledger C09). */
export const measures = {
  applied: flow('person', {
    label: { zh: '“两癌”救助申请', en: 'Women who applied' },
    includes: '提交过申请的妇女，按人去重，按首次提交日期',
    excludes: '填写中没有提交的',
  }),
  verified: flow('item', {
    label: { zh: '“两癌”救助核对符合', en: 'Applications that qualify' },
    includes: '四项核对相符的申请，按核对日期',
    excludes: '退回、不予救助、已追回的',
  }),
  granted: flow('item', {
    label: { zh: '“两癌”救助已发放', en: 'Applications paid' },
    includes: '钱已发到手里的申请，按发放日期',
    excludes: '批准未发放；银行退回未再发；已追回',
  }),
  women: flow('person', {
    label: { zh: '“两癌”救助妇女', en: 'Women relieved' },
    aliases: ['低收入“两癌”患病妇女'],
    includes: '钱已发到手里的妇女，一生一次，按人去重，按发放日期',
    excludes: '批准未发放；银行退回未再发；已追回',
  }),
  paid: flow('yuan', {
    label: { zh: '“两癌”救助金', en: 'Relief paid' },
    aliases: ['低收入“两癌”患病妇女救助金'],
    includes: '实际发放的金额，减去银行退回、部分退回和追回，各按发生日期',
    excludes: '批准未发放；保险、物资',
  }),
  standard: flow('yuan', {
    label: { zh: '“两癌”救助按标准应发', en: 'At the standard' },
    includes: '已发放的人按当年标准（一般每人10000元）的金额；与实发的差，就是补发、部分退回等',
    excludes: '批准未发放',
  }),
  differs: flow('item', {
    label: { zh: '与标准不同的发放', en: 'Payments other than the standard' },
    unitLabel: { zh: '笔', en: 'payments' },
    includes: '在手金额不等于标准的发放，按发放日期',
    excludes: '按标准发放的',
  }),
  rejected: flow('item', {
    label: { zh: '“两癌”不予救助', en: 'Applications rejected' },
    includes: '不予救助的申请，按告知日期',
    excludes: '退回补正、撤销',
  }),
  coverage: rate('granted', ['verified'], {
    label: { zh: '“两癌”救助覆盖', en: 'Coverage' },
    includes: '已发放的申请 ÷ 核对符合的申请',
    excludes: '没有申请的人',
  }),
}
