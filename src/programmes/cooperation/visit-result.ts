import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

const outcomes = {
  adopted: { zh: '采纳、达成', en: 'Taken up' },
  partly: { zh: '部分采纳、部分达成', en: 'Taken up in part' },
  noted: { zh: '留作参考', en: 'Noted' },
  'not-possible': { zh: '做不到（说明原因）', en: 'Not possible (say why)' },
} as const
const taken: readonly (string | undefined)[] = ['adopted', 'partly']

/** 走北疆成果 — L088, L089: a suggestion, a need of technology, an intent, and what became of it. An intent is no money. */
export const visitResult = defineProgramme({
  id: 'visit-result',
  version: 1,
  kind: 'case',
  service: 'cooperation',
  label: { zh: '走北疆成果', en: 'What visits led to' },
  short: { zh: '成果', en: 'Results' },
  noun: { zh: '条', en: 'result' },
  help: {
    zh: '客人的一条建议、企业的一项技术需求、一个合作意向，各记一条：交给谁办、哪天前答复、结果怎样、告诉提的人没有。意向金额不是到账的钱，只有签了的才记数。',
    en: 'One suggestion, need or intent: who takes it up, by when, what came of it, and whether its author was told. An intent is no money; only what was signed is counted.',
  },
  sources: ['L088', 'L089'],
  access: { see: readers, create: keepers },
  fields: {
    what: field.text({ label: { zh: '建议、需求或意向', en: 'What' }, class: 'P1', required: true, min: 2, max: 80 }),
    receivedOn: field.day({ label: { zh: '提出日期', en: 'Received on' }, class: 'P1', required: true, past: true }),
    visit: field.record('northern-visit', { label: { zh: '哪次考察', en: 'Visit' }, class: 'P1' }),
    kind: field.choice(
      {
        suggestion: { zh: '建议', en: 'Suggestion' },
        need: { zh: '技术需求', en: 'Need of technology' },
        intent: { zh: '合作意向', en: 'Intent to cooperate' },
      },
      { label: { zh: '哪一种', en: 'Kind' }, class: 'P1', required: true },
    ),
    author: field.text({ label: { zh: '谁提的', en: 'By whom' }, class: 'P2', max: 80 }),
    detail: field.text({ label: { zh: '具体内容', en: 'In full' }, class: 'P1', required: true, min: 2, max: 1500 }),
    owner: field.text({ label: { zh: '交给谁办', en: 'Who takes it up' }, class: 'P1', required: true, max: 80 }),
    dueOn: field.day({ label: { zh: '哪天前答复', en: 'Answer by' }, class: 'P1', required: true }),
    outcome: field.choice(outcomes, { label: { zh: '结果', en: 'Outcome' }, class: 'P1', required: true }),
    reply: field.text({
      label: { zh: '怎么办的', en: 'What was done' },
      class: 'P1',
      required: true,
      min: 2,
      max: 1500,
    }),
    agreedFen: field.money({
      label: { zh: '已签协议金额', en: 'Amount signed' },
      class: 'P1',
      help: { zh: '签了才填；意向不填。', en: 'Only what was signed.' },
    }),
  },
  title: 'what',
  dated: 'receivedOn',
  parentField: 'visit',
  opens: ['what', 'receivedOn', 'visit', 'kind', 'author', 'detail'],
  states: {
    received: { zh: '已收到', en: 'Received' },
    assigned: { zh: '办理中', en: 'Being taken up' },
    answered: { zh: '有结果', en: 'Answered' },
    told: { zh: '已反馈', en: 'Its author was told' },
    dropped: { zh: '重复或录错', en: 'Dropped' },
  },
  initial: 'received',
  editableIn: ['received'],
  actions: {
    assign: {
      label: { zh: '交办', en: 'Assign' },
      from: ['received'],
      to: 'assigned',
      by: keepers,
      fills: ['owner', 'dueOn'],
      tone: 'main',
    },
    answer: {
      label: { zh: '记结果', en: 'Record what came of it' },
      from: ['assigned'],
      to: 'answered',
      by: keepers,
      fills: ['outcome', 'reply', 'agreedFen'],
      tone: 'main',
    },
    tell: {
      label: { zh: '已反馈给提的人', en: 'Its author was told' },
      from: ['answered'],
      to: 'told',
      by: keepers,
      tone: 'main',
    },
    goOn: {
      label: { zh: '还有下文，继续办', en: 'There is more to do' },
      from: ['answered', 'told'],
      to: 'assigned',
      by: keepers,
      fills: ['dueOn'],
      reason: true,
    },
    drop: { label: { zh: '重复或录错', en: 'Drop' }, from: ['received'], to: 'dropped', by: keepers, reason: true },
  },
  clocks: {
    assign: {
      label: { zh: '交办', en: 'Assign it' },
      from: 'received',
      until: ['assigned', 'dropped'],
      within: workingDays(5),
      legal: false,
      rule: 'L088',
    },
    answer: {
      label: { zh: '答复', en: 'Answer it' },
      from: 'assigned',
      until: ['answered'],
      within: calendarDays(60),
      dueField: 'dueOn',
      legal: false,
      rule: 'L088',
      remindBefore: [7],
    },
    tell: {
      label: { zh: '反馈给提的人', en: 'Tell its author' },
      from: 'answered',
      until: ['told', 'assigned'],
      within: workingDays(10),
      legal: false,
      rule: 'L088',
    },
  },
  measures: {
    received: flow('item', {
      label: { zh: '走北疆建议和需求', en: 'Suggestions and needs received' },
      unitLabel: { zh: '条', en: 'items' },
      includes: '收到的建议、技术需求、合作意向，按提出日期',
      excludes: '重复、录错的',
    }),
    takenUp: flow('item', {
      label: { zh: '采纳或达成', en: 'Taken up' },
      unitLabel: { zh: '条', en: 'items' },
      includes: '采纳、达成或部分采纳的，按有结果的日期',
      excludes: '留作参考、做不到、办理中的',
    }),
    signed: flow('yuan', {
      label: { zh: '走北疆签约金额', en: 'Amount signed' },
      includes: '合作意向签成协议的金额，照协议（B），按有结果的日期',
      excludes: '意向金额；是协议金额，不是到账，不和募集款物相加',
    }),
  },
  counts: ({ state, on, reached, answers: { outcome, kind, agreedFen = 0 } }, count) => {
    const answered = state === 'answered' || state === 'told' ? reached.answered : undefined
    return [
      state !== 'dropped' && count.one('received', on),
      answered && taken.includes(outcome) && count.one('takenUp', answered),
      answered && taken.includes(outcome) && kind === 'intent' && count.money('signed', agreedFen, answered, 'B'),
    ]
  },
})
