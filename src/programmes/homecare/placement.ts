import { calendarMonths, workingDays } from '../../core/clock.ts'
import { addCalendarMonths } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers, upper } from './words.ts'

const makers = ['company', ...keepers] as const

/**
 * 家政就业 — L074; figures F025, F075 (C04). One outcome of one woman after a class: a kind, a first day, a proof, and what she says
 * after three and six months. Pay is asked of nobody.
 */
export const homecarePlacement = defineProgramme({
  id: 'homecare-placement',
  version: 1,
  kind: 'case',
  service: 'homecare',
  series: 'JY',
  label: { zh: '家政就业', en: 'Placement' },
  short: { zh: '就业', en: 'Placements' },
  noun: { zh: '件', en: 'placement' },
  help: {
    zh: '培训以后半年内上岗的，一次记一件：什么方式、哪天开始、凭什么证明，由另一个人看过证明才算数。三个月、六个月各问一次还在不在做，愿意说才记。不问收入。',
    en: 'Work found within six months of a class: its kind, first day and proof; it counts once another person has seen the proof. Asked again after three and six months, answering is free. Pay is not asked.',
  },
  sources: ['L074', 'F025', 'F075', 'processes 7.2'],
  access: { see: readers, create: makers },
  fields: {
    way: field.choice(
      {
        flexible: { zh: '居家灵活就业', en: 'Flexible, from home' },
        employed: { zh: '公司员工', en: 'Employed by a company' },
        own: { zh: '自己创业', en: 'Own business' },
      },
      { label: { zh: '就业方式', en: 'Kind of work' }, class: 'P1', required: true },
    ),
    startedOn: field.day({ label: { zh: '上岗日期', en: 'First day' }, class: 'P1', required: true, past: true }),
    woman: field.person({ label: { zh: '本人', en: 'The woman' }, class: 'P2', required: true }),
    training: field.record('homecare-class', {
      label: { zh: '参加的哪一期培训', en: 'Class she attended' },
      class: 'P1',
      required: true,
      standing: ['held', 'certified'],
    }),
    trainedOn: field.day({
      label: { zh: '培训结束日期', en: 'The class ended on' },
      class: 'P1',
      required: true,
      past: true,
    }),
    employer: field.text({ label: { zh: '公司、雇主（可以不写）', en: 'Employer (optional)' }, class: 'P2', max: 80 }),
    proof: field.choice(
      {
        contract: { zh: '劳动（服务）合同', en: 'Contract' },
        pay: { zh: '工资、结算记录（看过，不留）', en: 'Record of pay, seen and not kept' },
        order: { zh: '订单、接单记录', en: 'Orders served' },
        licence: { zh: '营业执照', en: 'Business licence' },
        statement: { zh: '本人签字说明', en: 'Her signed statement' },
      },
      { label: { zh: '凭什么证明', en: 'Proof' }, class: 'P1', required: true },
    ),
    seenOn: field.day({
      label: { zh: '看到证明的日期', en: 'Proof seen on' },
      class: 'P1',
      required: true,
      past: true,
    }),
  },
  title: 'way',
  dated: 'startedOn',
  personField: 'woman',
  parentField: 'training',
  opens: ['way', 'startedOn', 'woman', 'training', 'trainedOn', 'employer', 'proof'],
  states: {
    reported: { zh: '待核实', en: 'Reported' },
    verified: { zh: '已核实', en: 'Verified' },
    ended: { zh: '回访完了', en: 'Followed to the end' },
    void: { zh: '不算', en: 'Not counted' },
  },
  initial: 'reported',
  editableIn: ['reported'],
  checks: {
    inTime: {
      label: { zh: '培训后六个月内上岗', en: 'Within six months of the class' },
      rule: 'processes 7.2',
      met: ({ answers: { startedOn = '', trainedOn = '' } }) =>
        startedOn !== '' && trainedOn !== '' && startedOn >= trainedOn && startedOn <= addCalendarMonths(trainedOn, 6),
    },
    asked: {
      label: { zh: '回访过', en: 'She was asked' },
      rule: 'processes 7.2',
      by: ['ask'],
      met: ({ history }) => history.some((done) => done.action === 'ask'),
    },
  },
  actions: {
    verify: {
      label: { zh: '看过证明，属实', en: 'The proof is seen' },
      from: ['reported'],
      to: 'verified',
      by: keepers,
      reach: 'below',
      at: upper,
      secondPerson: true,
      fills: ['proof', 'seenOn'],
      needs: ['inTime'],
      tone: 'main',
    },
    ask: {
      label: { zh: '回访', en: 'Ask her' },
      from: ['verified'],
      to: 'same',
      by: makers,
      asks: {
        still: field.choice(
          {
            yes: { zh: '还在做家政', en: 'Still in domestic service' },
            other: { zh: '换了别的工作', en: 'Other work' },
            no: { zh: '没在做', en: 'Not working' },
            private: { zh: '不愿意说', en: 'Rather not say' },
            away: { zh: '没联系上', en: 'Not reached' },
          },
          { label: { zh: '她说', en: 'She says' }, class: 'P3', required: true },
        ),
      },
      tone: 'main',
    },
    end: {
      label: { zh: '回访完了', en: 'Follow-up is over' },
      from: ['verified'],
      to: 'ended',
      by: makers,
      needs: ['asked'],
    },
    discard: {
      label: { zh: '不算（没有证明、重复）', en: 'Not counted' },
      from: ['reported', 'verified'],
      to: 'void',
      by: makers,
      reach: 'below',
      reason: true,
    },
  },
  clocks: {
    verify: {
      label: { zh: '核实就业', en: 'See the proof' },
      from: 'reported',
      until: ['verified', 'void'],
      within: workingDays(10),
      legal: false,
      rule: 'processes 7.2',
    },
    follow: {
      label: { zh: '就业回访', en: 'Ask how she is doing' },
      from: 'verified',
      until: ['ended', 'void'],
      done: ['ask'],
      within: calendarMonths(3),
      rounds: [calendarMonths(6)],
      legal: false,
      rule: 'processes 7.4',
    },
  },
  measures: {
    placements: flow('person-time', {
      label: { zh: '家政培训带动就业', en: 'Placements' },
      aliases: ['带动就业人次'],
      includes: '培训后六个月内上岗、证明看过的，一人上岗一次算一人次，按上岗日期',
      excludes: '待核实、不算的；没参加培训的',
    }),
    people: flow('person', {
      label: { zh: '家政培训后就业人数（实名）', en: 'Distinct people placed' },
      includes: '期间内上岗的人，一人几次只算一人',
      excludes: '待核实、不算的',
    }),
    flexible: flow('person', {
      label: { zh: '居家灵活就业人数（实名）', en: 'Distinct people in flexible work' },
      includes: '期间内以居家灵活方式上岗的人，按人去重',
      excludes: '公司员工、自己创业的；待核实、不算的',
    }),
    asked: flow('item', {
      label: { zh: '就业回访', en: 'Follow-ups' },
      unitLabel: { zh: '次', en: 'times' },
      includes: '联系上、她愿意说的回访',
      excludes: '没联系上、不愿意说的',
    }),
    still: flow('item', {
      label: { zh: '回访时还在做家政', en: 'Still in domestic service' },
      unitLabel: { zh: '次', en: 'times' },
      includes: '回访时说还在做家政的',
      excludes: '换了工作、没在做的',
    }),
  },
  counts: ({ state, on, history, person, answers: { way } }, count) => {
    if (!person || (state !== 'verified' && state !== 'ended')) return []
    const asked = history.filter((done) => done.action === 'ask')
    return [
      count.many('placements', 1, on, 'A'),
      count.person('people', on, person),
      way === 'flexible' && count.person('flexible', on, person),
      ...asked.flatMap(({ on: day, answers: { still } }) => [
        (still === 'yes' || still === 'other' || still === 'no') && count.one('asked', day),
        still === 'yes' && count.one('still', day),
      ]),
    ]
  },
})
