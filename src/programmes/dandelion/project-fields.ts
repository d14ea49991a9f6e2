import { field } from '../../core/field.ts'
import { lanes } from './lanes.ts'

export const opening = {
  title: field.text({ label: { zh: '项目名称', en: 'Project' }, class: 'P1', required: true, min: 4, max: 60 }),
  call: field.record('dandelion-call', { label: { zh: '哪一次征集', en: 'Call' }, class: 'P1', required: true }),
  appliedOn: field.day({ label: { zh: '申报日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
  organisation: field.text({
    label: { zh: '申报的社会组织', en: 'Organisation' },
    class: 'P1',
    required: true,
    min: 4,
    max: 80,
  }),
  uscc: field.text({
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    class: 'P1',
    required: true,
    min: 18,
    max: 18,
  }),
  lane: field.choice(lanes, { label: { zh: '方向', en: 'Lane' }, class: 'P1', required: true }),
  asked: field.money({ label: { zh: '申请资金', en: 'Money asked for' }, class: 'P1', required: true }),
  plan: field.text({ label: { zh: '做什么、怎么做', en: 'Plan' }, class: 'P1', required: true, min: 20, max: 5000 }),
  persons: field.integer({
    label: { zh: '计划服务妇女儿童', en: 'Persons to be served' },
    class: 'P1',
    max: 100_000,
    unitLabel: { zh: '人次', en: 'attendances' },
  }),
  team: field.text({ label: { zh: '团队', en: 'Team' }, class: 'P2', max: 1000 }),
  contact: field.text({ label: { zh: '联系人', en: 'Contact' }, class: 'P2', max: 60 }),
}

/** One judge's sheet: it is the project that is judged, in five parts of twenty. */
const part = (zh: string, en: string) =>
  field.integer({
    label: { zh, en },
    class: 'P1',
    required: true,
    min: 0,
    max: 20,
    unitLabel: { zh: '分', en: 'points' },
  })
export const sheet = {
  need: part('需求真实', 'The need is real'),
  way: part('方法可行', 'It can be done'),
  reach: part('受益面', 'Whom it reaches'),
  strength: part('机构能力', 'The organisation can do it'),
  budget: part('预算合理', 'The budget is sound'),
  comment: field.text({ label: { zh: '评语', en: 'Comment' }, class: 'P1', max: 1000 }),
}
export const parts = ['need', 'way', 'reach', 'strength', 'budget'] as const

export const noticing = {
  noticeFrom: field.day({ label: { zh: '公示开始', en: 'Notice from' }, class: 'P1', required: true }),
  noticeTo: field.day({ label: { zh: '公示结束', en: 'Notice to' }, class: 'P1', required: true }),
}

export const contracting = {
  contractNo: field.text({ label: { zh: '合同编号', en: 'Contract number' }, class: 'P1', required: true, max: 40 }),
  granted: field.money({ label: { zh: '合同金额', en: 'Money granted' }, class: 'P1', required: true }),
  firstShare: field.integer({
    label: { zh: '首期比例', en: 'First instalment' },
    class: 'P1',
    required: true,
    min: 10,
    max: 90,
    unitLabel: { zh: '%', en: '%' },
  }),
  endsOn: field.day({ label: { zh: '完成日期', en: 'Ends on' }, class: 'P1', required: true }),
}

export const checking = {
  findings: field.text({ label: { zh: '检查情况', en: 'Findings' }, class: 'P1', required: true, min: 5, max: 3000 }),
}
export const acceptance = {
  finance: field.choice(
    { sound: { zh: '账目清楚', en: 'Sound' }, corrected: { zh: '已整改', en: 'Corrected' } },
    { label: { zh: '财务检查', en: 'Finance check' }, class: 'P1', required: true },
  ),
  performance: field.text({
    label: { zh: '绩效', en: 'What came of it' },
    class: 'P1',
    required: true,
    min: 5,
    max: 3000,
  }),
}
