import { workingDays } from '../../core/clock.ts'
import { addCalendarDays } from '../../core/day.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { insuredNotice } from './documents/insured-notice.ts'
import { insuredFields } from './insured-fields.ts'

const hands = ['chair', 'rights', 'family'] as const

/** 参保人 — L122; F043 (sum over persons), F044; R-INS-01. One record a woman and batch. */
export const insured = defineProgramme({
  id: 'insured',
  version: 1,
  kind: 'member',
  service: 'insurance',
  label: { zh: '参保人', en: 'Insured persons' },
  short: { zh: '参保', en: 'Insured' },
  noun: { zh: '人', en: 'insured person' },
  help: {
    zh: '几个人手工加，成批的下载 Excel 模板导入：每人一行，所属批次写批次名称，“现在的状态”选“已承保”就一次到位。先问本人同不同意把信息交给保险公司。同一批一人只登记一次。',
    en: 'Add a few by hand, many by the Excel template: one row a person, with the name of the batch. Ask her first whether the insurer may get her data. Once a person and batch.',
  },
  sources: ['L122', 'F043', 'F044', 'R-INS-01'],
  access: { see: [...hands, 'finance'], create: hands },
  fields: insuredFields,
  title: 'name',
  dated: 'listedOn',
  personField: 'person',
  parentField: 'batch',
  states: {
    listed: { zh: '已列名单', en: 'Listed' },
    insured: { zh: '已承保', en: 'Insured' },
    declined: { zh: '不符合条件', en: 'Not eligible' },
    withdrawn: { zh: '本人不参保', en: 'Withdrawn' },
    ended: { zh: '提前终止', en: 'Ended early' },
  },
  initial: 'listed',
  editableIn: ['listed'],
  checks: {
    agreed: {
      label: { zh: '本人单独同意交给保险公司', en: 'She agreed that the insurer gets her data' },
      rule: 'R-INS-01',
      met: ({ answers }) => answers.consent === true,
    },
    covered: {
      label: { zh: '保额大于零，到期在开始之后', en: 'A sum insured, and a term' },
      rule: 'L122',
      met: ({ answers: a }) => (a.sumInsured ?? 0) > 0 && (a.coverTo ?? '') > (a.coverFrom ?? ''),
    },
    verified: {
      label: { zh: '写明资格由谁核对', en: 'It says who confirmed that she qualifies' },
      rule: 'R-CAN-04',
      met: ({ answers }) => Boolean(answers.source),
    },
  },
  actions: {
    insure: {
      label: { zh: '已承保', en: 'Insured' },
      from: ['listed'],
      to: 'insured',
      by: hands,
      needs: ['agreed', 'covered', 'verified'],
      tone: 'main',
    },
    notify: {
      label: { zh: '已告知本人', en: 'She was told' },
      from: ['insured'],
      to: 'same',
      by: hands,
      makes: ['insured-notice'],
      asks: {
        how: field.choice(
          {
            face: { zh: '当面', en: 'In person' },
            phone: { zh: '电话', en: 'By phone' },
            paper: { zh: '送告知书', en: 'By letter' },
          },
          { label: { zh: '怎么告知的', en: 'How' }, class: 'P1', required: true },
        ),
      },
      tone: 'main',
    },
    decline: {
      label: { zh: '不符合条件', en: 'Not eligible' },
      from: ['listed'],
      to: 'declined',
      by: hands,
      reason: true,
    },
    withdraw: { label: { zh: '本人不参保', en: 'She does not want it' }, from: ['listed'], to: 'withdrawn', by: hands },
    end: { label: { zh: '提前终止', en: 'Ends early' }, from: ['insured'], to: 'ended', by: hands, reason: true },
    undo: {
      label: { zh: '登记错了，退回', en: 'Entered by mistake' },
      from: ['insured', 'declined', 'withdrawn'],
      to: 'listed',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    tell: {
      label: { zh: '告知本人保什么、怎么报案', en: 'Tell her what is covered and how to claim' },
      from: 'insured',
      until: ['ended', 'listed'],
      done: ['notify'],
      within: workingDays(15),
      legal: false,
      rule: 'R-INS-01',
    },
  },
  documents: { 'insured-notice': insuredNotice },
  claims: ({ state, person, answers }) =>
    person && answers.batch && (state === 'listed' || state === 'insured')
      ? [{ person, key: `insured-in-${answers.batch}` }]
      : [],
  measures: {
    persons: flow('person', {
      label: { zh: '健康保险受益妇女', en: 'Women insured' },
      aliases: ['低收入家庭妇女受益', '参保妇女'],
      includes: '已承保的妇女，按保险开始日；一人几批、几年只算一人',
      excludes: '列入名单未承保；不符合条件；赔付人数（另计）',
    }),
    sumInsured: flow('yuan', {
      label: { zh: '健康保险保额', en: 'Sum insured' },
      aliases: ['保额'],
      includes: '已承保的每个人的保额相加，按保险开始日',
      excludes: '保费；赔付；募集款物（保额不是钱，不与任何金额相加）',
    }),
    inForce: stock('person', {
      label: { zh: '保险中的妇女', en: 'Women covered on the day' },
      includes: '当日在保险期内的妇女，按人去重',
      excludes: '已到期、提前终止',
    }),
  },
  counts: ({ state, person, reached, answers: { coverFrom, coverTo, sumInsured = 0 } }, count) => {
    if (!person || !coverFrom || !coverTo || (state !== 'insured' && state !== 'ended')) return []
    const over = addCalendarDays(coverTo, 1)
    // Ended before cover began: she was never covered.
    const left = state === 'ended' && reached.ended !== undefined && reached.ended < over ? reached.ended : over
    if (left <= coverFrom) return []
    return [
      count.person('persons', coverFrom, person),
      count.money('sumInsured', sumInsured, coverFrom),
      count.person('inForce', coverFrom, person),
      count.person('inForce', left, person, -1),
    ]
  },
})
