import { cameByGrade, surestGrade } from '../../core/attended.ts'
import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { book } from '../../core/posting.ts'
import { defineProgramme } from '../../core/programme.ts'
import { units } from './donation-fields.ts'
import { tenSends } from './ten-sends.ts'

const hands = ['chair', 'rights', 'family', 'organisation', 'publicity'] as const

/** “十送”送达 — L004, L120; F097. Goods or a service brought to a place; whoever is known is a person, the others are heads. */
export const giftIssue = defineProgramme({
  id: 'gift-issue',
  version: 1,
  kind: 'activity',
  service: 'gifts',
  label: { zh: '“十送”送达', en: 'Deliveries' },
  short: { zh: '十送', en: 'Deliveries' },
  noun: { zh: '次', en: 'delivery' },
  help: {
    zh: '送一次记一次。送物资写明是哪批、多少，收的人签字，扫描件附上。知道是谁的按人登记，不知道的数人头。同一个人受助几次是几“人次”，但只算一个“人”，两个数分开。别给困难家庭拍照、挂牌。',
    en: 'One delivery, one record. Goods name their batch and quantity and are signed for. Known persons are listed, others counted: attendances are not persons. No photos or signs of families in need.',
  },
  sources: ['L004', 'L036', 'L120', 'F097', 'R-STAT-01', 'R-FUND-04'],
  access: { see: [...hands, 'finance', 'statistician', 'auditor'], create: hands },
  fields: {
    title: field.text({
      label: { zh: '送了什么', en: 'What was brought' },
      class: 'P1',
      required: true,
      min: 2,
      max: 60,
    }),
    heldOn: field.day({ label: { zh: '日期', en: 'Date' }, class: 'P1', required: true }),
    send: field.choice(tenSends, { label: { zh: '哪一送', en: 'Which of the ten' }, class: 'P1', required: true }),
    place: field.text({ label: { zh: '送到哪里', en: 'Where' }, class: 'P1', required: true, min: 2, max: 80 }),
    batch: field.record('gift-batch', { label: { zh: '哪批物资（送服务不填）', en: 'Batch, if goods' }, class: 'P1' }),
    fund: field.fund({ label: { zh: '记在哪笔资金', en: 'Fund' }, class: 'P1' }),
    unit: field.choice(units, { label: { zh: '单位', en: 'Unit' }, class: 'P1' }),
    quantity: field.integer({ label: { zh: '发放数量', en: 'Quantity' }, class: 'P1', min: 1, max: 10_000_000 }),
    unitValue: field.money({ label: { zh: '单价（同入库）', en: 'Value of one, as taken in' }, class: 'P1' }),
    receiver: field.text({ label: { zh: '接收单位或签收人', en: 'Received by' }, class: 'P2', max: 80 }),
    signed: field.yesNo({ label: { zh: '签收单已附', en: 'Signed sheet attached' }, class: 'P1' }),
  },
  title: 'title',
  dated: 'heldOn',
  parentField: 'batch',
  states: {
    planned: { zh: '待送', en: 'Planned' },
    delivered: { zh: '已送达', en: 'Delivered' },
    confirmed: { zh: '已核对', en: 'Checked' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'delivered'],
  checks: {
    hasHappened: {
      label: { zh: '到了送的那天', en: 'The day has come' },
      rule: 'R-STAT-01',
      met: (f) => f.today === undefined || f.today >= f.on,
    },
    goodsWhole: {
      label: { zh: '送物资的写全批次、资金、数量、单价和签收', en: 'Goods: batch, fund, quantity, value, signature' },
      rule: 'R-FUND-04',
      met: ({ answers: { batch, fund, quantity, unitValue, signed } }) =>
        batch === undefined
          ? quantity === undefined
          : fund !== undefined && quantity !== undefined && unitValue !== undefined && signed === true,
    },
    someoneHelped: {
      label: { zh: '记下来帮了多少人（名单或人头）', en: 'Who was helped is recorded' },
      rule: 'R-STAT-01',
      met: (f) => f.attendance.length + f.heads.length > 0,
    },
  },
  actions: {
    deliver: {
      label: { zh: '送到了', en: 'Delivered' },
      from: ['planned'],
      to: 'delivered',
      by: hands,
      fills: ['receiver', 'signed', 'quantity', 'unitValue', 'fund'],
      needs: ['hasHappened', 'goodsWhole', 'someoneHelped'],
      tone: 'main',
    },
    confirm: {
      label: { zh: '核对无误', en: 'Check' },
      from: ['delivered'],
      to: 'confirmed',
      by: [...hands, 'finance'],
      reach: 'below',
      secondPerson: true,
      needs: ['goodsWhole', 'someoneHelped'],
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回核对', en: 'Give back' },
      from: ['delivered', 'confirmed'],
      to: 'planned',
      by: [...hands, 'finance'],
      reach: 'below',
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'delivered'],
      to: 'cancelled',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    check: {
      label: { zh: '核对送达', en: 'Check the delivery' },
      from: 'delivered',
      until: ['confirmed', 'planned', 'cancelled'],
      within: workingDays(5),
      legal: false,
      rule: 'L004',
    },
  },
  postings: ({ state, history, answers: { fund, quantity = 0, unitValue = 0, batch } }) => {
    if (!fund || batch === undefined || (state !== 'delivered' && state !== 'confirmed')) return []
    const on = history.findLast((done) => done.action === 'deliver')?.on
    return on ? book.issueGoods(fund, quantity * unitValue, on) : []
  },
  measures: {
    deliveries: flow('session', {
      label: { zh: '“十送”次数', en: 'Deliveries' },
      unitLabel: { zh: '次', en: 'deliveries' },
      includes: '已送达的，按送达日期',
      excludes: '待送、已取消',
    }),
    helped: flow('person-time', {
      label: { zh: '受助人次', en: 'Helped' },
      aliases: ['帮助妇女儿童'],
      includes: '有名单的（A）、附签收清点的（B）、写明原因估计的（C）；一人受助几次算几人次',
      excludes: '工作人员、志愿者；线上观看',
    }),
    people: flow('person', {
      label: { zh: '受助人（实名）', en: 'Persons helped, by name' },
      includes: '期间内有名单的受助人，按人去重',
      excludes: '只数了人头的',
    }),
    value: flow('yuan', {
      label: { zh: '发放物资价值', en: 'Goods issued, at value' },
      includes: '已送达的物资，按入库单价',
      excludes: '送服务；未送达',
    }),
  },
  counts: (issue, count) => {
    const { state, on, attendance, answers } = issue
    if (state !== 'delivered' && state !== 'confirmed') return []
    return [
      count.one('deliveries', on, surestGrade(issue)),
      ...cameByGrade(issue).map(({ grade, came }) => count.many('helped', came, on, grade)),
      ...attendance.map(({ person }) => count.person('people', on, person)),
      answers.batch !== undefined && count.money('value', (answers.quantity ?? 0) * (answers.unitValue ?? 0), on, 'B'),
    ]
  },
})
