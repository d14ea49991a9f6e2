import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { leaders, readers } from './services.ts'

/**
 * 志愿服务报名 — L130; processes 3.2. An answer to a shift. Places, other shifts at the same hour, the check and the training
 * are looked up in other records when she is accepted (src/server/volunteers).
 */
export const volunteerSignup = defineProgramme({
  id: 'volunteer-signup',
  version: 1,
  kind: 'response',
  service: 'volunteering',
  label: { zh: '志愿服务报名', en: 'Sign-up' },
  short: { zh: '报名', en: 'Sign-ups' },
  noun: { zh: '份报名', en: 'sign-up' },
  help: {
    zh: '一人报一个班次记一份。两个工作日内答复：接受，或说明原因；满了可以候补。名额、同一时间别的班次、接触孩子的查询和培训由系统核对。报不报、来不来都自愿，不打分。',
    en: 'One person, one shift. Answered in two working days: accepted, or why not; when full she may wait. Nobody is forced and nobody is scored.',
  },
  sources: ['L130', 'R-VOL-02', 'R-VOL-03', 'R-REP-03', 'R-BUR-02', 'processes 3.2'],
  access: { see: readers, create: leaders },
  fields: {
    way: field.choice(
      {
        told: { zh: '告诉队长', en: 'Told the leader' },
        self: { zh: '自己扫码报名', en: 'By code' },
        asked: { zh: '队长问了、她愿意', en: 'Asked, and willing' },
      },
      { label: { zh: '怎么报的名', en: 'How' }, class: 'P1', required: true },
    ),
    appliedOn: field.day({ label: { zh: '报名日期', en: 'Signed up on' }, class: 'P1', required: true, past: true }),
    shift: field.record('volunteer-session', { label: { zh: '班次', en: 'Shift' }, class: 'P1', required: true }),
    person: field.person({ label: { zh: '本人', en: 'Person' }, class: 'P2', required: true }),
    note: field.text({ label: { zh: '她说', en: 'She says' }, class: 'P2', max: 200 }),
  },
  title: 'way',
  dated: 'appliedOn',
  personField: 'person',
  parentField: 'shift',
  states: {
    applied: { zh: '待答复', en: 'To be answered' },
    waiting: { zh: '候补', en: 'Waiting list' },
    accepted: { zh: '已接受', en: 'Accepted' },
    declined: { zh: '没有接受', en: 'Declined' },
    withdrawn: { zh: '自己退出', en: 'Withdrawn' },
  },
  initial: 'applied',
  editableIn: ['applied', 'waiting'],
  actions: {
    accept: {
      label: { zh: '接受', en: 'Accept' },
      from: ['applied', 'waiting'],
      to: 'accepted',
      by: leaders,
      reach: 'below',
      // Asked, so that no sheet brings people past the places.
      asks: {
        told: field.choice(
          {
            phone: { zh: '电话', en: 'By phone' },
            message: { zh: '短信、微信', en: 'By message' },
            face: { zh: '当面', en: 'Face to face' },
          },
          { label: { zh: '怎么告诉她的', en: 'How she was told' }, class: 'P1' },
        ),
      },
      tone: 'main',
    },
    wait: {
      label: { zh: '满了，候补', en: 'Full: waiting list' },
      from: ['applied'],
      to: 'waiting',
      by: leaders,
      reach: 'below',
    },
    decline: {
      label: { zh: '不接受，说明原因', en: 'Decline, and say why' },
      from: ['applied', 'waiting', 'accepted'],
      to: 'declined',
      by: leaders,
      reach: 'below',
      reason: true,
    },
    withdraw: {
      label: { zh: '她不来了', en: 'She withdraws' },
      from: ['applied', 'waiting', 'accepted'],
      to: 'withdrawn',
      by: leaders,
    },
  },
  clocks: {
    answer: {
      label: { zh: '答复报名的人', en: 'Answer her' },
      from: 'applied',
      until: ['waiting', 'accepted', 'declined', 'withdrawn'],
      within: workingDays(2),
      legal: false,
      rule: 'R-VOL-02',
    },
  },
  // Once a shift: a second sign-up of hers waits until the first is over.
  claims: ({ state, person, answers }) =>
    person && answers.shift && ['applied', 'waiting', 'accepted'].includes(state)
      ? [{ person, key: `shift ${answers.shift}` }]
      : [],
  measures: {
    signups: flow('person-time', {
      label: { zh: '志愿服务报名', en: 'Sign-ups' },
      includes: '收到的报名，一人报一个班次一人次，按报名日期',
      excludes: '没有报名直接来的；到场和时长（另计）',
    }),
    accepted: flow('person-time', {
      label: { zh: '接受的报名', en: 'Sign-ups accepted' },
      includes: '接受了、没有退出的报名，按答复日期',
      excludes: '候补、没有接受、退出的',
    }),
  },
  counts: ({ state, on, reached }, count) => [
    count.many('signups', 1, on, 'A'),
    state === 'accepted' && reached.accepted && count.many('accepted', 1, reached.accepted, 'A'),
  ],
})
