import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { servedYears, usedSpans } from './room-use.ts'

/** 婚姻家庭纠纷调解室 — L101; figure F036. 人民调解法 art. 8, 9, 34; R-MED-02. */
export const mediationRoom = defineProgramme({
  id: 'mediation-room',
  version: 1,
  kind: 'place',
  service: 'rights',
  label: { zh: '婚调室', en: 'Mediation room' },
  short: { zh: '婚调室', en: 'Rooms' },
  noun: { zh: '个', en: 'room' },
  help: {
    zh: '每个苏木乡镇（街道）的调解室。要写明属于哪个调解委员会；没有委员会的不能出人民调解协议书。',
    en: 'The mediation rooms of townships and streets, each under its committee.',
  },
  sources: ['L101', 'L110', 'F036', 'F048', 'R-MED-02'],

  access: { see: ['chair', 'rights', 'mediator', 'organisation', 'statistician'], create: ['chair', 'rights'] },
  fields: {
    name: field.text({ label: { zh: '名称', en: 'Name' }, class: 'P1', required: true, min: 2, max: 60 }),
    setUpOn: field.day({ label: { zh: '建立日期', en: 'Set up on' }, class: 'P1', required: true, past: true }),
    address: field.text({ label: { zh: '地址', en: 'Address' }, class: 'P1', max: 120 }),
    committee: field.text({ label: { zh: '所属人民调解委员会', en: 'Committee' }, class: 'P1', max: 80 }),
    filedOn: field.day({
      label: { zh: '司法局备案日期', en: 'Filed with the justice bureau' },
      class: 'P1',
      past: true,
    }),
    members: field.integer({
      label: { zh: '委员人数', en: 'Committee members' },
      class: 'P1',
      min: 3,
      max: 9,
      help: { zh: '三至九人，须有女性委员。', en: 'Three to nine, women among them.' },
    }),
    women: field.integer({ label: { zh: '其中女性委员', en: 'Women among them' }, class: 'P1', max: 9 }),
    filing: field.text({ label: { zh: '备案号', en: 'Filing no.' }, class: 'P1', max: 60 }),
    termTo: field.day({ label: { zh: '本届任期至', en: 'Term ends' }, class: 'P1' }),
    openHours: field.text({ label: { zh: '开放时间', en: 'Open hours' }, class: 'P1', max: 80 }),
  },
  title: 'name',
  dated: 'setUpOn',
  opens: ['name', 'setUpOn', 'address', 'committee', 'filedOn', 'members', 'women', 'filing', 'termTo', 'openHours'],
  states: { open: { zh: '开放', en: 'Open' }, closed: { zh: '已撤销', en: 'Closed' } },
  initial: 'open',
  editableIn: ['open'],
  checks: {
    committee: {
      label: { zh: '委员三至九人，有女性委员', en: 'Three to nine members, women among them' },
      rule: 'R-MED-02',
      met: ({ answers: { committee, members = 0, women = 0 } }) =>
        Boolean(committee) && members >= 3 && members <= 9 && women >= 1 && women <= members,
    },
  },
  actions: {
    appoint: {
      label: { zh: '登记本届委员会', en: 'Register the committee of this term' },
      from: ['open'],
      to: 'same',
      by: ['chair', 'rights'],
      fills: ['committee', 'members', 'women', 'filedOn', 'filing', 'termTo'],
      needs: ['committee'],
      tone: 'main',
    },
    use: {
      label: { zh: '近期有办件或活动', en: 'A case or activity lately' },
      from: ['open'],
      to: 'same',
      by: ['chair', 'rights', 'mediator'],
    },
    serve: {
      label: { zh: '参加公益服务行动', en: 'Takes part in the service action' },
      from: ['open'],
      to: 'same',
      by: ['chair', 'rights', 'mediator'],
    },
    close: { label: { zh: '撤销', en: 'Close' }, from: ['open'], to: 'closed', by: ['chair', 'rights'], reason: true },
  },
  clocks: {
    // Three years, or to the day the term ends (人民调解法 第九条).
    term: {
      label: { zh: '委员会换届', en: 'A new committee' },
      after: ['appoint'],
      done: ['appoint'],
      until: ['closed'],
      within: calendarMonths(36),
      dueField: 'termTo',
      legal: true,
      law: '《人民调解法》第九条',
      rule: 'R-MED-02',
      remindBefore: [60, 30],
    },
  },
  measures: {
    active: stock('place', {
      label: { zh: '近一年有使用的婚调室', en: 'Rooms in use' },
      aliases: ['活跃婚调室'],
      includes: '最近十二个月内有办件或活动的开放调解室',
      excludes: '十二个月没有使用的；已撤销',
    }),
    serving: flow('place', {
      label: { zh: '参加公益服务行动的调解室', en: 'Rooms in the service action' },
      aliases: ['千个家庭矛盾纠纷调解室公益服务行动'],
      includes: '当年参加公益服务行动的调解室，一室一年一次',
      excludes: '同一年再次参加；已撤销',
    }),
    open: stock('place', {
      label: { zh: '婚调室', en: 'Mediation rooms' },
      aliases: ['婚调室', '调解室'],
      includes: '当日开放的调解室',
      excludes: '已撤销；调解委员会',
    }),
  },
  counts: (room, count) => {
    const closed = room.state === 'closed' ? room.reached.closed : undefined
    const used = usedSpans(room.history, closed)
    return [
      count.one('open', room.on),
      closed && count.gone('open', closed),
      ...used.flatMap(({ from, to }) => [count.one('active', from), count.gone('active', to)]),
      ...servedYears(room.history).map((on) => count.one('serving', on)),
    ]
  },
})
