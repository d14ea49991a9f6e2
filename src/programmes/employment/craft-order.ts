import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { crafts, keepers, seers, women } from './words.ts'

/**
 * 手工订单 — L040, L085. Ordered, accepted, made, delivered, and paid by the buyer to the makers: the amount is an answer with its
 * proof, seen by another person; no money passes through the federation and none is in its books.
 */
export const craftOrder = defineProgramme({
  id: 'craft-order',
  version: 1,
  kind: 'response',
  service: 'employment',
  series: 'SG',
  label: { zh: '手工订单', en: 'Craft order' },
  short: { zh: '订单', en: 'Orders' },
  noun: { zh: '单', en: 'order' },
  help: {
    zh: '谁要什么、多少、几号要，手工艺人答应了才算接单。交货后买家直接付给做活的人，妇联不收钱，只照凭据记数，另一个人看过凭据才算已付。',
    en: 'What is ordered, how much and by when; taken when the maker accepts. The buyer pays the makers directly; we note the amount by its proof, seen by another person.',
  },
  sources: ['L040', 'L085', 'S0-32', 'S1-08'],
  access: { see: seers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '订什么', en: 'What is ordered' }, class: 'P1', required: true, min: 2, max: 60 }),
    maker: field.record('craftswoman', {
      label: { zh: '请谁做', en: 'Maker' },
      class: 'P1',
      required: true,
      standing: ['listed'],
    }),
    orderedOn: field.day({ label: { zh: '下单日期', en: 'Ordered on' }, class: 'P1', required: true, past: true }),
    craft: field.choice(crafts, { label: { zh: '手艺', en: 'Craft' }, class: 'P1', required: true }),
    pieces: field.integer({
      label: { zh: '多少件', en: 'Pieces' },
      class: 'P1',
      required: true,
      min: 1,
      max: 100_000,
      unitLabel: { zh: '件', en: 'pieces' },
    }),
    buyer: field.text({ label: { zh: '买家', en: 'Buyer' }, class: 'P2', required: true, max: 60 }),
    contact: field.text({ label: { zh: '买家电话', en: 'Buyer’s phone' }, class: 'P2', max: 20 }),
    work: field.record('craft-work', { label: { zh: '照哪件作品', en: 'After which work' }, class: 'P1' }),
    dueOn: field.day({ label: { zh: '几号要', en: 'Wanted by' }, class: 'P1', required: true }),
    agreed: field.money({ label: { zh: '说好的价钱', en: 'Price agreed' }, class: 'P1', required: true }),
    hands: women('几位妇女做', 'Women who make it'),
    paid: field.money({ label: { zh: '买家付了多少', en: 'Paid by the buyer' }, class: 'P1', required: true }),
    proof: field.text({
      label: { zh: '付款凭据（收条、转账单，写哪一样）', en: 'Proof of payment' },
      class: 'P2',
      required: true,
      min: 2,
      max: 120,
    }),
  },
  title: 'title',
  dated: 'orderedOn',
  parentField: 'maker',
  opens: ['title', 'maker', 'orderedOn', 'craft', 'pieces', 'buyer', 'contact', 'work', 'dueOn', 'agreed'],
  states: {
    ordered: { zh: '待接单', en: 'Ordered' },
    accepted: { zh: '已接单', en: 'Accepted' },
    making: { zh: '在做', en: 'In work' },
    delivered: { zh: '已交货，待付', en: 'Delivered' },
    told: { zh: '说已付，待核凭据', en: 'Said to be paid' },
    paid: { zh: '已付清', en: 'Paid' },
    declined: { zh: '没有接', en: 'Declined' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'ordered',
  editableIn: ['ordered'],
  checks: {
    inOrder: {
      label: { zh: '要货不早于下单', en: 'Wanted after it was ordered' },
      rule: 'R-STAT-01',
      met: ({ answers, on }) => answers.dueOn === undefined || answers.dueOn >= on,
    },
    hasProof: {
      label: { zh: '写了金额和凭据', en: 'There are an amount and a proof' },
      rule: 'L040',
      met: ({ answers: { paid = 0, proof } }) => paid > 0 && proof !== undefined,
    },
  },
  actions: {
    accept: {
      label: { zh: '手工艺人答应了', en: 'The maker accepts' },
      from: ['ordered'],
      to: 'accepted',
      by: keepers,
      needs: ['inOrder'],
      tone: 'main',
    },
    decline: {
      label: { zh: '不接', en: 'Decline' },
      from: ['ordered'],
      to: 'declined',
      by: keepers,
      reason: true,
    },
    make: {
      label: { zh: '开工', en: 'In work' },
      from: ['accepted'],
      to: 'making',
      by: keepers,
      fills: ['hands'],
      tone: 'main',
    },
    deliver: { label: { zh: '交货了', en: 'Delivered' }, from: ['making'], to: 'delivered', by: keepers, tone: 'main' },
    pay: {
      label: { zh: '买家付了', en: 'The buyer has paid' },
      from: ['delivered'],
      to: 'told',
      by: keepers,
      fills: ['paid', 'proof'],
      needs: ['hasProof'],
      tone: 'main',
    },
    confirm: {
      label: { zh: '凭据看过', en: 'Proof seen' },
      from: ['told'],
      to: 'paid',
      by: keepers,
      reach: 'below',
      secondPerson: true,
      tone: 'main',
    },
    doubt: {
      label: { zh: '凭据不对，退回', en: 'Proof is wrong: give back' },
      from: ['told'],
      to: 'delivered',
      by: keepers,
      reach: 'below',
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['ordered', 'accepted', 'making'],
      to: 'cancelled',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    accept: {
      label: { zh: '问手工艺人接不接', en: 'Ask the maker' },
      from: 'ordered',
      until: ['accepted', 'declined', 'cancelled'],
      within: workingDays(3),
      legal: false,
      rule: 'L040',
    },
    deliver: {
      label: { zh: '交货', en: 'Deliver' },
      from: 'accepted',
      until: ['delivered', 'cancelled'],
      within: calendarDays(30),
      dueField: 'dueOn',
      legal: false,
      rule: 'L040',
      remindBefore: [7],
    },
    pay: {
      label: { zh: '催付款', en: 'Be paid' },
      from: 'delivered',
      until: ['told'],
      within: calendarDays(30),
      legal: false,
      rule: 'L040',
    },
  },
  measures: {
    orders: flow('item', {
      label: { zh: '接下的手工订单', en: 'Orders taken' },
      unitLabel: { zh: '单', en: 'orders' },
      includes: '手工艺人答应了的订单，按答应日期，后来取消的也算接过',
      excludes: '待接、没有接的',
    }),
    delivered: flow('item', {
      label: { zh: '交货的手工订单', en: 'Orders delivered' },
      unitLabel: { zh: '单', en: 'orders' },
      includes: '交了货的订单，按第一次交货日期',
      excludes: '在做、取消的',
    }),
    income: flow('yuan', {
      label: { zh: '手工订单收入（付给做活的人）', en: 'Paid to makers' },
      includes: '买家直接付清、另一个人看过凭据的金额，按看过的日期',
      excludes: '说好没付的；标价；妇联的资金（钱不经妇联）',
    }),
  },
  counts: ({ state, history, reached, answers: { paid = 0 } }, count) => {
    const day = (step: string) => history.find(({ action }) => action === step)?.on
    const [accepted, delivered] = [day('accept'), day('deliver')]
    return [
      accepted && count.one('orders', accepted),
      delivered && count.one('delivered', delivered),
      state === 'paid' && reached.paid && count.money('income', paid, reached.paid, 'B'),
    ]
  },
})
