import { calendarDays, hours } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { parsePhone } from '../../core/phone.ts'
import { defineProgramme, type Facts } from '../../core/programme.ts'
import { serviceSheet } from './documents/service-sheet.ts'
import { agreeing, assigning, opening, rating } from './order-fields.ts'
import { countOrder, orderMeasures } from './order-worth.ts'
import { certified, readers } from './words.ts'

const hands = ['company'] as const
const before = ['requested', 'agreed', 'assigned', 'accepted', 'onWay'] as const
const anyState = [...before, 'inService', 'done', 'confirmed', 'stopped', 'cancelled'] as const
const keys = <T extends object>(fields: T) => Object.keys(fields) as (keyof T & string)[]

/** What the worker told of danger goes to the rights post with where she is; nothing of it comes back here. */
const askHelp = ({ history, answers, today, on }: Facts) => [
  {
    programme: 'homecare-safety',
    answers: {
      where: 'home',
      toldOn: today ?? on,
      side: 'worker',
      what: history.findLast((done) => done.action === 'danger')?.answers.what,
      place: answers.address,
    },
  },
]

/** 家政订单 — L071; processes 7.2; R-HK-03 … R-HK-05. Kept by the company that serves; those above see that it is there. */
export const homecareOrder = defineProgramme({
  id: 'homecare-order',
  version: 1,
  kind: 'case',
  service: 'homecare',
  series: 'JF',
  label: { zh: '家政订单', en: 'Order' },
  short: { zh: '订单', en: 'Orders' },
  noun: { zh: '单', en: 'order' },
  help: {
    zh: '客户下单，公司四小时内报价、签合同，派在册的家政员。她可以不接，不影响她。上门亮证，每天报平安；做完客户确认，说满意或不满意，不打分。有危险点“她有危险”，直接到权益岗，客户看不到。平台不收钱。',
    en: 'The company quotes within four hours, signs, and sends a listed worker, who may decline. She shows her pass and is heard of every day. The client confirms and says content or not: no marks. Danger goes straight to the rights post, unseen by the client.',
  },
  sources: ['L071', 'R-HK-03', 'R-HK-04', 'R-HK-05', 'processes 7.2'],
  access: { see: readers, create: hands },
  fields: { ...opening, ...agreeing, ...assigning, ...rating },
  title: 'category',
  dated: 'requestedOn',
  parentField: 'company',
  opens: keys(opening),
  states: {
    requested: { zh: '待报价', en: 'Requested' },
    agreed: { zh: '已签合同，待派', en: 'Agreed' },
    assigned: { zh: '已派，等她答应', en: 'Assigned' },
    accepted: { zh: '她已接单', en: 'Accepted' },
    onWay: { zh: '路上', en: 'On the way' },
    inService: { zh: '服务中', en: 'In service' },
    done: { zh: '做完，待客户确认', en: 'Done' },
    confirmed: { zh: '客户已确认', en: 'Confirmed' },
    stopped: { zh: '中途停止', en: 'Stopped' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'requested',
  editableIn: ['requested', 'agreed'],
  checks: {
    phoneRight: {
      label: { zh: '客户电话格式正确', en: 'The phone is one' },
      rule: 'R-CODE-05',
      met: ({ answers }) => parsePhone(answers.phone ?? '') !== undefined,
    },
    contractWhole: {
      label: { zh: '合同六项都写了', en: 'The contract says all six' },
      rule: 'R-HK-03',
      met: ({ answers: { terms } }) => terms !== undefined && Object.values(terms).every((said) => said),
    },
    disclosed: {
      label: { zh: '客户告知过家里的疾病情况', en: 'The client was asked to disclose' },
      rule: 'R-HK-03',
      met: ({ answers }) => answers.disclosed === true,
    },
    certificateSeen: {
      label: { zh: '照护人的，看过她这一类的证书', en: 'For the care of people her certificate was seen' },
      rule: 'processes 7.2',
      met: ({ answers: { category = '', fits } }) => fits === 'seen' || !certified.includes(category),
    },
    priced: {
      label: { zh: '价格写了', en: 'There is a price' },
      rule: 'R-HK-03',
      met: ({ answers }) => (answers.price ?? 0) > 0,
    },
  },
  actions: {
    agree: {
      label: { zh: '报价、签合同', en: 'Quote and sign' },
      from: ['requested'],
      to: 'agreed',
      by: hands,
      fills: keys(agreeing),
      needs: ['phoneRight', 'priced', 'contractWhole', 'disclosed'],
      tone: 'main',
    },
    assign: {
      label: { zh: '派人', en: 'Assign' },
      from: ['agreed', 'assigned'],
      to: 'assigned',
      by: hands,
      fills: keys(assigning),
      needs: ['certificateSeen'],
      tone: 'main',
    },
    accept: {
      label: { zh: '她答应接', en: 'She accepts' },
      from: ['assigned'],
      to: 'accepted',
      by: hands,
      tone: 'main',
    },
    decline: {
      label: { zh: '她不接（不影响她）', en: 'She declines, freely' },
      from: ['assigned', 'accepted'],
      to: 'agreed',
      by: hands,
      asks: {
        why: field.choice(
          {
            time: { zh: '时间不合适', en: 'The time does not suit' },
            task: { zh: '不会做、不敢做', en: 'Cannot, or dares not' },
            unsafe: { zh: '觉得不安全', en: 'Feels unsafe' },
            private: { zh: '不愿意说', en: 'Rather not say' },
          },
          { label: { zh: '她说（可以不答）', en: 'She says (optional)' }, class: 'P3' },
        ),
      },
    },
    leave: {
      label: { zh: '她出发了', en: 'On the way' },
      from: ['accepted'],
      to: 'onWay',
      by: hands,
      tone: 'main',
    },
    start: {
      label: { zh: '到了，亮证，开始服务', en: 'Arrived, pass shown: started' },
      from: ['accepted', 'onWay'],
      to: 'inService',
      by: hands,
      tone: 'main',
    },
    safe: {
      label: { zh: '她报了平安', en: 'She is heard of' },
      from: ['inService'],
      to: 'same',
      by: hands,
    },
    danger: {
      label: { zh: '她有危险，马上交权益岗', en: 'She is in danger: to the rights post' },
      from: ['assigned', 'accepted', 'onWay', 'inService', 'done', 'stopped'],
      to: 'same',
      by: hands,
      asks: {
        what: field.text({
          label: { zh: '她说了什么', en: 'What she told' },
          class: 'P4',
          required: true,
          min: 5,
          max: 2000,
          help: {
            zh: '人有危险先打110。地址一起交给权益岗；客户看不到。',
            en: 'Danger now: 110 first. The address goes along; the client sees nothing.',
          },
        }),
      },
      // Who typed it has heard it; nobody else reads it here.
      blindIn: [...anyState],
      starts: askHelp,
      tells: ['rights'],
      tone: 'safety',
    },
    finish: {
      label: { zh: '做完了', en: 'Done' },
      from: ['inService'],
      to: 'done',
      by: hands,
      makes: ['service-sheet'],
      tone: 'main',
    },
    confirm: {
      label: { zh: '客户确认', en: 'The client confirms' },
      from: ['done'],
      to: 'confirmed',
      by: hands,
      fills: keys(rating),
      tone: 'main',
    },
    stop: {
      label: { zh: '中途停止', en: 'Stop' },
      from: ['inService'],
      to: 'stopped',
      by: hands,
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: [...before],
      to: 'cancelled',
      by: hands,
      asks: {
        whose: field.choice(
          {
            client: { zh: '客户', en: 'The client' },
            worker: { zh: '家政员', en: 'The worker' },
            company: { zh: '公司', en: 'The company' },
          },
          { label: { zh: '谁取消的', en: 'Who cancels' }, class: 'P1', required: true },
        ),
      },
      reason: true,
    },
  },
  clocks: {
    quote: {
      label: { zh: '报价', en: 'Quote' },
      from: 'requested',
      until: ['agreed', 'cancelled'],
      within: hours(4),
      legal: false,
      rule: 'processes 7.2',
    },
    start: {
      label: { zh: '按约定上门', en: 'Start as agreed' },
      from: 'agreed',
      until: ['inService', 'cancelled'],
      within: calendarDays(3),
      dueField: 'startsOn',
      legal: false,
      rule: 'processes 7.2',
      remindBefore: [1],
    },
    heard: {
      label: { zh: '问一声平安', en: 'Hear of her' },
      after: ['start', 'safe'],
      done: ['safe'],
      until: ['done', 'stopped'],
      within: hours(24),
      legal: false,
      rule: 'R-HK-03',
    },
    confirm: {
      label: { zh: '请客户确认', en: 'Ask the client to confirm' },
      from: 'done',
      until: ['confirmed'],
      within: calendarDays(15),
      legal: false,
      rule: 'processes 7.2',
    },
  },
  documents: { 'service-sheet': serviceSheet },
  measures: orderMeasures,
  counts: countOrder,
})
