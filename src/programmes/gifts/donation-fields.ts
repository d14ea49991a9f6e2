import { field } from '../../core/field.ts'
import { tenSends } from './ten-sends.ts'

export const donors = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  person: { zh: '个人', en: 'Person' },
  organisation: { zh: '社会组织', en: 'Organisation' },
  foundation: { zh: '基金会', en: 'Foundation' },
  agency: { zh: '机关单位', en: 'Public body' },
}

export const valuations = {
  invoice: { zh: '发票、合同价', en: 'Invoice or contract' },
  appraisal: { zh: '评估报告', en: 'Appraisal' },
  market: { zh: '同类市场价', en: 'Market price' },
  estimate: { zh: '估计', en: 'Estimate' },
}

export const units = {
  piece: { zh: '件', en: 'pieces' },
  set: { zh: '套', en: 'sets' },
  box: { zh: '箱', en: 'boxes' },
  copy: { zh: '册', en: 'copies' },
  kilogram: { zh: '千克', en: 'kg' },
  other: { zh: '其他', en: 'other' },
}

/** One kind of goods; property is registered item by item (公益事业捐赠法 第十六条). */
export const goods = {
  item: field.text({ label: { zh: '物品', en: 'Item' }, class: 'P1', required: true, max: 60 }),
  unit: field.choice(units, { label: { zh: '单位', en: 'Unit' }, class: 'P1', required: true }),
  quantity: field.integer({
    label: { zh: '数量', en: 'Quantity' },
    class: 'P1',
    required: true,
    min: 1,
    max: 10_000_000,
  }),
  unitValue: field.money({ label: { zh: '单价（公允价值）', en: 'Fair value of one' }, class: 'P1', required: true }),
}

export const pledge = {
  title: field.text({
    label: { zh: '捐赠事项', en: 'What for' },
    class: 'P1',
    required: true,
    min: 2,
    max: 60,
    help: { zh: '别写个人姓名，如“冬衣捐赠”。', en: 'No names of persons.' },
  }),
  promisedOn: field.day({ label: { zh: '认捐日期', en: 'Promised on' }, class: 'P1', required: true, past: true }),
  type: field.choice(
    { cash: { zh: '钱', en: 'Money' }, goods: { zh: '物', en: 'Goods' } },
    { label: { zh: '钱还是物', en: 'Money or goods' }, class: 'P1', required: true },
  ),
  amount: field.money({ label: { zh: '认捐金额或价值', en: 'Amount or fair value' }, class: 'P1', required: true }),
  send: field.choice(tenSends, { label: { zh: '用于哪一送', en: 'Which delivery' }, class: 'P1' }),
  project: field.record('relief-project', { label: { zh: '捐给哪个项目', en: 'Project' }, class: 'P1' }),
  purpose: field.text({
    label: { zh: '捐赠人指定的用途', en: 'Purpose the donor set' },
    class: 'P1',
    max: 200,
    help: {
      zh: '改变用途要捐赠人同意；不能指定利害关系人受益。',
      en: 'A change needs the donor’s consent; no related beneficiary.',
    },
  }),
  fund: field.fund({ label: { zh: '进哪笔资金', en: 'Fund' }, class: 'P1', required: true }),
  donorKind: field.choice(donors, { label: { zh: '捐赠人类别', en: 'Kind of donor' }, class: 'P1', required: true }),
  anonymous: field.yesNo({ label: { zh: '匿名捐赠', en: 'Anonymous' }, class: 'P1', required: true }),
  donor: field.text({ label: { zh: '捐赠人', en: 'Donor' }, class: 'P2', max: 80 }),
  publishName: field.yesNo({ label: { zh: '同意公开名称', en: 'Agrees to be named' }, class: 'P1' }),
  agreement: field.yesNo({ label: { zh: '签了书面协议', en: 'Written agreement' }, class: 'P1' }),
  dueOn: field.day({ label: { zh: '约定到账（到货）日期', en: 'Promised for' }, class: 'P1' }),
}

export const received = {
  received: field.money({ label: { zh: '实收金额或价值', en: 'Received' }, class: 'P1', required: true }),
  goods: field.list(goods, { label: { zh: '物品清单', en: 'Goods' }, class: 'P1', max: 50 }),
  valuation: field.choice(valuations, { label: { zh: '价值怎么定的', en: 'How valued' }, class: 'P1' }),
  handler: field.text({ label: { zh: '经手人', en: 'Handled by' }, class: 'P2', required: true, max: 60 }),
}

export const receipt = {
  receiptNo: field.text({ label: { zh: '票据号', en: 'Receipt no.' }, class: 'P1', max: 60 }),
  receiptWaived: field.yesNo({ label: { zh: '捐赠人不要票据', en: 'Donor waives the receipt' }, class: 'P1' }),
}
