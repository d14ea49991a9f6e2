import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { services } from './services.ts'

/** 巾帼志愿者 — L130, L133; figure F099. One record per woman; she may serve with several teams. Processes 3.2. */
export const volunteer = defineProgramme({
  id: 'volunteer',
  version: 1,
  kind: 'member',
  service: 'volunteering',
  label: { zh: '巾帼志愿者', en: 'Volunteer' },
  short: { zh: '志愿者', en: 'Volunteers' },
  noun: { zh: '人', en: 'volunteer' },
  help: {
    zh: '本人自愿登记，核对证件后成为注册志愿者。一人只登记一次，可以参加几支队。',
    en: 'She registers of her own will; after her document is checked she is a registered volunteer.',
  },
  sources: ['L130', 'L133', 'F099', 'R-VOL-01'],

  access: {
    see: ['chair', 'organisation', 'family', 'volunteer-leader', 'statistician'],
    create: ['chair', 'organisation', 'volunteer-leader'],
  },
  fields: {
    name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, min: 1, max: 60 }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    joinedOn: field.day({ label: { zh: '登记日期', en: 'Registered on' }, class: 'P1', required: true, past: true }),
    team: field.record('volunteer-team', { label: { zh: '所在服务队', en: 'Team' }, class: 'P1' }),
    services: field.choices(services, { label: { zh: '愿意做的', en: 'Willing to do' }, class: 'P1' }),
    skills: field.text({ label: { zh: '特长', en: 'Skills' }, class: 'P2', max: 200 }),
    freeTimes: field.text({ label: { zh: '方便的时间', en: 'Free times' }, class: 'P2', max: 120 }),
  },
  title: 'name',
  dated: 'joinedOn',
  personField: 'person',
  parentField: 'team',

  states: {
    applied: { zh: '待核对', en: 'Applied' },
    active: { zh: '在册', en: 'Registered' },
    suspended: { zh: '暂停', en: 'Suspended' },
    left: { zh: '已退出', en: 'Left' },
  },
  initial: 'applied',
  editableIn: ['applied', 'active', 'suspended'],
  actions: {
    verify: {
      label: { zh: '证件已核对，注册', en: 'Document checked: register' },
      from: ['applied'],
      to: 'active',
      by: ['chair', 'organisation'],
      reach: 'below',
      tone: 'main',
    },
    suspend: {
      label: { zh: '暂停', en: 'Suspend' },
      from: ['active'],
      to: 'suspended',
      by: ['chair', 'organisation'],
      reason: true,
    },
    resume: { label: { zh: '恢复', en: 'Resume' }, from: ['suspended'], to: 'active', by: ['chair', 'organisation'] },
    leave: {
      label: { zh: '本人退出', en: 'Leave' },
      from: ['applied', 'active', 'suspended'],
      to: 'left',
      by: ['chair', 'organisation', 'volunteer-leader'],
      reason: true,
    },
  },
  clocks: {
    verify: {
      label: { zh: '核对证件，答复本人', en: 'Check the document and answer her' },
      from: 'applied',
      until: ['active', 'left'],
      within: workingDays(3),
      legal: false,
      rule: 'processes 3.2',
    },
  },
  measures: {
    registered: stock('person', {
      label: { zh: '注册志愿者', en: 'Registered volunteers' },
      aliases: ['注册巾帼志愿者', '巾帼志愿者'],
      includes: '证件已核对、未退出的志愿者，按人去重，含暂停',
      excludes: '待核对、已退出',
    }),
  },
  counts: (member, count) => {
    const verified = member.history.some((done) => done.to === 'active')
    if (!verified || !member.person) return []
    const left = member.state === 'left' ? member.reached.left : undefined
    return [
      count.person('registered', member.on, member.person),
      left && count.person('registered', left, member.person, -1),
    ]
  },
})
