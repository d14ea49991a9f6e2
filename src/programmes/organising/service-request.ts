import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { above, readers } from './posts.ts'

const takers = ['chair', 'organisation', 'family', 'rights', 'volunteer-leader'] as const

/** 行走的妇女之家点单 — L145; processes 3.2. A village asks, a team comes, the asker says it came. */
export const serviceRequest = defineProgramme({
  id: 'service-request',
  version: 1,
  kind: 'case',
  service: 'organising',
  series: 'DD',
  label: { zh: '行走的妇女之家点单', en: 'Mobile home: requests' },
  short: { zh: '点单', en: 'Requests' },
  noun: { zh: '单', en: 'request' },
  help: {
    zh: '嘎查、社区、牧区点定居点想要什么服务，点一单。旗县两天内答应或说明理由、给出别的办法；约好时间去；服务完由点单的人确认。',
    en: 'A village or herders’ camp asks for a service. The banner agrees or says why not and what else; a day is set; who asked confirms it.',
  },
  sources: ['L145', 'processes 3.2'],
  access: { see: [...readers, 'volunteer-leader'], create: takers },
  fields: {
    wish: field.text({
      label: { zh: '想要什么服务', en: 'What is wanted' },
      class: 'P1',
      required: true,
      min: 2,
      max: 60,
    }),
    askedOn: field.day({ label: { zh: '点单日期', en: 'Asked on' }, class: 'P1', required: true, past: true }),
    kind: field.choice(
      {
        health: { zh: '义诊、健康', en: 'Health' },
        law: { zh: '法律、维权', en: 'Law' },
        family: { zh: '家庭教育', en: 'Family education' },
        skills: { zh: '技能培训', en: 'Skills' },
        policy: { zh: '政策宣讲', en: 'Policy' },
        culture: { zh: '文艺演出', en: 'Culture' },
        daily: { zh: '理发、缝补等便民', en: 'Everyday help' },
      },
      { label: { zh: '哪一类', en: 'Kind' }, class: 'P1', required: true },
    ),
    where: field.text({ label: { zh: '到哪里', en: 'Where' }, class: 'P1', required: true, max: 80 }),
    people: field.integer({
      label: { zh: '大约多少人', en: 'About how many' },
      class: 'P1',
      max: 2000,
      unitLabel: { zh: '人', en: 'people' },
    }),
    wishedOn: field.day({ label: { zh: '希望哪天', en: 'Wished for' }, class: 'P1' }),
    goesOn: field.day({ label: { zh: '约定日期', en: 'Agreed day' }, class: 'P1', required: true }),
    team: field.text({ label: { zh: '哪支队去', en: 'Team' }, class: 'P1', required: true, max: 80 }),
    served: field.integer({
      label: { zh: '服务', en: 'Served' },
      class: 'P1',
      required: true,
      max: 2000,
      unitLabel: { zh: '人次', en: 'attendances' },
    }),
    servedBy: field.choice(
      { sheet: { zh: '清点，有签到表', en: 'Counted, with sheet' }, estimate: { zh: '估计', en: 'Estimated' } },
      { label: { zh: '怎么数的', en: 'How counted' }, class: 'P1', required: true },
    ),
  },
  title: 'wish',
  dated: 'askedOn',
  opens: ['wish', 'askedOn', 'kind', 'where', 'people', 'wishedOn'],
  states: {
    requested: { zh: '待答应', en: 'Requested' },
    accepted: { zh: '待约时间', en: 'Accepted' },
    scheduled: { zh: '已约好', en: 'Scheduled' },
    served: { zh: '待确认', en: 'Served' },
    confirmed: { zh: '已确认', en: 'Confirmed' },
    declined: { zh: '去不了', en: 'Declined' },
    withdrawn: { zh: '不需要了', en: 'Withdrawn' },
  },
  initial: 'requested',
  editableIn: ['requested'],
  actions: {
    accept: {
      label: { zh: '答应', en: 'Accept' },
      from: ['requested'],
      to: 'accepted',
      by: takers,
      reach: 'below',
      at: above,
      tone: 'main',
    },
    decline: {
      label: { zh: '去不了，说明办法', en: 'Decline, with another way' },
      from: ['requested', 'accepted', 'scheduled'],
      to: 'declined',
      by: takers,
      reach: 'below',
      at: above,
      asks: {
        instead: field.text({
          label: { zh: '可以找谁、什么时候', en: 'What else' },
          class: 'P1',
          required: true,
          max: 300,
        }),
      },
      reason: true,
    },
    schedule: {
      label: { zh: '约好时间', en: 'Schedule' },
      from: ['accepted', 'scheduled'],
      to: 'scheduled',
      by: takers,
      reach: 'below',
      fills: ['goesOn', 'team'],
      tone: 'main',
    },
    serve: {
      label: { zh: '去过了', en: 'Served' },
      from: ['scheduled'],
      to: 'served',
      by: takers,
      reach: 'below',
      fills: ['served', 'servedBy'],
      tone: 'main',
    },
    confirm: {
      label: { zh: '点单的人确认', en: 'Confirm' },
      from: ['served'],
      to: 'confirmed',
      by: takers,
      asks: {
        content: field.choice(
          {
            yes: { zh: '满意', en: 'Content' },
            partly: { zh: '基本满意', en: 'Fairly' },
            no: { zh: '不满意', en: 'Not content' },
          },
          { label: { zh: '大家觉得（可以不答）', en: 'People find (optional)' }, class: 'P1' },
        ),
      },
      otherThan: ['serve'],
      tone: 'main',
    },
    withdraw: {
      label: { zh: '不需要了', en: 'Withdraw' },
      from: ['requested', 'accepted', 'scheduled'],
      to: 'withdrawn',
      by: takers,
      reason: true,
    },
  },
  clocks: {
    accept: {
      label: { zh: '答应或说明去不了', en: 'Accept or decline' },
      from: 'requested',
      until: ['accepted', 'declined', 'withdrawn'],
      within: workingDays(2),
      legal: false,
      rule: 'processes 3.2',
    },
    go: {
      label: { zh: '按约定去', en: 'Go as agreed' },
      from: 'scheduled',
      until: ['served', 'declined', 'withdrawn'],
      within: calendarDays(30),
      dueField: 'goesOn',
      legal: false,
      rule: 'L145',
      remindBefore: [1],
    },
    confirm: {
      label: { zh: '点单的人确认', en: 'Confirm' },
      from: 'served',
      until: ['confirmed'],
      within: workingDays(5),
      legal: false,
      rule: 'L145',
    },
  },
  measures: {
    requests: flow('item', {
      label: { zh: '点单', en: 'Requests' },
      unitLabel: { zh: '单', en: 'requests' },
      includes: '点过的单，按点单日期',
      excludes: '不需要了、撤回',
    }),
    served: flow('session', {
      label: { zh: '流动服务', en: 'Services brought' },
      includes: '去过、点单的人确认了的服务，一单一场',
      excludes: '约了没去；没有确认的',
    }),
    people: flow('person-time', {
      label: { zh: '流动服务人次', en: 'People served' },
      includes: '确认了的服务人次：清点（B）或估计（C）',
      excludes: '队员本人',
    }),
  },
  counts: ({ state, on, answers, reached }, count) => {
    if (state === 'withdrawn') return []
    const day = state === 'confirmed' ? reached.served : undefined
    const grade = answers.servedBy === 'sheet' ? 'B' : 'C'
    return [
      count.one('requests', on),
      day && count.one('served', day, grade),
      day && count.many('people', answers.served ?? 0, day, grade),
    ]
  },
})
