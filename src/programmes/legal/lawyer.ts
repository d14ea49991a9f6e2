import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { topics } from './topics.ts'

const hands = ['rights', 'chair'] as const

/** 公益律师 — L109; F047. Who is willing to go; that she went is counted by the clinics. */
export const lawyer = defineProgramme({
  id: 'lawyer',
  version: 1,
  kind: 'member',
  service: 'rights',
  label: { zh: '公益律师', en: 'Volunteer lawyer' },
  short: { zh: '律师', en: 'Lawyers' },
  noun: { zh: '人', en: 'lawyer' },
  help: {
    zh: '愿意下基层的律师。核对执业证后在册；证件每年年检，到期提醒。对律师不打分、不排名。',
    en: 'Lawyers willing to go to the grassroots, once their licence was checked. They are not scored or ranked.',
  },
  sources: ['L109', 'F047'],
  access: { see: [...hands, 'organisation', 'lawyer', 'statistician'], create: hands },
  fields: {
    name: field.text({ label: { zh: '称呼', en: 'Known as' }, class: 'P2', required: true, max: 60 }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    joinedOn: field.day({ label: { zh: '加入日期', en: 'Joined on' }, class: 'P1', required: true, past: true }),
    licence: field.text({
      label: { zh: '执业证号', en: 'Licence number' },
      class: 'P2',
      required: true,
      max: 17,
      help: { zh: '十七位数字。', en: 'Seventeen digits.' },
    }),
    firm: field.text({ label: { zh: '律师事务所', en: 'Firm' }, class: 'P1', required: true, max: 80 }),
    fields: field.choices(topics, { label: { zh: '擅长', en: 'Fields' }, class: 'P1' }),
    languages: field.choices(
      {
        mandarin: { zh: '普通话', en: 'Mandarin' },
        mongolian: { zh: '蒙古语', en: 'Mongolian' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '语言', en: 'Languages' }, class: 'P1' },
    ),
    validTo: field.day({ label: { zh: '年检有效期至', en: 'Licence checked to' }, class: 'P1', required: true }),
  },
  title: 'name',
  dated: 'joinedOn',
  personField: 'person',
  opens: ['name', 'person', 'joinedOn', 'licence', 'firm', 'fields', 'languages'],
  states: {
    applied: { zh: '待核对', en: 'Applied' },
    active: { zh: '在册', en: 'Registered' },
    suspended: { zh: '暂停', en: 'Suspended' },
    left: { zh: '已退出', en: 'Left' },
  },
  initial: 'applied',
  editableIn: ['applied', 'active', 'suspended'],
  checks: {
    licenceFits: {
      label: { zh: '执业证号是十七位数字', en: 'The licence number has seventeen digits' },
      rule: 'L109',
      met: ({ answers }) => /^\d{17}$/.test(answers.licence ?? ''),
    },
    inDate: {
      label: { zh: '年检在有效期内', en: 'The licence is in date' },
      rule: 'L109',
      met: ({ answers, today }) => today === undefined || (answers.validTo ?? '') >= today,
    },
  },
  actions: {
    verify: {
      label: { zh: '执业证已核对，在册', en: 'Licence checked: register' },
      from: ['applied'],
      to: 'active',
      by: hands,
      fills: ['validTo'],
      needs: ['licenceFits', 'inDate'],
      tone: 'main',
    },
    renew: {
      label: { zh: '已年检', en: 'Licence renewed' },
      from: ['active', 'suspended'],
      to: 'active',
      by: hands,
      fills: ['validTo'],
      needs: ['inDate'],
    },
    suspend: { label: { zh: '暂停', en: 'Suspend' }, from: ['active'], to: 'suspended', by: hands, reason: true },
    lapse: { label: { zh: '年检到期，暂停', en: 'Licence out of date' }, from: ['active'], to: 'suspended', by: [] },
    leave: {
      label: { zh: '退出', en: 'Leave' },
      from: ['applied', 'active', 'suspended'],
      to: 'left',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    licence: {
      label: { zh: '执业证年检', en: 'Licence to be renewed' },
      after: ['verify', 'renew'],
      until: ['suspended', 'left'],
      done: ['renew'],
      within: calendarDays(365),
      dueField: 'validTo',
      legal: false,
      rule: 'L109',
      remindBefore: [30, 7],
      expires: 'lapse',
    },
  },
  measures: {
    registered: stock('person', {
      label: { zh: '在册公益律师', en: 'Volunteer lawyers' },
      includes: '执业证已核对、未退出的律师，按人去重，含暂停',
      excludes: '待核对、已退出；下过基层的人数另计',
    }),
  },
  counts: ({ person, on, history, state, reached }, count) => {
    if (!person || !history.some((d) => d.to === 'active')) return []
    const left = state === 'left' ? reached.left : undefined
    return [count.person('registered', on, person), left && count.person('registered', left, person, -1)]
  },
})
