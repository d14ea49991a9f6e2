import { calendarDays } from '../../core/clock.ts'
import { parseCreditCode } from '../../core/credit-code.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { above, keepers, readers } from './posts.ts'

/** 新领域建会 — L143; figure F105; C22. From the first contact to a federation that stands; the directory counts those that stand. */
export const orgSetup = defineProgramme({
  id: 'org-setup',
  version: 1,
  kind: 'case',
  service: 'organising',
  label: { zh: '新领域建会', en: 'Setting up in new fields' },
  short: { zh: '建会', en: 'Set up' },
  noun: { zh: '家', en: 'organisation' },
  help: {
    zh: '新经济组织、社会组织、新就业群体里建妇联：联系上了记一条，有了联络员、筹备、上级批准、成立。成立后到“组织”里建这家组织，家数从组织目录数。',
    en: 'A federation in a company, association or new occupation: contact, liaison, preparation, approval, founding. Then add it under Organisations: how many there are is counted there.',
  },
  sources: ['L143', 'F105', 'C22'],
  access: { see: readers, create: keepers },
  fields: {
    unit: field.text({ label: { zh: '单位名称', en: 'Unit' }, class: 'P1', required: true, min: 2, max: 60 }),
    contactedOn: field.day({ label: { zh: '联系日期', en: 'Contacted on' }, class: 'P1', required: true, past: true }),
    type: field.choice(
      {
        company: { zh: '新经济组织', en: 'Company' },
        association: { zh: '新社会组织', en: 'Association' },
        platform: { zh: '新就业群体、平台', en: 'Platform workers' },
        park: { zh: '园区、商圈、楼宇', en: 'Business park' },
      },
      { label: { zh: '哪一类', en: 'Type' }, class: 'P1', required: true },
    ),
    uscc: field.text({ label: { zh: '统一社会信用代码', en: 'Credit code' }, class: 'P1', max: 18 }),
    women: field.integer({
      label: { zh: '女职工', en: 'Women' },
      class: 'P1',
      max: 100_000,
      unitLabel: { zh: '人', en: 'people' },
    }),
    liaison: field.text({ label: { zh: '联络员', en: 'Liaison' }, class: 'P2', required: true, max: 60 }),
    foundedOn: field.day({ label: { zh: '成立日期', en: 'Founded on' }, class: 'P1', required: true, past: true }),
  },
  title: 'unit',
  dated: 'contactedOn',
  opens: ['unit', 'contactedOn', 'type', 'uscc', 'women'],
  states: {
    contacted: { zh: '已联系', en: 'Contacted' },
    preparing: { zh: '筹备中', en: 'In preparation' },
    approved: { zh: '已批准', en: 'Approved' },
    founded: { zh: '已成立', en: 'Founded' },
    dropped: { zh: '暂不具备条件', en: 'Not for now' },
  },
  initial: 'contacted',
  editableIn: ['contacted', 'preparing'],
  checks: {
    codeFits: {
      label: { zh: '信用代码填了且校验正确', en: 'The credit code is given and right' },
      rule: 'R-CODE-04',
      met: ({ answers }) => parseCreditCode(answers.uscc ?? '') !== undefined,
    },
  },
  actions: {
    prepare: {
      label: { zh: '有联络员，开始筹备', en: 'Prepare' },
      from: ['contacted'],
      to: 'preparing',
      by: keepers,
      fills: ['liaison'],
      tone: 'main',
    },
    approve: {
      label: { zh: '同意成立', en: 'Approve' },
      from: ['preparing'],
      to: 'approved',
      by: keepers,
      reach: 'below',
      at: above,
      otherThan: ['prepare'],
      needs: ['codeFits'],
      tone: 'main',
    },
    found: {
      label: { zh: '成立了', en: 'Founded' },
      from: ['approved'],
      to: 'founded',
      by: keepers,
      fills: ['foundedOn'],
      tone: 'main',
    },
    drop: {
      label: { zh: '暂不具备条件', en: 'Not for now' },
      from: ['contacted', 'preparing', 'approved'],
      to: 'dropped',
      by: keepers,
      reason: true,
    },
    again: { label: { zh: '再联系', en: 'Contact again' }, from: ['dropped'], to: 'contacted', by: keepers },
  },
  clocks: {
    approve: {
      label: { zh: '批复建会', en: 'Decide on it' },
      from: 'preparing',
      until: ['approved', 'dropped'],
      within: calendarDays(60),
      legal: false,
      rule: 'L143',
    },
    found: {
      label: { zh: '召开成立会', en: 'Found it' },
      from: 'approved',
      until: ['founded', 'dropped'],
      within: calendarDays(30),
      legal: false,
      rule: 'L143',
    },
  },
  measures: {
    contacted: flow('item', {
      label: { zh: '新领域联系单位', en: 'Units contacted' },
      unitLabel: { zh: '家', en: 'units' },
      includes: '联系上的单位，按联系日期',
      excludes: '没有联系上；已建会后的走访',
    }),
    founded: flow('item', {
      label: { zh: '新领域新建组织', en: 'Organisations founded' },
      unitLabel: { zh: '家', en: 'organisations' },
      includes: '期间内成立的，按成立日期',
      excludes: '筹备中、批准未成立；现有家数（看组织目录）',
    }),
  },
  counts: ({ state, on, answers }, count) => [
    count.one('contacted', on),
    state === 'founded' && answers.foundedOn && count.one('founded', answers.foundedOn),
  ],
})
