import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, seers } from './words.ts'

/**
 * 脱贫妇女外部数据 — L092; figure F078. A number of the rural-revival department, taken over with its paper: 助力, not our work alone;
 * nobody in it is known here, so it is no figure of persons and is added to none.
 */
export const liftedWomen = defineProgramme({
  id: 'lifted-women',
  version: 1,
  kind: 'item',
  service: 'employment',
  label: { zh: '脱贫妇女（外部数据）', en: 'Women out of poverty, from outside' },
  short: { zh: '脱贫数据', en: 'Taken over' },
  noun: { zh: '条', en: 'number' },
  help: {
    zh: '乡村振兴部门给的汇总数，照文件登记，写清截至哪天、什么口径、文号，另一个人核过才用。妇联是“助力”，这个数不算妇联服务的人，也不和别的人数相加。同一个地方有了新数，先把旧的作废。',
    en: 'A sum of the rural-revival department, entered from its paper with its day, definition and number, confirmed by another person. We helped; it is nobody we served, and is added to nothing. Withdraw the old number before a newer one of the same place.',
  },
  sources: ['L092', 'F078', 'R-STAT-01'],
  access: { see: seers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '数据名称', en: 'Title' }, class: 'P0', required: true, min: 2, max: 60 }),
    asOf: field.day({ label: { zh: '截至', en: 'As of' }, class: 'P0', required: true, past: true }),
    women: field.integer({
      label: { zh: '本地脱贫妇女', en: 'Women out of poverty here' },
      class: 'P0',
      required: true,
      min: 1,
      max: 5_000_000,
      unitLabel: { zh: '人', en: 'people' },
    }),
    agency: field.text({
      label: { zh: '哪个部门给的', en: 'From which department' },
      class: 'P0',
      required: true,
      max: 60,
    }),
    document: field.text({
      label: { zh: '文件名称、文号', en: 'Paper and number' },
      class: 'P0',
      required: true,
      max: 120,
    }),
    meaning: field.text({ label: { zh: '口径', en: 'What it counts' }, class: 'P0', required: true, min: 4, max: 300 }),
  },
  title: 'title',
  dated: 'asOf',
  states: {
    received: { zh: '已登记，待核', en: 'Entered' },
    confirmed: { zh: '已核', en: 'Confirmed' },
    withdrawn: { zh: '已作废', en: 'Withdrawn' },
  },
  initial: 'received',
  editableIn: ['received'],
  actions: {
    confirm: {
      label: { zh: '和文件核对过', en: 'Compared with the paper' },
      from: ['received'],
      to: 'confirmed',
      by: keepers,
      reach: 'below',
      secondPerson: true,
      tone: 'main',
    },
    withdraw: {
      label: { zh: '作废', en: 'Withdraw' },
      from: ['received', 'confirmed'],
      to: 'withdrawn',
      by: keepers,
      reach: 'below',
      reason: true,
    },
  },
  clocks: {
    confirm: {
      label: { zh: '和文件核对', en: 'Compare with the paper' },
      from: 'received',
      until: ['confirmed', 'withdrawn'],
      within: workingDays(5),
      legal: false,
      rule: 'L092',
    },
  },
  measures: {
    women: flow('item', {
      label: { zh: '助力脱贫妇女（部门汇总）', en: 'Women out of poverty, as the department says' },
      aliases: ['助力全区妇女实现脱贫'],
      unitLabel: { zh: '人（部门汇总）', en: 'people, as reported' },
      includes: '核过的部门汇总数，各地各算各的，按截至日期',
      excludes: '妇联登记的人；没有文件的',
    }),
  },
  counts: ({ state, on, answers: { women = 0 } }, count) => [
    state === 'confirmed' && count.many('women', women, on, 'D'),
  ],
})
