import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { harmAsked, harmReport } from '../../core/harm-report.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { weekendHands as hands } from './weekend-pair.ts'

const returned = {
  backAt: field.dateTime({ label: { zh: '几点送回', en: 'Brought back at' }, class: 'P1', required: true }),
  backTo: field.choice(
    {
      guardian: { zh: '交给监护人', en: 'To the guardian' },
      school: { zh: '交给学校', en: 'To the school' },
    },
    { label: { zh: '交给谁', en: 'To whom' }, class: 'P1', required: true },
  ),
}

/** “周末妈妈”一次陪伴 — L132; processes 3.2: who fetched, who was there, when back; asked after it. All of the child is sealed. */
export const weekendStay = defineProgramme({
  id: 'weekend-stay',
  version: 1,
  kind: 'case',
  service: 'volunteering',
  label: { zh: '“周末妈妈”陪伴', en: 'Weekend stay' },
  short: { zh: '陪伴', en: 'Stays' },
  noun: { zh: '次', en: 'stay' },
  help: {
    zh: '每次接送记一条：监护人这次知道、家里至少两名大人在、几点接几点送。送回三个工作日内问问孩子。一有不对马上停、马上报告。只数孩子人次，不计钟点。',
    en: 'One record a stay: the guardian knows of it, two adults at home, when fetched and brought back. The child is asked within three working days; anything wrong is reported at once.',
  },
  sources: ['L132', 'R-REP-01', 'R-VOL-07', 'R-PRI-03', 'D08', 'processes 3.2'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: {
    where: field.choice(
      {
        home: { zh: '志愿者家里', en: 'At her home' },
        out: { zh: '外出', en: 'Outside' },
        place: { zh: '儿童之家、活动室', en: 'At a children’s home' },
      },
      { label: { zh: '在哪里', en: 'Where' }, class: 'P1', required: true },
    ),
    fetchedOn: field.day({ label: { zh: '哪天接', en: 'Fetched on' }, class: 'P1', required: true, past: true }),
    pair: field.record('weekend-pair', { label: { zh: '哪一对', en: 'Pair' }, class: 'P1', required: true }),
    fetchedAt: field.dateTime({ label: { zh: '几点接', en: 'Fetched at' }, class: 'P1', required: true }),
    guardianKnows: field.yesNo({
      label: { zh: '监护人知道并同意这一次', en: 'The guardian agrees to this stay' },
      class: 'P1',
      required: true,
    }),
    adults: field.integer({
      label: { zh: '在场的大人', en: 'Adults there' },
      class: 'P1',
      required: true,
      max: 20,
      unitLabel: { zh: '人', en: 'people' },
    }),
    ...returned,
  },
  title: 'where',
  dated: 'fetchedOn',
  parentField: 'pair',
  opens: ['where', 'fetchedOn', 'pair', 'fetchedAt', 'guardianKnows', 'adults'],
  states: {
    planned: { zh: '待接', en: 'To be fetched' },
    away: { zh: '已接走', en: 'Fetched' },
    back: { zh: '已送回', en: 'Brought back' },
    asked: { zh: '已回访', en: 'Asked after' },
    halted: { zh: '已叫停', en: 'Stopped' },
    off: { zh: '没有去', en: 'Called off' },
  },
  initial: 'planned',
  editableIn: ['planned', 'away'],
  checks: {
    guardianKnows: {
      label: { zh: '监护人知道并同意', en: 'The guardian agrees' },
      rule: 'R-PRI-03',
      met: ({ answers }) => answers.guardianKnows === true,
    },
    twoAdults: {
      label: { zh: '至少两名大人在场', en: 'Two adults there' },
      rule: 'R-VOL-07',
      met: ({ answers }) => (answers.adults ?? 0) >= 2,
    },
    inOrder: {
      label: { zh: '送回在接走之后', en: 'Back after it was fetched' },
      rule: 'L132',
      met: ({ answers: { fetchedAt = '', backAt = '' } }) => Date.parse(backAt) > Date.parse(fetchedAt),
    },
  },
  actions: {
    fetch: {
      label: { zh: '接走了', en: 'Fetched' },
      from: ['planned'],
      to: 'away',
      by: hands,
      needs: ['guardianKnows', 'twoAdults'],
      tone: 'main',
    },
    bring: {
      label: { zh: '送回了', en: 'Brought back' },
      from: ['away'],
      to: 'back',
      by: hands,
      fills: ['backAt', 'backTo'],
      needs: ['inOrder'],
      tone: 'main',
    },
    ask: {
      label: { zh: '问过孩子了', en: 'The child was asked' },
      from: ['back'],
      to: 'asked',
      by: hands,
      asks: {
        content: field.yesNo({ label: { zh: '孩子愿意再去', en: 'Would go again' }, class: 'P4', required: true }),
        ...harmAsked,
      },
      starts: harmReport,
      tone: 'main',
    },
    halt: {
      label: { zh: '有不对：马上停', en: 'Something is wrong: stop now' },
      from: ['planned', 'away', 'back'],
      to: 'halted',
      by: hands,
      asks: harmAsked,
      starts: harmReport,
      tone: 'safety',
    },
    callOff: { label: { zh: '没有去', en: 'Called off' }, from: ['planned'], to: 'off', by: hands, reason: true },
  },
  clocks: {
    bring: {
      label: { zh: '送回孩子', en: 'Bring the child back' },
      from: 'away',
      until: ['back', 'halted'],
      within: calendarDays(2),
      legal: false,
      rule: 'L132',
    },
    ask: {
      label: { zh: '问问孩子', en: 'Ask the child' },
      from: 'back',
      until: ['asked', 'halted'],
      within: workingDays(3),
      legal: false,
      rule: 'L132',
    },
  },
  measures: {
    stays: flow('session', {
      label: { zh: '“周末妈妈”陪伴', en: 'Weekend stays' },
      unitLabel: { zh: '次', en: 'stays' },
      includes: '接走了的陪伴，一次一条，按接走那天',
      excludes: '没有去的；服务队的场次和时长',
    }),
    children: flow('person-time', {
      label: { zh: '“周末妈妈”陪伴孩子人次', en: 'Children at weekend stays' },
      includes: '接走了的孩子，一次一人次，只数人头',
      excludes: '儿童活动的孩子（另计）',
    }),
  },
  counts: ({ on, history }, count) =>
    history.some((done) => done.action === 'fetch') ? [count.one('stays', on), count.many('children', 1, on, 'A')] : [],
})
