import { atOnce, calendarDays, hours, workingDays } from '../../core/clock.ts'
import { flow, rate } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { helpRecord } from './documents/help-record.ts'
import { registerSheet } from './documents/register-sheet.ts'
import { contactFields } from './fields.ts'
import {
  adviceGiven,
  categoryChosen,
  inDanger,
  namelessIfAnonymous,
  noViolenceTold,
  ofViolence,
  policeKnows,
  screened,
  suspected,
  timeFits,
  violenceCaredFor,
} from './gates.ts'
import { contactSteps } from './steps.ts'

const times = { zh: '件次', en: 'contacts' }
const channelMeasure = (label: { zh: string; en: string }) =>
  flow('item', { label, unitLabel: times, includes: '按来电来访日期，一次算一件次', excludes: '两人确认的骚扰电话' })

/** 12338妇女维权热线: one call, visit, letter or message — L100; processes 1.2–1.6; rules R-DV-02, R-DV-03, R-REP-01, D33, D34. */
export const hotlineContact = defineProgramme({
  id: 'hotline-contact',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'RX',
  label: { zh: '12338热线', en: '12338 hotline' },
  short: { zh: '热线', en: 'Hotline' },
  noun: { zh: '件次', en: 'contact' },
  help: {
    zh: '先问安全再问事情；九题没有答完，不能结束。只有接线员和本级权益岗看得到内容，上级只看到件次。',
    en: 'Safety before anything else; a call cannot be ended with questions open. Only its handlers and the own rights post see it.',
  },
  sources: ['L100', 'F036', 'R-DV-02', 'R-DV-03', 'R-REP-01', 'D33', 'D34'],
  confidential: true,
  access: { see: ['operator', 'rights'], create: ['operator', 'rights'] },

  fields: contactFields,
  title: 'topic',
  dated: 'receivedOn',

  states: {
    new: { zh: '新来电', en: 'New' },
    answered: { zh: '已答复', en: 'Answered' },
    'closed-advice': { zh: '答复后办结', en: 'Closed with advice' },
    'to-case': { zh: '已转个案', en: 'Made a case' },
    transferred: { zh: '已转接', en: 'Transferred' },
    nuisance: { zh: '骚扰电话', en: 'Nuisance' },
  },
  initial: 'new',

  checks: {
    screened: { label: { zh: '危险九题已答完', en: 'Nine questions answered' }, rule: 'processes 1.3', met: screened },
    categoryChosen: { label: { zh: '选了类别', en: 'Category chosen' }, rule: 'processes 1.2', met: categoryChosen },
    adviceGiven: { label: { zh: '写了答复', en: 'Advice written' }, rule: 'processes 1.2', met: adviceGiven },
    timeFits: { label: { zh: '日期和时间一致', en: 'Day and time agree' }, rule: 'processes 1.3', met: timeFits },
    nameless: {
      label: { zh: '不留名的没有写姓名电话', en: 'Anonymous stays anonymous' },
      rule: 'processes 1.3',
      met: namelessIfAnonymous,
    },
    danger: { label: { zh: '评估出紧急危险', en: 'Danger was found' }, rule: 'D33', met: inDanger },
    policeKnows: {
      label: { zh: '紧急危险已告知110，或已核实眼下安全', en: '110 told, or safe for now made sure' },
      rule: 'D33',
      met: policeKnows,
    },
    violenceCaredFor: {
      label: { zh: '家暴求助已转个案、转介，或记了本人意愿', en: 'Violence: a case, a referral, or her own wish' },
      rule: 'R-DV-02',
      met: violenceCaredFor,
    },
    noViolence: { label: { zh: '没有说到家庭暴力', en: 'No violence was told' }, rule: 'R-DV-02', met: noViolenceTold },
    suspected: { label: { zh: '已有人标记疑似', en: 'Somebody marked it' }, rule: 'processes 1.2', met: suspected },
    narrativeWritten: {
      label: { zh: '写了她的原话', en: 'Her words written' },
      rule: 'processes 1.3',
      met: (contact) => contact.answers.narrative !== undefined,
    },
  },

  actions: contactSteps,

  clocks: {
    police: {
      label: { zh: '紧急危险告知110', en: 'Danger: tell 110' },
      after: ['alarm'],
      done: ['tell110', 'allClear'],
      until: ['nuisance'],
      within: atOnce,
      legal: false,
      rule: 'D33',
    },
    respondDanger: {
      label: { zh: '紧急求助首次答复', en: 'First answer in danger' },
      after: ['alarm'],
      until: ['answered', 'nuisance'],
      done: ['tell110', 'allClear'],
      within: hours(1),
      legal: false,
      rule: 'D34',
    },
    respond: {
      label: { zh: '首次答复', en: 'First answer' },
      from: 'new',
      until: ['answered', 'nuisance'],
      within: workingDays(1),
      legal: false,
      rule: 'D34',
    },
    callback: {
      label: { zh: '按约回电', en: 'Call back as agreed' },
      after: ['promise'],
      done: ['callback'],
      until: ['nuisance'],
      within: calendarDays(1),
      dueField: 'callbackOn',
      legal: false,
      rule: 'processes 1.2',
    },
  },

  documents: { 'help-record': helpRecord, 'register-sheet': registerSheet },

  measures: {
    contacts: channelMeasure({ zh: '来电来访', en: 'Contacts' }),
    calls: channelMeasure({ zh: '12338来电', en: 'Calls' }),
    visits: channelMeasure({ zh: '来访', en: 'Visits' }),
    letters: channelMeasure({ zh: '来信', en: 'Letters' }),
    online: channelMeasure({ zh: '网络求助', en: 'Online' }),
    passed: channelMeasure({ zh: '转办移送', en: 'Passed on' }),
    answered: flow('item', {
      label: { zh: '已答复', en: 'Answered' },
      unitLabel: times,
      includes: '首次答复的件次，按最近一次答复日期',
      excludes: '未答复；骚扰电话',
    }),
    violence: flow('item', {
      label: { zh: '涉及家庭暴力', en: 'Violence' },
      unitLabel: times,
      includes: '类别为家庭暴力，或说到暴力危险迹象',
      excludes: '骚扰电话',
    }),
    danger: flow('item', {
      label: { zh: '紧急危险', en: 'Danger now' },
      unitLabel: times,
      includes: '动过凶器、掐脖、扬言杀人任一项答有',
      excludes: '骚扰电话',
    }),
    toCase: flow('item', {
      label: { zh: '转为个案', en: 'Made a case' },
      includes: '由来电来访转成的维权个案',
      excludes: '直接登记的个案',
    }),
    women: flow('person', {
      label: { zh: '帮助妇女（实名）', en: 'Women helped, identified' },
      includes: '已答复、本人同意建档的当事妇女，按人去重',
      excludes: '匿名和未建档的，另列件次',
    }),
    unidentified: flow('item', {
      label: { zh: '帮助妇女（未建档）', en: 'Women helped, not identified' },
      unitLabel: times,
      includes: '已答复而匿名或未建档的件次，不折算成人',
      excludes: '已建档的；骚扰电话',
    }),
    violenceShare: rate('violence', ['contacts'], {
      label: { zh: '家暴占比', en: 'Share of violence' },
      includes: '涉及家庭暴力 ÷ 来电来访',
      excludes: '骚扰电话',
    }),
  },

  counts: (contact, count) => {
    const { answers, on, reached, state } = contact
    if (state === 'nuisance') return []
    const answeredOn = reached.answered
    return [
      count.one('contacts', on),
      count.one(byChannel[answers.channel ?? 'hotline'], on),
      ofViolence(contact) && count.one('violence', on),
      inDanger(contact) && count.one('danger', on),
      answeredOn && count.one('answered', answeredOn),
      reached['to-case'] && count.one('toCase', reached['to-case']),
      answeredOn && answers.woman !== undefined && count.person('women', answeredOn, answers.woman),
      answeredOn && answers.woman === undefined && count.one('unidentified', answeredOn),
    ]
  },
})

const byChannel = {
  hotline: 'calls',
  visit: 'visits',
  letter: 'letters',
  online: 'online',
  superior: 'passed',
  screening: 'passed',
  court: 'passed',
  agency: 'passed',
} as const
