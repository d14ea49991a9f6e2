import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, rate } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['chair', 'rights', 'family', 'development', 'organisation'] as const
/** D36: the township federation answers her. */
const township = ['township', 'banner', 'league', 'region'] as const

/** 走访需求 — L142; D36; F049. A need a woman told on a visit: assigned, answered to her within fifteen days, done. */
export const foundNeed = defineProgramme({
  id: 'found-need',
  version: 1,
  kind: 'case',
  service: 'visits',
  series: 'XQ',
  label: { zh: '走访需求', en: 'Need found on a visit' },
  short: { zh: '需求', en: 'Needs' },
  noun: { zh: '件', en: 'need' },
  help: {
    zh: '走访时她提出的需求，一件记一条。苏木乡镇妇联十五天内给她回话，办不了也要说清楚。有危险的记“帮助线索”，不记在这里。满意不满意由她自己说，可以不说。',
    en: 'A need she told on a visit. The township federation answers her within fifteen days, also when it cannot help. Danger is a clue, not a need. Whether she is content is hers to say, or not.',
  },
  sources: ['L142', 'D36', 'F049'],
  access: { see: hands, create: hands },
  fields: {
    kind: field.choice(
      {
        relief: { zh: '生活救助', en: 'Relief' },
        work: { zh: '就业创业', en: 'Work' },
        health: { zh: '看病健康', en: 'Health' },
        children: { zh: '孩子上学照护', en: 'Children' },
        elders: { zh: '老人照护', en: 'Elders' },
        law: { zh: '政策法律', en: 'Policy and law' },
        life: { zh: '水电路房', en: 'Water, power, roads, housing' },
        culture: { zh: '文化学习', en: 'Learning' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '需要什么', en: 'What is needed' }, class: 'P1', required: true },
    ),
    foundOn: field.day({ label: { zh: '提出日期', en: 'Told on' }, class: 'P1', required: true, past: true }),
    visit: field.record('committee-visit', { label: { zh: '哪次走访', en: 'Visit' }, class: 'P1' }),
    woman: field.person({
      label: { zh: '本人', en: 'The woman' },
      class: 'P2',
      help: { zh: '要回话才需要写；不愿留名可以空着。', en: 'Needed to answer her; may stay empty.' },
    }),
    told: field.text({
      label: { zh: '她怎么说的', en: 'What she said' },
      class: 'P3',
      required: true,
      min: 2,
      max: 1000,
    }),
    urgent: field.yesNo({ label: { zh: '急', en: 'Urgent' }, class: 'P1' }),
    assignedTo: field.text({ label: { zh: '交给谁办', en: 'Who sees to it' }, class: 'P2', required: true, max: 60 }),
    answer: field.text({
      label: { zh: '回了她什么话', en: 'What she was told' },
      class: 'P3',
      required: true,
      min: 2,
      max: 1000,
    }),
    result: field.choice(
      {
        done: { zh: '办成了', en: 'Done' },
        partly: { zh: '办了一部分', en: 'Partly done' },
        passed: { zh: '已转有关部门，告诉她找谁', en: 'Passed on, and she knows to whom' },
        'not-possible': { zh: '办不了，已说明原因', en: 'Not possible, with the reason' },
      },
      { label: { zh: '结果', en: 'Result' }, class: 'P1', required: true },
    ),
    content: field.choice(
      {
        content: { zh: '满意', en: 'Content' },
        partly: { zh: '基本满意', en: 'Fairly content' },
        not: { zh: '不满意', en: 'Not content' },
      },
      { label: { zh: '她说（可以不答）', en: 'She says (optional)' }, class: 'P1' },
    ),
  },
  title: 'kind',
  dated: 'foundOn',
  parentField: 'visit',
  opens: ['kind', 'foundOn', 'visit', 'woman', 'told', 'urgent'],
  states: {
    recorded: { zh: '已记下', en: 'Recorded' },
    assigned: { zh: '已交办', en: 'Assigned' },
    answered: { zh: '已回话', en: 'Answered' },
    done: { zh: '有结果', en: 'Result' },
    closed: { zh: '已办结', en: 'Closed' },
    withdrawn: { zh: '她不要了', en: 'Withdrawn' },
  },
  initial: 'recorded',
  editableIn: ['recorded'],
  actions: {
    assign: {
      label: { zh: '交办', en: 'Assign' },
      from: ['recorded', 'assigned'],
      to: 'assigned',
      by: hands,
      reach: 'below',
      fills: ['assignedTo'],
      tone: 'main',
    },
    reply: {
      label: { zh: '给她回话', en: 'Answer her' },
      from: ['recorded', 'assigned'],
      to: 'answered',
      by: hands,
      reach: 'below',
      at: township,
      fills: ['answer'],
      tone: 'main',
    },
    resolve: {
      label: { zh: '记结果', en: 'Record the result' },
      from: ['answered'],
      to: 'done',
      by: hands,
      reach: 'below',
      fills: ['result'],
      tone: 'main',
    },
    danger: {
      label: { zh: '有危险，马上记线索', en: 'Danger: open a clue' },
      from: ['recorded', 'assigned', 'answered'],
      to: 'same',
      by: ['chair', 'rights'],
      asks: {
        seen: field.text({
          label: { zh: '看到、听到了什么', en: 'What was seen' },
          class: 'P4',
          required: true,
          min: 10,
          max: 2000,
        }),
      },
      starts: ({ history, answers, today, on }) => [
        {
          programme: 'risk-clue',
          answers: {
            kind: 'safety',
            foundOn: today ?? on,
            source: 'screening',
            narrative: history.findLast((d) => d.action === 'danger')?.answers.seen,
            woman: answers.woman,
          },
        },
      ],
      tone: 'safety',
    },
    close: {
      label: { zh: '办结', en: 'Close' },
      from: ['done'],
      to: 'closed',
      by: hands,
      reach: 'below',
      fills: ['content'],
      tone: 'main',
    },
    again: {
      label: { zh: '没办好，再办', en: 'Not solved: again' },
      from: ['done', 'closed'],
      to: 'assigned',
      by: hands,
      reach: 'below',
      reason: true,
    },
    withdraw: {
      label: { zh: '她不要了', en: 'Withdrawn' },
      from: ['recorded', 'assigned', 'answered'],
      to: 'withdrawn',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    assign: {
      label: { zh: '交办需求', en: 'Assign the need' },
      from: 'recorded',
      until: ['assigned', 'answered', 'withdrawn'],
      within: workingDays(3),
      legal: false,
      rule: 'L142',
    },
    reply: {
      label: { zh: '给她回话', en: 'Answer her' },
      from: 'recorded',
      until: ['answered', 'withdrawn'],
      within: calendarDays(15),
      legal: false,
      rule: 'D36',
      remindBefore: [5],
    },
    finish: {
      label: { zh: '办出结果', en: 'Come to a result' },
      from: 'answered',
      until: ['done', 'closed', 'withdrawn'],
      within: calendarDays(30),
      legal: false,
      rule: 'L142',
    },
  },
  measures: {
    needs: flow('item', {
      label: { zh: '走访需求', en: 'Needs' },
      includes: '记下的需求，按提出日期',
      excludes: '她自己撤回的；危险线索（另计）',
    }),
    answered: flow('item', {
      label: { zh: '已回话', en: 'Answered' },
      includes: '第一次回话的需求，按回话日期',
      excludes: '还没回话的',
    }),
    solved: flow('item', {
      label: { zh: '办成需求', en: 'Solved' },
      includes: '结果为办成或办了一部分的',
      excludes: '转部门、办不了的',
    }),
    women: flow('person', {
      label: { zh: '办成需求的妇女（实名）', en: 'Women whose need was met' },
      includes: '需求办成或办了一部分的实名妇女，按人去重',
      excludes: '不留名的（只在件数里）',
    }),
    'answered-rate': rate('answered', ['needs'], {
      label: { zh: '回话率', en: 'Answered' },
      includes: '已回话 ÷ 记下的需求',
      excludes: '撤回的',
    }),
  },
  counts: ({ state, on, reached, history, answers }, count) => {
    if (state === 'withdrawn') return []
    const answered = history.find((d) => d.to === 'answered')?.on
    const met = (state === 'done' || state === 'closed') && (answers.result === 'done' || answers.result === 'partly')
    const done = met ? reached.done : undefined
    return [
      count.one('needs', on),
      answered && count.one('answered', answered),
      done && count.one('solved', done),
      done && answers.woman && count.person('women', done, answers.woman),
    ]
  },
})
