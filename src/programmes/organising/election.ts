import { calendarDays, calendarMonths } from '../../core/clock.ts'
import { addCalendarMonths } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme, type Facts, type Start } from '../../core/programme.ts'
import { above, keepers, readers } from './posts.ts'

/** The charter's term of a federation at every level, in months. */
const term = 60

/** The next term is on the list the day this one is elected: nobody has to remember it in five years. */
function nextTerm({ answers, on }: Facts): readonly Start[] {
  const from = typeof answers.electedOn === 'string' ? answers.electedOn : on
  return [
    {
      programme: 'election',
      answers: {
        title: `第${Number(answers.number) + 1}届`,
        number: Number(answers.number) + 1,
        startedOn: from,
        termTo: addCalendarMonths(from, term),
      },
    },
  ]
}

/** 届期与换届 — L140, L141. 《中华全国妇女联合会章程》: five years. One record a term; it reminds, and carries the election. */
export const election = defineProgramme({
  id: 'election',
  version: 1,
  kind: 'case',
  service: 'organising',
  series: 'HX',
  label: { zh: '届期与换届', en: 'Terms and elections' },
  short: { zh: '换届', en: 'Election' },
  noun: { zh: '届', en: 'term' },
  help: {
    zh: '一届记一条，写届满日期，到期前半年、三个月、一个月提醒。换届先报方案，上级同意再开会选举，结果报上级备案。选完到“组织”里登记新一届和执委。备案后自动开下一届。',
    en: 'One record a term; reminders half a year, three months and one month before its end. A plan, the level above agrees, the election, its result is filed; then the next term opens by itself. Record the new term and its members under Organisations.',
  },
  sources: ['L140', 'L141'],
  access: { see: readers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '哪一届', en: 'Term' }, class: 'P0', required: true, max: 40 }),
    number: field.integer({ label: { zh: '第几届', en: 'No.' }, class: 'P0', required: true, min: 1, max: 99 }),
    startedOn: field.day({ label: { zh: '本届开始', en: 'Began on' }, class: 'P0', required: true, past: true }),
    termTo: field.day({ label: { zh: '届满日期', en: 'Term ends on' }, class: 'P0', required: true }),
    plan: field.text({ label: { zh: '换届方案', en: 'Plan' }, class: 'P1', required: true, min: 5, max: 2000 }),
    congressOn: field.day({ label: { zh: '拟开会日期', en: 'Congress planned for' }, class: 'P1', required: true }),
    seats: field.integer({ label: { zh: '执委名额', en: 'Seats' }, class: 'P1', required: true, min: 1, max: 500 }),
    electedOn: field.day({ label: { zh: '选举日期', en: 'Elected on' }, class: 'P0', required: true, past: true }),
    present: field.integer({
      label: { zh: '到会代表', en: 'Delegates present' },
      class: 'P0',
      required: true,
      max: 2000,
    }),
    invited: field.integer({
      label: { zh: '应到代表', en: 'Delegates due' },
      class: 'P0',
      required: true,
      min: 1,
      max: 2000,
    }),
    members: field.integer({
      label: { zh: '选出执委', en: 'Members elected' },
      class: 'P0',
      required: true,
      min: 1,
      max: 500,
    }),
    fresh: field.integer({ label: { zh: '其中新进', en: 'New ones among them' }, class: 'P0', max: 500 }),
  },
  title: 'title',
  dated: 'startedOn',
  opens: ['title', 'number', 'startedOn', 'termTo'],
  states: {
    sitting: { zh: '任期内', en: 'In term' },
    planned: { zh: '方案待批', en: 'Plan waits for approval' },
    approved: { zh: '方案已批', en: 'Plan approved' },
    elected: { zh: '已选举，待备案', en: 'Elected, to be filed' },
    filed: { zh: '已换届', en: 'Filed' },
    ended: { zh: '组织撤并', en: 'Organisation ended' },
  },
  initial: 'sitting',
  editableIn: ['sitting'],
  checks: {
    quorum: {
      label: { zh: '到会代表过应到的三分之二', en: 'More than two thirds of the delegates are present' },
      rule: 'L140',
      met: ({ answers }) => 3 * (answers.present ?? 0) > 2 * (answers.invited ?? 1),
    },
    fits: {
      label: { zh: '选出的执委不超过名额', en: 'No more members than seats' },
      rule: 'L141',
      met: ({ answers }) =>
        (answers.members ?? 0) <= (answers.seats ?? 0) && (answers.fresh ?? 0) <= (answers.members ?? 0),
    },
  },
  actions: {
    propose: {
      label: { zh: '报换届方案', en: 'Propose the plan' },
      from: ['sitting'],
      to: 'planned',
      by: keepers,
      fills: ['plan', 'congressOn', 'seats'],
      tone: 'main',
    },
    approve: {
      label: { zh: '同意方案', en: 'Approve' },
      from: ['planned'],
      to: 'approved',
      by: keepers,
      reach: 'below',
      at: above,
      otherThan: ['propose'],
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回修改', en: 'Give back' },
      from: ['planned'],
      to: 'sitting',
      by: keepers,
      reach: 'below',
      at: above,
      reason: true,
    },
    elect: {
      label: { zh: '登记选举结果', en: 'Record the election' },
      from: ['approved'],
      to: 'elected',
      by: keepers,
      fills: ['electedOn', 'present', 'invited', 'members', 'fresh'],
      needs: ['quorum', 'fits'],
      tone: 'main',
    },
    file: {
      label: { zh: '备案', en: 'File' },
      from: ['elected'],
      to: 'filed',
      by: keepers,
      reach: 'below',
      at: above,
      otherThan: ['elect'],
      starts: nextTerm,
      tone: 'main',
    },
    delay: {
      label: { zh: '批准延期', en: 'Allow a delay' },
      from: ['sitting', 'planned', 'approved'],
      to: 'same',
      by: keepers,
      reach: 'below',
      at: ['banner', 'league', 'region'],
      fills: ['termTo'],
      reason: true,
    },
    end: {
      label: { zh: '组织撤并，不再换届', en: 'The organisation ended' },
      from: ['sitting', 'planned', 'approved'],
      to: 'ended',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    term: {
      label: { zh: '届满换届', en: 'Term ends: hold the election' },
      from: 'sitting',
      until: ['elected', 'filed', 'ended'],
      within: calendarMonths(term),
      dueField: 'termTo',
      legal: false,
      rule: '妇联章程',
      remindBefore: [180, 90, 30],
    },
    approve: {
      label: { zh: '批复方案', en: 'Decide on the plan' },
      from: 'planned',
      until: ['approved', 'sitting', 'ended'],
      within: calendarDays(30),
      legal: false,
      rule: 'L140',
    },
    file: {
      label: { zh: '结果备案', en: 'File the result' },
      from: 'elected',
      until: ['filed'],
      within: calendarDays(15),
      legal: false,
      rule: 'L140',
    },
  },
  measures: {
    elected: flow('item', {
      label: { zh: '完成换届', en: 'Elections held' },
      unitLabel: { zh: '家', en: 'organisations' },
      includes: '选举结果已备案的，按选举日期',
      excludes: '方案中、已选未备案；增补执委',
    }),
    delayed: flow('item', {
      label: { zh: '批准延期', en: 'Delays allowed' },
      unitLabel: { zh: '次', en: 'times' },
      includes: '上级批准延期的次数，按批准日期',
      excludes: '没有批准、自行推迟',
    }),
  },
  counts: ({ state, answers, history }, count) => [
    state === 'filed' && answers.electedOn && count.one('elected', answers.electedOn),
    ...history.flatMap((done) => (done.action === 'delay' ? [count.one('delayed', done.on)] : [])),
  ],
})
