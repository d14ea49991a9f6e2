import { flow, rate } from '../../core/measure.ts'

/** What we sent and what banks answered. The banks' own totals (loan-report) are another thing and never added (F028, R-LOAN-04). */
export const measures = {
  women: flow('person', {
    label: { zh: '推荐到银行的妇女', en: 'Women referred to banks' },
    includes: '贷款需求送到银行的妇女，按人去重，按首次送出日期',
    excludes: '没有送银行的；不经妇联自己去银行的；银行汇总数里的客户',
  }),
  sent: flow('item', {
    label: { zh: '贷款推荐', en: 'Referrals sent' },
    unitLabel: { zh: '笔', en: 'referrals' },
    includes: '送到银行的贷款推荐，按送出日期，送出后又撤回的也算',
    excludes: '不推荐、送出前撤回的',
  }),
  womenLed: flow('item', {
    label: { zh: '其中妇女负责的经营主体', en: 'Of them enterprises led by women' },
    unitLabel: { zh: '笔', en: 'referrals' },
    includes: '送到银行的推荐里，个体户、合作社、企业由妇女负责经营的',
    excludes: '个人贷款',
  }),
  answered: flow('item', {
    label: { zh: '银行已答复', en: 'Answered by the bank' },
    unitLabel: { zh: '笔', en: 'referrals' },
    includes: '银行批准或不批准的推荐，按答复日期',
    excludes: '还没有答复、撤回的',
  }),
  granted: flow('item', {
    label: { zh: '银行批准', en: 'Granted' },
    unitLabel: { zh: '笔', en: 'referrals' },
    includes: '银行批准的推荐，按批准日期',
    excludes: '不批准；批准不等于放款',
  }),
  disbursed: flow('yuan', {
    label: { zh: '推荐贷款放款', en: 'Paid out on referrals' },
    includes: '银行告知已放款的金额，按放款日期；银行自己填的 A，旗县照纸质反馈记的 B',
    excludes: '批准未放款；银行汇总的累计投放（另计，不相加）；还款不跟踪',
  }),
  success: rate('granted', ['answered'], {
    label: { zh: '推荐获批率', en: 'Granted of those answered' },
    includes: '银行批准的 ÷ 银行已答复的',
    excludes: '没有答复的、撤回的；不用来给人和地方排名',
  }),
}
