import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, limit, orgCode, orgRef } from './shared.ts'

const measureKind = z.enum(['flow', 'stock', 'person', 'money', 'rate'])
export type MeasureKind = z.infer<typeof measureKind>

const count = z.number().int()
/** A month yyyymm or a whole number of the measure's unit; yuan in fen; a rate is a fraction, null when nothing stands below. */
const value = z.number().nullable()
const grades = z.object({ A: count, B: count, C: count, D: count })
export type GradeSums = z.infer<typeof grades>

export const measureRow = z.object({
  id: z.string(),
  programme: z.string(),
  programmeLabel: z.string(),
  programmeShort: z.string(),
  label: z.string(),
  unit: z.string(),
  unitLabel: z.string(),
  kind: measureKind,
  confidential: z.boolean(),
  definition: z.string(),
  includes: z.string(),
  excludes: z.string(),
})
export type MeasureRow = z.infer<typeof measureRow>

export const getMeasures = contract({
  id: 'getMeasures',
  method: 'GET',
  path: '/measures',
  access: 'post',
  summary: '指标目录 / Measures and what they count',
  response: z.array(measureRow),
})

const breakdown = z.enum(['child', 'month', 'grade'])
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]), z.array(item))

/** `asOf`: a watermark from an earlier answer (exact), or a time. `from` is ignored for a stock: it stands on the day `to`. */
const question = z.object({
  measure: z.string().max(100),
  org: orgCode,
  from: day,
  to: day,
  asOf: z.string().max(600).optional(),
})

const part = z.object({
  value,
  grades,
  numerator: count.optional(),
  denominator: count.optional(),
  suppressed: z.boolean().optional(),
})
const childRow = part.extend({
  org: orgRef.extend({ short: z.string() }),
  /** The row 本级: what the organisation itself and those that hang on its division did. */
  own: z.boolean(),
  previous: value,
})
const monthRow = part.extend({ month: count, previous: value, complete: z.boolean() })

export const figure = part.extend({
  measure: z.string(),
  unit: z.string(),
  kind: measureKind,
  org: orgRef,
  from: z.string(),
  to: z.string(),
  /** The moment of the answer; give the watermark back as `asOf` and the same answer comes again. */
  asOf: z.string(),
  watermark: z.string(),
  entries: count,
  previous: z.object({ value, from: z.string(), to: z.string() }),
  /** To who does not handle the cases of a confidential measure: the closed half-years it covers; null when none is closed. */
  covers: z.object({ from: z.string(), to: z.string() }).nullable().optional(),
  byChild: z.array(childRow).optional(),
  byMonth: z.array(monthRow).optional(),
})
export type Figure = z.infer<typeof figure>
export type FigurePart = z.infer<typeof part>

export const getFigure = contract({
  id: 'getFigure',
  method: 'GET',
  path: '/figures',
  access: 'post',
  summary: '一个数字：指标、范围、期间、截至 / One figure',
  query: question.extend({ by: many(breakdown) }),
  response: figure,
  refuses: [
    'measure-unknown',
    'period-wrong',
    'period-half-years',
    'figure-confidential',
    'out-of-scope',
    'as-of-wrong',
  ],
})

const entryRow = z.object({
  /** Of an entry; on measures of persons the person's dense number instead. */
  entryId: count,
  on: z.string(),
  value: count,
  grade: z.enum(['A', 'B', 'C', 'D']),
  org: orgRef,
  title: z.string(),
  detail: z.string(),
  recordLink: z.string().nullable(),
  correction: z.boolean(),
  postedAt: z.string(),
})
export const getFigureEntries = contract({
  id: 'getFigureEntries',
  method: 'GET',
  path: '/figures/entries',
  access: 'post',
  summary: '一个数字由哪些记录组成 / What a figure is made of, newest first',
  query: question.extend({ cursor, limit }),
  response: z.object({
    items: z.array(entryRow),
    next: z.string().nullable(),
    total: z.object({ count, value: count }),
    /** What is in the figure and not hers to open: "9 件, 不在您的权限内". */
    hidden: z.object({ count, value: count }),
    asOf: z.string(),
    watermark: z.string(),
  }),
  refuses: ['measure-unknown', 'period-wrong', 'figure-confidential', 'out-of-scope', 'as-of-wrong', 'cursor-invalid'],
})

export const exportFigure = contract({
  id: 'exportFigure',
  method: 'GET',
  path: '/figures/export',
  access: 'post',
  summary: '导出下级表 / The table by child as Excel',
  query: question,
  response: z.unknown(),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const getHomeFigures = contract({
  id: 'getHomeFigures',
  method: 'GET',
  path: '/figures/home',
  access: 'post',
  summary: '本单位今年的数字 / My organisation this year',
  query: z.object({ year: z.coerce.number().int().min(1949).max(2200).optional() }),
  response: z.object({
    org: orgRef,
    from: z.string(),
    to: z.string(),
    asOf: z.string(),
    watermark: z.string(),
    items: z.array(
      part.extend({
        measure: z.string(),
        programme: z.string(),
        label: z.string(),
        unit: z.string(),
        unitLabel: z.string(),
        kind: measureKind,
        previous: value,
      }),
    ),
  }),
})
