import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, rate } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { above } from './words.ts'

const keepers = ['chair', 'publicity', 'organisation'] as const

/** 代表建议 — L027. What a guest of a talk asked the federation to do: assigned, answered to her, and done or explained. */
export const eventSuggestion = defineProgramme({
  id: 'event-suggestion',
  version: 1,
  kind: 'case',
  service: 'outreach',
  label: { zh: '代表建议', en: 'Suggestion' },
  short: { zh: '建议', en: 'Suggestions' },
  noun: { zh: '条', en: 'suggestion' },
  help: {
    zh: '回娘家座谈里提的建议，一条记一条：三个工作日内交给谁办，三十天内给她回话，办不了也说清楚。她自己的难处另记“走访需求”，有危险的马上记“帮助线索”。',
    en: 'One record a suggestion: assigned within three working days, answered to her within thirty, also when it cannot be done. Her own need is recorded as a need; danger as a clue at once.',
  },
  sources: ['L027'],
  access: { see: [...keepers, 'rights', 'family', 'development', 'statistician'], create: keepers },
  fields: {
    title: field.text({
      label: { zh: '建议什么', en: 'What is suggested' },
      class: 'P1',
      required: true,
      min: 2,
      max: 60,
    }),
    saidOn: field.day({ label: { zh: '提出日期', en: 'Said on' }, class: 'P1', required: true, past: true }),
    event: field.record('outreach-event', { label: { zh: '哪次座谈', en: 'At which talk' }, class: 'P1' }),
    speaker: field.person({
      label: { zh: '提的人', en: 'Who said it' },
      class: 'P2',
      help: { zh: '要给她回话才写；不愿留名可以空着。', en: 'Needed to answer her; may stay empty.' },
    }),
    group: field.choice(
      {
        model: { zh: '女性典型', en: 'Model woman' },
        courier: { zh: '快递、外卖', en: 'Couriers' },
        driver: { zh: '网约车、货运', en: 'Drivers' },
        stream: { zh: '网络主播、电商', en: 'Live streamers' },
        homecare: { zh: '家政', en: 'Domestic service' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '她从事什么', en: 'Her work' }, class: 'P1', required: true },
    ),
    category: field.choice(
      {
        work: { zh: '就业和劳动权益', en: 'Work' },
        care: { zh: '孩子照护', en: 'Care of children' },
        skill: { zh: '培训学习', en: 'Training' },
        health: { zh: '健康', en: 'Health' },
        place: { zh: '休息、如厕等场所', en: 'Places to rest' },
        federation: { zh: '妇联怎么做', en: 'What the federation does' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '哪方面', en: 'About' }, class: 'P1', required: true },
    ),
    words: field.text({ label: { zh: '她怎么说的', en: 'Her words' }, class: 'P2', required: true, min: 2, max: 1000 }),
    assignedTo: field.text({ label: { zh: '交给谁办', en: 'Who sees to it' }, class: 'P1', required: true, max: 60 }),
    answer: field.text({
      label: { zh: '回了她什么话', en: 'What she was told' },
      class: 'P2',
      required: true,
      min: 2,
      max: 1000,
    }),
    result: field.choice(
      {
        done: { zh: '采纳并办了', en: 'Taken up and done' },
        partly: { zh: '采纳了一部分', en: 'Partly taken up' },
        explained: { zh: '办不了，已说明原因', en: 'Not possible, with the reason' },
      },
      { label: { zh: '结果', en: 'Result' }, class: 'P1', required: true },
    ),
  },
  title: 'title',
  dated: 'saidOn',
  parentField: 'event',
  opens: ['title', 'saidOn', 'event', 'speaker', 'group', 'category', 'words'],
  states: {
    recorded: { zh: '待交办', en: 'Recorded' },
    assigned: { zh: '办理中', en: 'Assigned' },
    answered: { zh: '已回话', en: 'Answered' },
    closed: { zh: '已办结', en: 'Closed' },
    withdrawn: { zh: '她撤回了', en: 'Withdrawn' },
  },
  initial: 'recorded',
  editableIn: ['recorded'],
  actions: {
    assign: {
      label: { zh: '交办', en: 'Assign' },
      from: ['recorded', 'assigned'],
      to: 'assigned',
      by: keepers,
      reach: 'below',
      fills: ['assignedTo'],
      tone: 'main',
    },
    reply: {
      label: { zh: '给她回话', en: 'Answer her' },
      from: ['assigned'],
      to: 'answered',
      by: [...keepers, 'rights', 'family', 'development'],
      reach: 'below',
      at: above,
      fills: ['answer'],
      tone: 'main',
    },
    close: {
      label: { zh: '记结果，办结', en: 'Close with its result' },
      from: ['answered'],
      to: 'closed',
      by: keepers,
      reach: 'below',
      fills: ['result'],
      tone: 'main',
    },
    again: {
      label: { zh: '没办好，再办', en: 'Again' },
      from: ['answered', 'closed'],
      to: 'assigned',
      by: keepers,
      reach: 'below',
      reason: true,
    },
    withdraw: {
      label: { zh: '她撤回了', en: 'Withdrawn' },
      from: ['recorded', 'assigned'],
      to: 'withdrawn',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    assign: {
      label: { zh: '交办建议', en: 'Assign it' },
      from: 'recorded',
      until: ['assigned', 'withdrawn'],
      within: workingDays(3),
      legal: false,
      rule: 'L027',
    },
    reply: {
      label: { zh: '给她回话', en: 'Answer her' },
      from: 'recorded',
      until: ['answered', 'withdrawn'],
      within: calendarDays(30),
      legal: false,
      rule: 'L027',
      remindBefore: [7],
    },
  },
  measures: {
    suggestions: flow('item', {
      label: { zh: '代表建议', en: 'Suggestions' },
      unitLabel: { zh: '条', en: 'suggestions' },
      includes: '座谈里记下的建议，按提出日期',
      excludes: '她撤回的；个人需求（看走访需求）',
    }),
    answered: flow('item', {
      label: { zh: '已回话建议', en: 'Answered' },
      unitLabel: { zh: '条', en: 'suggestions' },
      includes: '第一次回话的，按回话日期',
      excludes: '还没有回话的',
    }),
    adopted: flow('item', {
      label: { zh: '采纳建议', en: 'Taken up' },
      unitLabel: { zh: '条', en: 'suggestions' },
      includes: '办结时采纳或采纳一部分的，按办结日期',
      excludes: '办不了、已说明的',
    }),
    'answered-rate': rate('answered', ['suggestions'], {
      label: { zh: '建议回话率', en: 'Answered' },
      includes: '已回话 ÷ 记下的建议',
      excludes: '撤回的',
    }),
  },
  counts: ({ state, on, history, reached, answers }, count) => {
    if (state === 'withdrawn') return []
    const answered = history.find((done) => done.action === 'reply')?.on
    return [
      count.one('suggestions', on),
      answered && count.one('answered', answered),
      state === 'closed' && answers.result !== 'explained' && reached.closed && count.one('adopted', reached.closed),
    ]
  },
})
