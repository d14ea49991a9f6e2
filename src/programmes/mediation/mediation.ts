import { calendarDays, calendarMonths, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, rate } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { clause, consent, disputes, screening, session, sides } from './forms.ts'
import { consentOfEachParty, noViolence, screenedSinceLastSession, told } from './gates.ts'

const mediators = ['mediator', 'rights'] as const

/** 婚姻家庭纠纷调解 — L101, L103, L104; figure F037. 人民调解法; rules R-MED-01 … R-MED-12. Free of charge (art. 4). */
export const mediation = defineProgramme({
  id: 'mediation',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'HJ',
  label: { zh: '婚姻家庭纠纷调解', en: 'Marriage and family mediation' },
  noun: { zh: '件', en: 'case' },
  help: {
    zh: '双方都愿意才调解；每次调解前分开问有没有暴力，有一点怀疑就停下来转安全处置。只有承办人和本级权益岗看得到，上级只看到件数。',
    en: 'Both parties must be willing; ask each alone about violence before every session and stop on any doubt. Only handlers and the rights post of this organisation can see it.',
  },
  sources: [
    'L101',
    'L103',
    'L104',
    'F037',
    'R-MED-01',
    'R-MED-02',
    'R-MED-03',
    'R-MED-04',
    'R-MED-05',
    'R-MED-06',
    'R-MED-09',
    'R-MED-11',
    'R-MED-12',
  ],
  confidential: true,

  access: { see: mediators, create: mediators },

  fields: {
    title: field.text({
      label: { zh: '纠纷概述', en: 'Summary' },
      class: 'P1',
      required: true,
      min: 2,
      max: 60,
      help: { zh: '别写姓名，如“子女抚养与赡养费纠纷”。', en: 'No names.' },
    }),
    appliedOn: field.day({ label: { zh: '申请日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
    dispute: field.choice(disputes, { label: { zh: '纠纷类型', en: 'Kind of dispute' }, class: 'P1', required: true }),
    parties: field.people(sides, {
      label: { zh: '当事人', en: 'Parties' },
      class: 'P2',
      required: true,
      min: 2,
      max: 6,
    }),
    facts: field.text({
      label: { zh: '事实与各方说法', en: 'Facts and claims' },
      class: 'P3',
      required: true,
      min: 10,
      max: 5000,
    }),
    safeContact: field.text({ label: { zh: '方便联系的时间和方式', en: 'Safe contact' }, class: 'P4', max: 60 }),
    children: field.text({
      label: { zh: '涉及的孩子', en: 'Children concerned' },
      class: 'P4',
      max: 300,
      help: { zh: '只写人数和年龄段。', en: 'Number and age bands only.' },
    }),
    room: field.record('mediation-room', { label: { zh: '婚调室', en: 'Room' }, class: 'P1' }),
    committee: field.text({ label: { zh: '人民调解委员会', en: 'Committee' }, class: 'P1', max: 80 }),
    open: field.yesNo({ label: { zh: '公开调解', en: 'Open session' }, class: 'P1' }),
    clauses: field.list(clause, { label: { zh: '协议条款', en: 'Clauses' }, class: 'P3', max: 20 }),
    signed: field.yesNo({
      label: { zh: '双方签字、调解员签字、委员会盖章的扫描件已附', en: 'Signed and sealed scan attached' },
      class: 'P1',
      help: {
        zh: '婚姻、收养、继承等文书不适用电子签名（电子签名法第三条）。',
        en: 'Electronic signatures do not apply here.',
      },
    }),
  },
  title: 'title',
  dated: 'appliedOn',
  parentField: 'room',
  opens: ['title', 'appliedOn', 'dispute', 'parties', 'facts', 'safeContact', 'children', 'room', 'committee', 'open'],

  states: {
    applied: { zh: '待受理', en: 'Applied' },
    accepted: { zh: '已受理', en: 'Accepted' },
    mediating: { zh: '调解中', en: 'Mediating' },
    agreed: { zh: '达成协议', en: 'Agreed' },
    performing: { zh: '履行中', en: 'Performing' },
    done: { zh: '办结', en: 'Done' },
    refused: { zh: '一方拒绝', en: 'Refused by a party' },
    failed: { zh: '调解不成', en: 'Failed' },
    blocked: { zh: '安全中止', en: 'Stopped for safety' },
  },
  initial: 'applied',
  editableIn: ['applied', 'accepted', 'mediating'],

  checks: {
    consentOfEachParty: {
      label: { zh: '双方自愿', en: 'Each party consents' },
      rule: 'R-MED-03',
      met: consentOfEachParty,
    },
    rightsTold: { label: { zh: '权利已告知', en: 'Rights told' }, rule: 'R-MED-04', met: told('inform') },
    noConflict: { label: { zh: '无须回避', en: 'No conflict of interest' }, rule: 'R-MED-04', met: told('declare') },
    screened: {
      label: { zh: '本次调解前已做安全筛查', en: 'Screened for violence since the last session' },
      rule: 'R-MED-11',
      met: screenedSinceLastSession,
    },
    noViolence: { label: { zh: '未见暴力迹象', en: 'No sign of violence' }, rule: 'R-MED-11', met: noViolence },
    committeeNamed: {
      label: { zh: '写明人民调解委员会', en: 'Committee named' },
      rule: 'R-MED-02',
      met: (f) => Boolean(f.answers.committee),
    },
    clausesWritten: {
      label: { zh: '协议条款已写', en: 'Clauses written' },
      rule: 'R-MED-09',
      met: (f) => (f.answers.clauses?.length ?? 0) > 0,
    },
    signedScan: {
      label: { zh: '签字盖章扫描件已附', en: 'Signed scan attached' },
      rule: 'R-MED-10',
      met: (f) => f.answers.signed === true,
    },
  },

  actions: {
    consent: {
      label: { zh: '记同意', en: 'Record consent' },
      from: ['applied', 'accepted', 'mediating'],
      to: 'same',
      by: mediators,
      asks: consent,
    },
    inform: {
      label: { zh: '告知权利义务', en: 'Tell rights' },
      from: ['applied', 'accepted', 'mediating'],
      to: 'same',
      by: mediators,
    },
    declare: {
      label: { zh: '声明无须回避', en: 'Declare no conflict' },
      from: ['applied', 'accepted', 'mediating'],
      to: 'same',
      by: mediators,
    },
    screen: {
      label: { zh: '安全筛查', en: 'Screen for violence' },
      from: ['applied', 'accepted', 'mediating'],
      to: 'same',
      by: mediators,
      asks: screening,
      tone: 'safety',
    },
    accept: {
      label: { zh: '受理', en: 'Accept' },
      from: ['applied'],
      to: 'accepted',
      by: mediators,
      fills: ['committee'],
      needs: ['consentOfEachParty', 'rightsTold', 'noConflict', 'screened', 'noViolence', 'committeeNamed'],
      tone: 'main',
    },
    refuse: {
      label: { zh: '一方拒绝', en: 'A party refuses' },
      from: ['applied', 'accepted', 'mediating'],
      to: 'refused',
      by: mediators,
      reason: true,
    },
    session: {
      label: { zh: '记一次调解', en: 'Record a session' },
      from: ['accepted', 'mediating'],
      to: 'mediating',
      by: mediators,
      asks: session,
      needs: ['consentOfEachParty', 'screened', 'noViolence'],
      tone: 'main',
    },
    extend: {
      label: { zh: '延长（双方同意）', en: 'Extend (both agree)' },
      from: ['accepted', 'mediating'],
      to: 'same',
      by: mediators,
      reason: true,
    },
    agree: {
      label: { zh: '达成协议', en: 'Agreement reached' },
      from: ['mediating'],
      to: 'agreed',
      by: mediators,
      fills: ['clauses', 'signed'],
      needs: ['clausesWritten', 'signedScan', 'noViolence'],
      tone: 'main',
    },
    confirm: {
      label: { zh: '已共同申请司法确认', en: 'Court confirmation asked for' },
      from: ['agreed', 'performing'],
      to: 'same',
      by: mediators,
    },
    perform: {
      label: { zh: '开始履行', en: 'Performance begins' },
      from: ['agreed'],
      to: 'performing',
      by: mediators,
      tone: 'main',
    },
    finish: {
      label: { zh: '回访后办结', en: 'Finish after a visit' },
      from: ['performing'],
      to: 'done',
      by: mediators,
      reason: true,
      tone: 'main',
    },
    fail: {
      label: { zh: '终止调解', en: 'End without agreement' },
      from: ['accepted', 'mediating'],
      to: 'failed',
      by: mediators,
      reason: true,
    },
    block: {
      label: { zh: '停止调解，转安全处置', en: 'Stop: safety first' },
      from: ['applied', 'accepted', 'mediating'],
      to: 'blocked',
      by: mediators,
      reason: true,
      tone: 'safety',
    },
  },

  clocks: {
    accept: {
      label: { zh: '受理或答复', en: 'Accept or answer' },
      from: 'applied',
      until: ['accepted', 'refused', 'blocked'],
      within: workingDays(3),
      legal: false,
      rule: 'processes 1.2',
    },
    settle: {
      label: { zh: '调解期限', en: 'Mediation period' },
      from: 'accepted',
      until: ['agreed', 'failed', 'refused', 'blocked'],
      within: calendarMonths(1),
      legal: true,
      law: '《人民调解工作若干规定》第三十三条',
      rule: 'D01',
      extend: { by: 'extend', with: calendarMonths(1) },
    },
    next: {
      label: { zh: '约好下一次', en: 'Hold the next session' },
      after: ['session'],
      done: ['session'],
      until: ['agreed', 'failed', 'refused', 'blocked'],
      within: workingDays(4),
      legal: false,
      rule: 'processes 1.2',
    },
    confirmation: {
      label: { zh: '司法确认期限', en: 'Court confirmation' },
      from: 'agreed',
      until: ['done'],
      done: ['confirm'],
      within: calendarDays(30),
      legal: true,
      law: '《人民调解法》第三十三条',
      rule: 'D02',
    },
    visit: {
      label: { zh: '回访履行情况', en: 'Visit' },
      from: 'performing',
      until: ['done'],
      within: calendarDays(30),
      legal: false,
      rule: 'processes 1.2',
    },
  },

  measures: {
    accepted: flow('item', {
      label: { zh: '受理', en: 'Accepted' },
      includes: '经双方同意受理的纠纷，按受理日期',
      excludes: '咨询、排查线索、未受理的申请',
    }),
    settled: flow('item', {
      label: { zh: '化解', en: 'Settled' },
      aliases: ['化解家庭矛盾', '调解成功'],
      includes: '达成协议的纠纷，按达成日期',
      excludes: '排查线索、撤回、一方拒绝、安全中止',
    }),
    failed: flow('item', {
      label: { zh: '调解不成', en: 'Failed' },
      includes: '终止调解的纠纷',
      excludes: '一方拒绝、安全中止',
    }),
    people: flow('person', {
      label: { zh: '当事人', en: 'Parties' },
      includes: '受理案件的当事人，按人去重',
      excludes: '未受理的申请人',
    }),
    settleRate: rate('settled', ['settled', 'failed'], {
      label: { zh: '达成率', en: 'Settlement rate' },
      includes: '化解 ÷（化解＋调解不成）',
      excludes: '一方拒绝、安全中止',
    }),
  },

  counts: ({ reached, answers }, count) => [
    reached.accepted && count.one('accepted', reached.accepted),
    reached.agreed && count.one('settled', reached.agreed),
    reached.failed && count.one('failed', reached.failed),
    ...(answers.parties ?? []).map(
      (party) => reached.accepted && count.person('people', reached.accepted, party.person),
    ),
  ],
})
