import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { careTopics } from '../../core/rights-words.ts'
import { danger } from './care-starts.ts'

const hands = ['rights', 'family', 'chair'] as const
const over = ['ended', 'declined'] as const

const passed = {
  way: field.choice(
    {
      toStudent: { zh: '资助人给孩子的', en: 'From the donor' },
      toDonor: { zh: '孩子给资助人的', en: 'From the child' },
    },
    { label: { zh: '谁给谁', en: 'Which way' }, class: 'P1', required: true },
  ),
  what: field.choice(
    {
      letter: { zh: '信、贺卡', en: 'Letter' },
      books: { zh: '书、文具', en: 'Books' },
      clothes: { zh: '衣物', en: 'Clothes' },
      meeting: { zh: '妇联在场的见面', en: 'A meeting with the federation there' },
      other: { zh: '其他', en: 'Other' },
    },
    { label: { zh: '转交什么', en: 'What' }, class: 'P1', required: true },
  ),
  looked: field.choice(
    { yes: { zh: '看过：没有电话、住址、学校和照片', en: 'Looked at: no phone, address, school or photo' } },
    { label: { zh: '内容', en: 'Content' }, class: 'P1', required: true },
  ),
}

const asked = {
  met: field.yesNo({
    label: { zh: '见到或通话了本人', en: 'The child was met or spoken to' },
    class: 'P1',
    required: true,
  }),
  contact: field.choice(
    {
      none: { zh: '没有私下联系', en: 'No contact past the federation' },
      some: { zh: '有人私下联系过', en: 'Somebody made contact' },
    },
    { label: { zh: '有没有人绕过妇联联系孩子', en: 'Contact past the federation' }, class: 'P4', required: true },
  ),
  now: field.text({ label: { zh: '现在怎么样、还需要什么', en: 'How things are' }, class: 'P3', max: 1000 }),
}

/** 结对帮扶 — L129. A donor and a student who know of each other through the federation only. R-PRI-03, R-REP-01, D08. */
export const pairSupport = defineProgramme({
  id: 'pair-support',
  version: 1,
  kind: 'case',
  service: 'care',
  series: 'JD',
  label: { zh: '结对帮扶', en: 'Pairing' },
  short: { zh: '结对', en: 'Pairs' },
  noun: { zh: '对', en: 'pair' },
  help: {
    zh: '资助人和学生结对。双方只通过妇联联系：信和东西由妇联看过再转，不给电话、住址、学校，不单独见面。钱先捐进资金，再走“助学帮扶”。每三个月问一次孩子；有人绕过妇联找孩子，马上停，按强制报告办。',
    en: 'A donor and a student, in touch through the federation only: what passes is looked at first; no phone, address or school, no meeting alone. Money is donated and paid as a student grant. The child is asked every three months; contact past the federation ends it at once and is reported.',
  },
  sources: ['L129', 'F051', 'R-PRI-03', 'R-REP-01', 'D08'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: {
    topic: field.choice(careTopics, { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true }),
    wishedOn: field.day({ label: { zh: '提出日期', en: 'Wished on' }, class: 'P1', required: true, past: true }),
    person: field.person({ label: { zh: '学生', en: 'The student' }, class: 'P3', required: true }),
    grant: field.record('student-grant', {
      label: { zh: '助学申请（有就选）', en: 'Student grant, if any' },
      class: 'P1',
    }),
    under14: field.yesNo({ label: { zh: '不满十四岁', en: 'Under 14' }, class: 'P3', required: true }),
    wish: field.text({
      label: { zh: '希望怎么帮', en: 'What would help' },
      class: 'P3',
      required: true,
      min: 2,
      max: 500,
    }),
    donor: field.text({ label: { zh: '资助人（单位）', en: 'Donor' }, class: 'P2', required: true, min: 2, max: 80 }),
    promise: field.yesNo({
      label: {
        zh: '资助人书面答应：只通过妇联联系，不打听、不单独见、不拍照',
        en: 'The donor promised in writing: through us only',
      },
      class: 'P1',
      required: true,
    }),
    consent: field.yesNo({ label: { zh: '学生本人愿意', en: 'The student agrees' }, class: 'P1', required: true }),
    guardianConsent: field.yesNo({ label: { zh: '监护人同意（未成年人）', en: 'Guardian agrees' }, class: 'P1' }),
    until: field.day({ label: { zh: '结对到哪天', en: 'Until' }, class: 'P1', required: true }),
  },
  title: 'topic',
  dated: 'wishedOn',
  personField: 'person',
  parentField: 'grant',
  opens: ['topic', 'wishedOn', 'person', 'grant', 'under14', 'wish'],
  states: {
    wished: { zh: '待结对', en: 'Wished' },
    paired: { zh: '结对中', en: 'Paired' },
    ended: { zh: '已结束', en: 'Ended' },
    declined: { zh: '没有结对', en: 'Not paired' },
  },
  initial: 'wished',
  editableIn: ['wished', 'paired'],
  silentIn: ['declined'],
  checks: {
    promised: {
      label: { zh: '资助人答应只通过妇联联系', en: 'The donor goes through the federation only' },
      rule: 'L129',
      met: ({ answers }) => answers.promise === true,
    },
    agreed: {
      label: { zh: '学生愿意；不满十四岁的监护人同意', en: 'The student agrees; under 14 the guardian too' },
      rule: 'R-PRI-03',
      met: ({ answers }) => answers.consent === true && (answers.under14 === false || answers.guardianConsent === true),
    },
    ahead: {
      label: { zh: '结束在提出之后', en: 'It ends after it was wished' },
      rule: 'L129',
      met: ({ on, answers }) => (answers.until ?? '') > on,
    },
  },
  actions: {
    pair: {
      label: { zh: '结对', en: 'Pair' },
      from: ['wished'],
      to: 'paired',
      by: hands,
      fills: ['donor', 'promise', 'consent', 'guardianConsent', 'until'],
      needs: ['promised', 'agreed', 'ahead'],
      tone: 'main',
    },
    pass: { label: { zh: '转交一次', en: 'Pass something on' }, from: ['paired'], to: 'same', by: hands, asks: passed },
    ask: {
      label: { zh: '问问孩子', en: 'Ask the child' },
      from: ['paired'],
      to: 'same',
      by: hands,
      asks: asked,
      starts: (facts) =>
        facts.history.at(-1)?.answers.contact === 'some'
          ? [danger(facts, '结对帮扶中有人绕过妇联私下联系，需核实本人是否安全。', facts.answers.topic === 'minor')]
          : [],
      tone: 'main',
    },
    end: {
      label: { zh: '结束结对', en: 'End' },
      from: ['paired'],
      to: 'ended',
      by: hands,
      reason: true,
      tone: 'safety',
    },
    term: { label: { zh: '结对到期', en: 'The term is over' }, from: ['paired'], to: 'ended', by: [] },
    decline: {
      label: { zh: '不结对，不再记录', en: 'Not paired: nothing more is kept in view' },
      from: ['wished'],
      to: 'declined',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    pair: {
      label: { zh: '找到资助人，或告诉孩子没有', en: 'Find a donor or say there is none' },
      from: 'wished',
      until: ['paired', 'declined'],
      within: calendarDays(60),
      legal: false,
      rule: 'L129',
      remindBefore: [10],
    },
    ask: {
      label: { zh: '问问孩子', en: 'Ask the child' },
      after: ['pair', 'ask'],
      done: ['ask'],
      until: over,
      within: calendarDays(90),
      legal: false,
      rule: 'L129',
      remindBefore: [7],
    },
    term: {
      label: { zh: '结对到期', en: 'The term ends' },
      from: 'paired',
      until: ['ended'],
      within: calendarDays(365),
      dueField: 'until',
      legal: false,
      rule: 'L129',
      remindBefore: [30],
      expires: 'term',
    },
  },
  claims: ({ state, person }) =>
    person && (state === 'wished' || state === 'paired') ? [{ person, key: 'pair-support' }] : [],
  measures: {
    pairs: stock('item', {
      label: { zh: '结对帮扶', en: 'Pairs' },
      unitLabel: { zh: '对', en: 'pairs' },
      includes: '当日结对中的，一名学生和一位资助人算一对',
      excludes: '待结对、没有结对、已结束；助学金（另计）',
    }),
    passes: flow('item', {
      label: { zh: '转交次数', en: 'Things passed on' },
      unitLabel: { zh: '次', en: 'times' },
      includes: '妇联看过后转交的信、书、衣物和在场见面，按转交日期',
      excludes: '钱（走捐赠和助学）；问孩子的回访',
    }),
  },
  counts: ({ history }, count) =>
    history.flatMap(({ action, on }) => {
      if (action === 'pair') return [count.one('pairs', on)]
      if (action === 'end' || action === 'term') return [count.gone('pairs', on)]
      return action === 'pass' ? [count.many('passes', 1, on, 'A')] : []
    }),
})
