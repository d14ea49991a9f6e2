import { calendarDays, workingDays } from '../../core/clock.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { consultFields, ending, referring, safetyQuestions, session } from './consult-fields.ts'
import { fromCrisis, isDanger, lastDanger } from './consult-starts.ts'
import { consultConsent } from './documents/consult-consent.ts'

const hands = ['guide', 'family', 'rights'] as const
const over = ['closed', 'referred', 'crisis', 'withdrawn'] as const

/**
 * 家庭教育指导咨询 — L063, L067; processes 4.2. A matter of one parent: the other parent's is a record of its own, and neither
 * learns of the other's. Danger first: a positive answer leaves guidance for protection.
 */
export const familyConsult = defineProgramme({
  id: 'family-consult',
  version: 1,
  kind: 'case',
  service: 'education',
  series: 'JE',
  label: { zh: '家庭教育咨询', en: 'Guidance consultation' },
  short: { zh: '家教咨询', en: 'Guidance' },
  noun: { zh: '件', en: 'consultation' },
  help: {
    zh: '家长来咨询就记一件，可以用化名。当天先问三道安全题，有一道“是”就停下来走帮助。父母分开来的，各记各的，互相看不到。不写孩子姓名，不收费。',
    en: 'One record for a parent who asks, under an alias if she likes. Three questions of safety on the same day; one yes stops guidance for help. Two parents are two records that neither sees. No child’s name; free.',
  },
  sources: ['L063', 'L067', 'processes 4.2', 'D08', 'R-EDU-02'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: consultFields,
  title: 'topic',
  dated: 'askedOn',
  parentField: 'place',
  opens: ['topic', 'askedOn', 'place', 'parent', 'alias', 'ageBand', 'stage', 'problems', 'lasting', 'told'],
  states: {
    asked: { zh: '待分诊', en: 'Asked' },
    triaged: { zh: '待预约', en: 'To be booked' },
    booked: { zh: '已预约', en: 'Booked' },
    guiding: { zh: '指导中', en: 'In guidance' },
    ended: { zh: '待回访', en: 'To be followed up' },
    closed: { zh: '已办结', en: 'Closed' },
    referred: { zh: '已转介', en: 'Referred' },
    crisis: { zh: '转保护', en: 'Handed to protection' },
    withdrawn: { zh: '本人撤回', en: 'Withdrawn' },
  },
  initial: 'asked',
  editableIn: ['asked', 'triaged'],
  silentIn: ['withdrawn'],
  checks: {
    noDanger: {
      label: { zh: '三道安全题都问过，都是“否”', en: 'All three questions of safety asked, all no' },
      rule: 'R-MED-11',
      met: ({ history }) => lastDanger(history) !== undefined && !isDanger(lastDanger(history)),
    },
    danger: {
      label: { zh: '有一道安全题是“是”', en: 'A question of safety was answered yes' },
      rule: 'D08',
      met: ({ history }) => isDanger(lastDanger(history)),
    },
    agreed: {
      label: {
        zh: '家长知情同意；不满十四岁的孩子参加，监护人同意',
        en: 'She agrees; a guardian agrees for a child under 14',
      },
      rule: 'processes 4.2',
      met: ({ answers }) => answers.consent === true && answers.childConsent !== 'refused',
    },
  },
  actions: {
    screen: {
      label: { zh: '问三道安全题', en: 'Ask the three questions of safety' },
      from: ['asked', 'triaged', 'booked', 'guiding', 'ended'],
      to: 'same',
      by: hands,
      asks: safetyQuestions,
      tone: 'safety',
    },
    triage: {
      label: { zh: '问过安全，可以指导', en: 'Safe to guide' },
      from: ['asked'],
      to: 'triaged',
      by: hands,
      needs: ['noDanger'],
      tone: 'main',
    },
    stop: {
      label: { zh: '有危险，停下来走保护', en: 'Danger: hand to protection' },
      from: ['asked', 'triaged', 'booked', 'guiding', 'ended'],
      to: 'crisis',
      by: hands,
      needs: ['danger'],
      starts: fromCrisis,
      tells: ['rights'],
      tone: 'safety',
    },
    book: {
      label: { zh: '约时间', en: 'Book' },
      from: ['triaged', 'booked'],
      to: 'booked',
      by: hands,
      fills: ['bookedFor', 'consent', 'childConsent'],
      needs: ['agreed'],
      tone: 'main',
    },
    guide: {
      label: { zh: '记一次指导', en: 'Record a session' },
      from: ['booked', 'guiding'],
      to: 'guiding',
      by: hands,
      asks: session,
      tone: 'main',
    },
    end: {
      label: { zh: '结束指导', en: 'End guidance' },
      from: ['guiding'],
      to: 'ended',
      by: hands,
      asks: ending,
    },
    follow: {
      label: { zh: '回访过了，办结', en: 'Followed up: close' },
      from: ['ended'],
      to: 'closed',
      by: hands,
      tone: 'main',
    },
    again: { label: { zh: '还要指导', en: 'More guidance' }, from: ['ended'], to: 'guiding', by: hands, reason: true },
    refer: {
      label: { zh: '转介', en: 'Refer' },
      from: ['triaged', 'booked', 'guiding', 'ended'],
      to: 'referred',
      by: hands,
      asks: referring,
    },
    withdraw: {
      label: { zh: '本人不来了', en: 'She withdraws' },
      from: ['asked', 'triaged', 'booked'],
      to: 'withdrawn',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    triage: {
      label: { zh: '当天问安全', en: 'Ask of safety the same day' },
      from: 'asked',
      until: ['triaged', ...over],
      within: calendarDays(0),
      legal: false,
      rule: 'processes 4.2',
    },
    book: {
      label: { zh: '约时间', en: 'Book' },
      from: 'triaged',
      until: ['booked', ...over],
      within: workingDays(5),
      legal: false,
      rule: 'processes 4.2',
    },
    follow: {
      label: { zh: '回访', en: 'Follow up' },
      from: 'ended',
      until: ['guiding', ...over],
      within: calendarDays(30),
      legal: false,
      rule: 'processes 4.2',
      remindBefore: [3],
    },
  },
  documents: { 'consult-consent': consultConsent },
  measures: {
    consultations: flow('item', {
      label: { zh: '家庭教育咨询', en: 'Consultations' },
      includes: '登记的咨询，一件一次，按咨询日期，含化名；父母各咨询的各算一件',
      excludes: '本人撤回；集中咨询（看家庭教育活动）',
    }),
    sessions: flow('person-time', {
      label: { zh: '个案指导人次', en: 'Sessions of guidance' },
      includes: '做过的指导，一次一人次，按指导日期',
      excludes: '约了没来；电话预约',
    }),
    parents: flow('person', {
      label: { zh: '咨询家长（实名）', en: 'Distinct parents' },
      includes: '期间内留了身份的家长，按人去重',
      excludes: '用化名的',
    }),
  },
  counts: ({ state, on, answers, history }, count) => {
    if (state === 'withdrawn') return []
    return [
      count.one('consultations', on),
      answers.parent !== undefined && count.person('parents', on, answers.parent),
      ...history.flatMap((done) => (done.action === 'guide' ? [count.many('sessions', 1, done.on, 'A')] : [])),
    ]
  },
})
