import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { training } from './mediator-forms.ts'

const keepers = ['chair', 'rights'] as const

/** 调解员（和姐） — L101, L103. 人民调解法 第十三、十四条. She serves at a room; nobody is rated or ranked. */
export const mediatorMember = defineProgramme({
  id: 'mediator',
  version: 1,
  kind: 'member',
  service: 'rights',
  label: { zh: '调解员', en: 'Mediator' },
  short: { zh: '调解员', en: 'Mediators' },
  noun: { zh: '人', en: 'mediator' },
  help: {
    zh: '调解员由委员会推选或聘任，任期三年，到期前提醒。培训记学时，不打分、不排名。',
    en: 'Elected or appointed for three years; a reminder comes before the end. Hours of training, no marks, no ranking.',
  },
  sources: ['L101', 'L103', 'R-MED-02', 'R-MED-04'],
  access: { see: ['chair', 'rights', 'mediator', 'organisation', 'statistician'], create: keepers },
  fields: {
    name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, max: 60 }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    appointedOn: field.day({ label: { zh: '受聘日期', en: 'Appointed on' }, class: 'P1', required: true, past: true }),
    room: field.record('mediation-room', { label: { zh: '婚调室', en: 'Room' }, class: 'P1' }),
    source: field.choice(
      {
        elected: { zh: '推选', en: 'Elected' },
        appointed: { zh: '聘任', en: 'Appointed' },
        volunteer: { zh: '志愿', en: 'Volunteer' },
        lawyer: { zh: '律师', en: 'Lawyer' },
        retired: { zh: '退休法官、检察官、民警、教师等', en: 'Retired judge, officer, teacher' },
      },
      { label: { zh: '来源', en: 'Source' }, class: 'P1', required: true },
    ),
    fullTime: field.yesNo({ label: { zh: '专职', en: 'Full time' }, class: 'P1' }),
    languages: field.choices(
      {
        chinese: { zh: '国家通用语言', en: 'Standard Chinese' },
        mongolian: { zh: '蒙古语', en: 'Mongolian' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '能用的语言', en: 'Languages' }, class: 'P1' },
    ),
    termTo: field.day({ label: { zh: '任期至', en: 'Term ends' }, class: 'P1' }),
  },
  title: 'name',
  dated: 'appointedOn',
  personField: 'person',
  parentField: 'room',

  states: {
    serving: { zh: '在任', en: 'Serving' },
    paused: { zh: '暂不接案', en: 'Takes no cases' },
    left: { zh: '已离任', en: 'Left' },
  },
  initial: 'serving',
  editableIn: ['serving', 'paused'],
  actions: {
    train: {
      label: { zh: '记培训', en: 'Record training' },
      from: ['serving', 'paused'],
      to: 'same',
      by: ['chair', 'rights', 'mediator'],
      asks: training,
      tone: 'main',
    },
    renew: {
      label: { zh: '续聘', en: 'Appoint again' },
      from: ['serving', 'paused'],
      to: 'same',
      by: keepers,
      fills: ['termTo'],
    },
    pause: { label: { zh: '暂不接案', en: 'Pause' }, from: ['serving'], to: 'paused', by: keepers, reason: true },
    resume: { label: { zh: '恢复', en: 'Resume' }, from: ['paused'], to: 'serving', by: keepers },
    leave: {
      label: { zh: '离任', en: 'Leave' },
      from: ['serving', 'paused'],
      to: 'left',
      by: keepers,
      reason: true,
    },
  },
  clocks: {
    term: {
      label: { zh: '任期届满，续聘或离任', en: 'Term ends: appoint again or leave' },
      from: 'serving',
      after: ['renew'],
      done: ['renew'],
      until: ['left'],
      within: calendarMonths(36),
      dueField: 'termTo',
      legal: true,
      law: '《人民调解法》第九条',
      rule: 'R-MED-02',
      remindBefore: [60, 30],
    },
  },
  measures: {
    serving: stock('person', {
      label: { zh: '调解员', en: 'Mediators' },
      aliases: ['和姐', '家事调解员'],
      includes: '在任的调解员，按人去重，含暂不接案',
      excludes: '已离任',
    }),
    hours: flow('item', {
      label: { zh: '培训学时', en: 'Hours of training' },
      unitLabel: { zh: '学时', en: 'hours' },
      includes: '调解员参加培训的学时',
      excludes: '自学',
    }),
  },
  counts: (member, count) => {
    if (!member.person) return []
    const left = member.state === 'left' ? member.reached.left : undefined
    return [
      count.person('serving', member.on, member.person),
      left && count.person('serving', left, member.person, -1),
      ...member.history
        .filter((done) => done.action === 'train')
        .map((done) => count.many('hours', Number(done.answers.hours ?? 0), done.on, 'A')),
    ]
  },
})
