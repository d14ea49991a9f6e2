import { calendarMonths, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { industries, keepers, payers, seers, upper } from './words.ts'

const hands = [...keepers, 'finance'] as const
const arrived = {
  fen: field.money({ label: { zh: '到账多少', en: 'Arrived' }, class: 'P1', required: true }),
  paper: field.text({
    label: { zh: '拨款文号、到账凭证', en: 'Paper' },
    class: 'P1',
    required: true,
    min: 2,
    max: 120,
  }),
}
const accepted = {
  reached: field.integer({
    label: { zh: '实际培训多少人（照名册数）', en: 'People trained, by the lists' },
    class: 'P1',
    required: true,
    max: 100_000,
    unitLabel: { zh: '人', en: 'people' },
  }),
  found: field.text({ label: { zh: '验收意见', en: 'Opinion' }, class: 'P1', required: true, min: 4, max: 500 }),
}
const audited = {
  sound: field.yesNo({
    label: { zh: '账目、票据没有问题', en: 'Books and vouchers are sound' },
    class: 'P1',
    required: true,
  }),
  findings: field.text({ label: { zh: '审计意见', en: 'Findings' }, class: 'P1', required: true, min: 4, max: 500 }),
}

/**
 * 技能培训项目 — L080 (助企就业巾帼行动). A year's money for training, from application to audit: three people. What is granted is a
 * plan; what was spent is told by the classes, with their vouchers, and counts there.
 */
export const trainingProject = defineProgramme({
  id: 'training-project',
  version: 1,
  kind: 'case',
  service: 'employment',
  series: 'JX',
  label: { zh: '技能培训项目', en: 'Training project' },
  short: { zh: '培训项目', en: 'Projects' },
  noun: { zh: '个', en: 'project' },
  help: {
    zh: '一年一笔培训钱立一个项目：申报、另一个人批、到账、办班、验收、审计，批的、验的、审的是不同的人。批下来的是计划；花了多少由各期培训班照票据报，算在培训班里，这里不再算一遍。',
    en: 'One project for a year’s money: applied, granted, arrived, classes, accepted, audited, by different people. Granted is a plan; what was spent is told by the classes and counted there, not here again.',
  },
  sources: ['L080', 'F071', 'processes 0.1'],
  access: { see: [...seers, 'finance', 'auditor'], create: keepers },
  fields: {
    title: field.text({ label: { zh: '项目名称', en: 'Title' }, class: 'P0', required: true, min: 2, max: 60 }),
    appliedOn: field.day({ label: { zh: '申报日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
    industry: field.choice(industries, { label: { zh: '哪个产业', en: 'Industry' }, class: 'P0', required: true }),
    payer: field.choice(payers, { label: { zh: '资金来源', en: 'Funded by' }, class: 'P1', required: true }),
    budget: field.money({ label: { zh: '申请多少', en: 'Asked for' }, class: 'P1', required: true }),
    goal: field.integer({
      label: { zh: '计划培训多少人', en: 'People to be trained' },
      class: 'P1',
      required: true,
      min: 1,
      max: 100_000,
      unitLabel: { zh: '人', en: 'people' },
    }),
    plan: field.text({ label: { zh: '怎么做', en: 'Plan' }, class: 'P1', required: true, min: 10, max: 1000 }),
    granted: field.money({ label: { zh: '批多少', en: 'Granted' }, class: 'P1', required: true }),
  },
  title: 'title',
  dated: 'appliedOn',
  opens: ['title', 'appliedOn', 'industry', 'payer', 'budget', 'goal', 'plan'],
  states: {
    applied: { zh: '已申报', en: 'Applied' },
    approved: { zh: '已批准，等到账', en: 'Granted' },
    running: { zh: '办班中', en: 'Running' },
    accepted: { zh: '已验收', en: 'Accepted' },
    audited: { zh: '已审计', en: 'Audited' },
    refused: { zh: '没有批', en: 'Refused' },
    stopped: { zh: '已终止', en: 'Stopped' },
  },
  initial: 'applied',
  editableIn: ['applied'],
  checks: {
    withinAsked: {
      label: { zh: '批的不多于申请的', en: 'No more than asked for' },
      rule: 'L080',
      met: ({ answers: { granted = 0, budget = 0 } }) => granted > 0 && granted <= budget,
    },
  },
  actions: {
    approve: {
      label: { zh: '批准', en: 'Grant' },
      from: ['applied'],
      to: 'approved',
      by: keepers,
      reach: 'below',
      at: upper,
      fills: ['granted'],
      needs: ['withinAsked'],
      secondPerson: true,
      tone: 'main',
    },
    refuse: {
      label: { zh: '不批', en: 'Refuse' },
      from: ['applied'],
      to: 'refused',
      by: keepers,
      reach: 'below',
      at: upper,
      reason: true,
    },
    arrive: {
      label: { zh: '钱到了', en: 'The money arrived' },
      from: ['approved'],
      to: 'running',
      by: hands,
      asks: arrived,
      tone: 'main',
    },
    accept: {
      label: { zh: '验收', en: 'Accept' },
      from: ['running'],
      to: 'accepted',
      by: keepers,
      reach: 'below',
      at: upper,
      asks: accepted,
      otherThan: ['create', 'arrive'],
      tone: 'main',
    },
    audit: {
      label: { zh: '审计', en: 'Audit' },
      from: ['accepted'],
      to: 'audited',
      by: hands,
      reach: 'below',
      asks: audited,
      otherThan: ['create', 'approve', 'accept'],
      tone: 'main',
    },
    stop: {
      label: { zh: '终止', en: 'Stop' },
      from: ['approved', 'running'],
      to: 'stopped',
      by: keepers,
      reach: 'below',
      reason: true,
    },
  },
  clocks: {
    approve: {
      label: { zh: '批复', en: 'Decide' },
      from: 'applied',
      until: ['approved', 'refused'],
      within: workingDays(20),
      legal: false,
      rule: 'L080',
    },
    accept: {
      label: { zh: '一年内验收', en: 'Accept within a year' },
      from: 'running',
      until: ['accepted', 'stopped'],
      within: calendarMonths(12),
      legal: false,
      rule: 'L080',
      remindBefore: [30],
    },
    audit: {
      label: { zh: '审计', en: 'Audit' },
      from: 'accepted',
      until: ['audited'],
      within: calendarMonths(3),
      legal: false,
      rule: 'L080',
    },
  },
  measures: {
    projects: flow('item', {
      label: { zh: '技能培训项目', en: 'Training projects' },
      unitLabel: { zh: '个', en: 'projects' },
      includes: '批准的项目，按批准日期，后来终止的也算批过',
      excludes: '申报、没有批的；培训班',
    }),
    granted: flow('yuan', {
      label: { zh: '培训项目批复资金（计划）', en: 'Granted to training projects' },
      includes: '批准的金额，按批准日期',
      excludes: '实际花的（看“培训投入资金”）；申请的',
    }),
  },
  counts: ({ history, answers: { granted = 0 } }, count) => {
    const approved = history.find(({ action }) => action === 'approve')?.on
    return approved ? [count.one('projects', approved), count.money('granted', granted, approved, 'A')] : []
  },
})
