import { agreementFields, agreementStates, agreementSteps, forceMoves, validityClock } from '../../core/agreement.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { keepers, readers } from './posts.ts'

const lane = {
  name: field.text({ label: { zh: '项目', en: 'Lane' }, class: 'P0', required: true, max: 60 }),
  target: field.integer({ label: { zh: '目标', en: 'Target' }, class: 'P0', required: true, min: 1, max: 10_000 }),
}

/** 对外合作协议 — L150; figure F052 (“五个十”: five lanes of ten). What is promised and what was done are two columns. */
export const exchangeAgreement = defineProgramme({
  id: 'exchange-agreement',
  version: 1,
  kind: 'case',
  service: 'organising',
  label: { zh: '对外合作协议', en: 'Agreements abroad' },
  short: { zh: '协议', en: 'Agreements' },
  noun: { zh: '份', en: 'agreement' },
  help: {
    zh: '和国外、境外妇女组织签的备忘录、协议登记一份：谁和谁、到什么时候、有哪几个项目、各要做多少。做成一次记一次。不登记外方个人信息。',
    en: 'Memoranda with women’s organisations abroad: parties, validity, lanes and targets. What was done is recorded lane by lane. No personal data of the other side.',
  },
  sources: ['L150', 'F052', 'C24'],
  access: { see: readers, create: keepers },
  fields: {
    ...agreementFields,
    lanes: field.list(lane, { label: { zh: '合作项目', en: 'Lanes' }, class: 'P0', max: 20 }),
  },
  title: 'title',
  dated: 'signedOn',
  states: agreementStates,
  initial: 'force',
  editableIn: ['force'],
  actions: {
    report: {
      label: { zh: '记一次成果', en: 'Record a result' },
      from: ['force'],
      to: 'same',
      by: keepers,
      asks: {
        lane: field.text({ label: { zh: '哪个项目', en: 'Lane' }, class: 'P0', required: true, max: 60 }),
        done: field.integer({ label: { zh: '做成', en: 'Done' }, class: 'P0', required: true, min: 1, max: 10_000 }),
        what: field.text({ label: { zh: '做了什么', en: 'What' }, class: 'P0', required: true, max: 300 }),
      },
      tone: 'main',
    },
    ...agreementSteps(keepers, ['validTo', 'lanes']),
  },
  clocks: { validity: validityClock('L150') },
  measures: {
    force: stock('item', {
      label: { zh: '有效对外协议', en: 'Agreements in force' },
      unitLabel: { zh: '份', en: 'agreements' },
      includes: '当日有效的协议、备忘录',
      excludes: '已到期、终止',
    }),
    lanes: flow('item', {
      label: { zh: '协议合作项目', en: 'Lanes agreed' },
      aliases: ['五个十'],
      unitLabel: { zh: '组', en: 'lanes' },
      includes: '协议写明的合作项目，一项一组，按签署日期；是计划不是成果',
      excludes: '做成的数（看协议成果）',
    }),
    results: flow('item', {
      label: { zh: '协议成果', en: 'Results' },
      includes: '按项目记下的成果数，按登记日期',
      excludes: '目标数',
    }),
  },
  counts: ({ on, answers, history }, count) => [
    ...forceMoves(history, on).map((move) => (move.in ? count.one('force', move.on) : count.gone('force', move.on))),
    count.many('lanes', (answers.lanes ?? []).length, on, 'A'),
    ...history
      .filter((done) => done.action === 'report')
      .map((done) => count.many('results', Number(done.answers.done ?? 0), done.on, 'A')),
  ],
})
