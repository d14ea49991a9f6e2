import { z } from 'zod'
import { bounds, indicatorLevels, indicatorUnitIds } from '../indicators/indicator.ts'
import { absentReasonIds, valueForms, valueStateIds, valueStepIds } from '../indicators/indicator-value.ts'
import { outlineIds } from '../indicators/outline.ts'
import { standings } from '../indicators/progress.ts'
import { contract } from './contract.ts'
import { cursor, day, label, limit, orgCode, orgRef, pageOf, uuid } from './shared.ts'

const code = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,19}$/)
const year = z.coerce.number().int().min(1990).max(2100)
const outline = z.enum(outlineIds)
const words = (max: number) => z.string().trim().max(max)
const said = (max: number) => z.string().trim().min(1).max(max)
const number = z.number().min(-1e9).max(1e9)
const part = z.number().min(0).max(1e12)

const target = z.object({
  year,
  /** In the indicator's unit; null where the outline asks in words only. */
  value: number.nullable(),
  bound: z.enum(bounds),
  /** As the outline says it. */
  words: said(200),
})

/** What a definition is written with. */
const definitionBody = z.object({
  outline,
  domain: z.string().max(30),
  name: z.string().trim().min(2).max(60),
  nameEn: words(120).nullable().default(null),
  unit: z.enum(indicatorUnitIds),
  decimals: z.number().int().min(0).max(3),
  direction: z.enum(['up', 'down']),
  numerator: words(200).default(''),
  denominator: words(200).default(''),
  department: said(60),
  level: z.enum(indicatorLevels),
  baseYear: year,
  targets: z.array(target).max(4).default([]),
})

const definition = definitionBody.extend({
  code,
  version: z.number(),
  unitLabel: label,
  domainLabel: label,
  /** What must be said beside every value: a share that is called a coverage (C16). */
  caution: label.nullable(),
  /** Why this version. */
  reason: z.string().nullable(),
  byName: z.string().nullable(),
  at: z.string(),
  demo: z.boolean(),
})
export type IndicatorShape = z.infer<typeof definition>

const step = z.object({
  step: z.string(),
  told: z.number().nullable(),
  reason: z.string().nullable(),
  byName: z.string(),
  at: z.string(),
})

const value = z.object({
  id: uuid,
  indicator: code,
  name: z.string(),
  unitLabel: label,
  decimals: z.number(),
  org: orgRef,
  year: z.number(),
  version: z.number(),
  /** Version of the definition it was reported by. */
  definition: z.number(),
  state: z.enum(valueStateIds),
  form: z.enum(valueForms),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  baseTerm: z.string().nullable(),
  baseValue: z.number().nullable(),
  /** The indicator's own level; null for a change whose base nobody stated. */
  level: z.number().nullable(),
  source: z.string().nullable(),
  page: z.string().nullable(),
  absent: z.enum(absentReasonIds).nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** Told by others, never counted from records. */
  grade: z.literal('D'),
  caution: label.nullable(),
  /** The reader reported it: somebody else checks. */
  own: z.boolean(),
  /** Steps this reader may take now. */
  may: z.array(z.enum([...valueStepIds, 'report'])),
  demo: z.boolean(),
})
export type IndicatorValueShape = z.infer<typeof value>

const progress = z.object({
  standing: z.enum(standings),
  target: target.nullable(),
  /** Missing to the target, in the indicator's unit. */
  gap: z.number().nullable(),
  /** Where the straight path from base year to target year is in the latest value's year. */
  expected: z.number().nullable(),
})

const latest = z.object({ year: z.number(), level: z.number(), form: z.enum(valueForms) })

const row = z.object({ definition, latest: latest.nullable(), progress, absent: z.enum(absentReasonIds).nullable() })
export type IndicatorRow = z.infer<typeof row>

export const listIndicators = contract({
  id: 'listIndicators',
  method: 'GET',
  path: '/indicators',
  access: 'post',
  summary:
    '两纲监测指标：最新值、目标、差距、进度 / Indicators of the two outlines with an area’s latest published value and how it stands to the target; grade D, no part of the figures',
  query: z.object({
    /** The area, by its federation; default: the reader's own, or the nearest above that has values. */
    org: orgCode.optional(),
    outline: outline.optional(),
    domain: z.string().max(30).optional(),
    q: z.string().trim().max(60).optional(),
    cursor,
    limit,
  }),
  response: pageOf(row).extend({
    org: orgRef,
    /** Areas one may look at: the region, its leagues, and the reader's own. */
    areas: z.array(orgRef),
    abilities: z.object({ define: z.boolean(), report: z.boolean() }),
    /** Values that wait for this reader's eyes. */
    waiting: z.number(),
  }),
  refuses: ['cursor-invalid', 'not-found'],
})

const areaRow = z.object({
  org: orgRef,
  value: value.nullable(),
  progress,
})
export type IndicatorArea = z.infer<typeof areaRow>

const page = z.object({
  definition,
  /** Older versions, the newest first. */
  versions: z.array(definition),
  org: orgRef,
  progress,
  /** The area's newest published value of each year, or that there is none. */
  series: z.array(value),
  /** Where the straight paths between base year and targets are, year by year. */
  path: z.array(z.object({ year: z.number(), value: z.number() })),
  /** The year of the table by area. */
  year: z.number(),
  years: z.array(z.number()),
  /** The area itself, and those one level below it, as they stood in that year. */
  areas: z.array(areaRow),
  abilities: z.object({ define: z.boolean(), report: z.boolean() }),
})
export type IndicatorPage = z.infer<typeof page>

export const getIndicator = contract({
  id: 'getIndicator',
  method: 'GET',
  path: '/indicators/:code',
  access: 'post',
  summary: '一个指标：历年、路径、各地 / One indicator: years, target path, areas below',
  params: z.object({ code }),
  query: z.object({ org: orgCode.optional(), year: year.optional() }),
  response: page,
  refuses: ['not-found'],
})

export const defineIndicator = contract({
  id: 'defineIndicator',
  method: 'POST',
  path: '/indicators',
  access: 'post',
  summary: '定一个指标，或它的新版本（写明原因） / Define an indicator, or a new version of it with its reason',
  body: definitionBody.extend({
    id: uuid,
    code,
    /** The newest version known to the writer; 0 for a new indicator. */
    after: z.number().int().min(0).max(999),
    reason: words(200).nullable().default(null),
  }),
  response: definition,
  refuses: ['not-allowed', 'indicator-domain-unknown', 'indicator-moved', 'reason-needed', 'indicator-parts-words'],
})

export const listIndicatorValues = contract({
  id: 'listIndicatorValues',
  method: 'GET',
  path: '/indicator-values',
  access: 'post',
  summary:
    '指标值：待办的，或一个地方一年的各个版本 / Values under way, or every version of an area’s year; newest version first',
  query: z.object({
    indicator: code.optional(),
    org: orgCode.optional(),
    year: year.optional(),
    state: z.enum(valueStateIds).optional(),
    /** Only what waits for somebody: asked for, reported or checked. */
    waiting: z.enum(['true', 'false']).default('false'),
    cursor,
    limit,
  }),
  response: pageOf(value),
  refuses: ['cursor-invalid'],
})

export const getIndicatorValue = contract({
  id: 'getIndicatorValue',
  method: 'GET',
  path: '/indicator-values/:id',
  access: 'post',
  summary: '一个值：出处、各版本、谁做了什么 / One value: source, versions, and who did what',
  params: z.object({ id: uuid }),
  response: z.object({ value, versions: z.array(value), steps: z.array(step) }),
  refuses: ['not-found'],
})
export type IndicatorValuePage = z.infer<typeof getIndicatorValue.response>

export const reportIndicatorValue = contract({
  id: 'reportIndicatorValue',
  method: 'POST',
  path: '/indicator-values',
  access: 'post',
  summary:
    '报一个值、更正一个已发布的值，或写明没有 / Report a value, correct a published one (a new version), or say that there is none',
  body: z.object({
    id: uuid,
    indicator: code,
    org: orgCode,
    year,
    form: z.enum(valueForms).default('level'),
    value: number.nullable().default(null),
    numerator: part.nullable().default(null),
    denominator: part.nullable().default(null),
    baseTerm: words(60).nullable().default(null),
    baseValue: number.nullable().default(null),
    source: words(120).nullable().default(null),
    page: words(40).nullable().default(null),
    absent: z.enum(absentReasonIds).nullable().default(null),
    note: words(200).nullable().default(null),
    /** Of a correction. */
    reason: words(200).nullable().default(null),
  }),
  response: value,
  refuses: [
    'not-allowed',
    'not-found',
    'input-invalid',
    'indicator-not-collected',
    'indicator-implausible',
    'indicator-parts-disagree',
    'indicator-part-over-whole',
    'indicator-checked',
    'reason-needed',
  ],
})

export const stepIndicatorValues = contract({
  id: 'stepIndicatorValues',
  method: 'POST',
  path: '/indicator-values/steps',
  access: 'post',
  summary:
    '核对、发布、退回（不是报数的人） / Check, publish or return values, by somebody else than who reported them; all of them or none',
  body: z.object({
    ids: z.array(uuid).min(1).max(500),
    step: z.enum(valueStepIds),
    reason: words(200).nullable().default(null),
  }),
  response: z.object({ done: z.number() }),
  refuses: [
    'not-allowed',
    'not-found',
    'second-person',
    'indicator-step-not-now',
    'indicator-base-missing',
    'indicator-parts-missing',
    'reason-needed',
  ],
})

export const requestIndicatorValues = contract({
  id: 'requestIndicatorValues',
  method: 'POST',
  path: '/indicator-values/requests',
  access: 'post',
  summary: '向各地要一个指标一年的数 / Ask areas for an indicator’s value of a year; those that have one are left',
  body: z.object({ indicator: code, year, orgs: z.array(orgCode).min(1).max(150), dueOn: day }),
  response: z.object({ asked: z.number() }),
  refuses: ['not-allowed', 'not-found', 'indicator-not-collected'],
})

const sheetQuery = z.object({
  org: orgCode.optional(),
  /** `years`: one indicator, a column a year. `indicators`: one year, a column an indicator. */
  layout: z.enum(['years', 'indicators']).default('years'),
  indicator: code.optional(),
  outline: outline.optional(),
  year: year.optional(),
})

export const exportIndicators = contract({
  id: 'exportIndicators',
  method: 'GET',
  path: '/indicators/sheet',
  access: 'post',
  summary:
    '导出：行是地区，列是年份或指标；改了可以再导入 / A workbook of areas by years or by indicators; it can be filled and imported again',
  query: sheetQuery,
  response: z.unknown(),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  refuses: ['not-found', 'input-invalid'],
})

const problem = z.object({ cell: z.string(), text: z.string() })
export const importIndicators = contract({
  id: 'importIndicators',
  method: 'POST',
  path: '/indicators/import',
  access: 'post',
  summary:
    '导入年鉴样式的表：先试导，有错整张不收，错处标在退回的表里 / Take over a yearbook-like sheet: a dry run first; with an error nothing is taken and the marked sheet comes back',
  form: z.object({
    source: z.string().max(120),
    page: z.string().max(40).optional(),
    /** Where the sheet does not say it itself. */
    indicator: z.string().max(20).optional(),
    year: z.string().max(4).optional(),
    /** Of corrections to published values. */
    reason: z.string().max(200).optional(),
    dryRun: z.enum(['true', 'false']).default('true'),
  }),
  response: z.object({
    dryRun: z.boolean(),
    /** Cells with something in them. */
    cells: z.number(),
    /** New or changed; taken when this was no dry run and nothing was wrong. */
    fresh: z.number(),
    /** Said the same already. */
    held: z.number(),
    problems: z.array(problem),
    wrong: z.number(),
    /** The sheet with its problems written in, as base64; null when nothing is wrong. */
    marked: z.string().nullable(),
  }),
  consumes: 'multipart/form-data',
  refuses: [
    'not-allowed',
    'file-wrong',
    'too-large',
    'input-invalid',
    'indicator-sheet-wrong',
    'indicator-sheet-large',
  ],
})
export type IndicatorImport = z.infer<typeof importIndicators.response>
