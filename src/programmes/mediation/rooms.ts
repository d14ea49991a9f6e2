import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

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
  sources: ['L101', 'F036', 'F048', 'R-MED-02'],

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
    openHours: field.text({ label: { zh: '开放时间', en: 'Open hours' }, class: 'P1', max: 80 }),
  },
  title: 'name',
  dated: 'setUpOn',
  states: { open: { zh: '开放', en: 'Open' }, closed: { zh: '已撤销', en: 'Closed' } },
  initial: 'open',
  editableIn: ['open'],
  actions: {
    close: { label: { zh: '撤销', en: 'Close' }, from: ['open'], to: 'closed', by: ['chair', 'rights'], reason: true },
  },
  measures: {
    open: stock('place', {
      label: { zh: '婚调室', en: 'Mediation rooms' },
      aliases: ['婚调室', '调解室'],
      includes: '当日开放的调解室',
      excludes: '已撤销；调解委员会',
    }),
  },
  counts: (room, count) => {
    const closed = room.state === 'closed' ? room.reached.closed : undefined
    return [count.one('open', room.on), closed && count.gone('open', closed)]
  },
})
