import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, label, limit, orgCode, orgRef, pageOf, uuid } from './shared.ts'

const params = z.object({ id: uuid })
const count = z.number().int()
const grades = z.object({ A: count, B: count, C: count, D: count })

/** A measure as it was defined when the figure was taken. */
export const definition = z.object({
  label,
  programme: label,
  unit: z.string(),
  unitLabel: label,
  kind: z.enum(['flow', 'stock', 'person', 'money', 'rate']),
  includes: z.string(),
  excludes: z.string(),
  version: count,
})
export type ReleasedDefinition = z.infer<typeof definition>

export const releasedFigure = z.object({
  position: count,
  /** FB-152921-2026-00003-01; null until it is sealed. */
  trace: z.string().nullable(),
  measure: z.string(),
  definition,
  org: orgRef,
  from: z.string(),
  to: z.string(),
  /** Whole units, yuan in fen; null for a rate, which keeps its two parts. */
  value: count.nullable(),
  numerator: count.nullable(),
  denominator: count.nullable(),
  /** Null for a confidential measure: a grade may be a small cell. */
  grades: grades.nullable(),
  entries: count.nullable(),
})
export type ReleasedFigure = z.infer<typeof releasedFigure>

const value = count.nullable()
/** One measure by the organisations right below and by calendar years. A value held back is null (decision 0014). */
const releasedTable = z.object({
  position: count,
  /** FB-152921-2026-00003-T01; null until it is sealed. */
  trace: z.string().nullable(),
  measure: z.string(),
  definition,
  org: orgRef,
  columns: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Yuan in fen. */
  rows: z.array(z.object({ org: orgRef, values: z.array(value) })),
  total: z.array(value),
})
export type ReleasedTable = z.infer<typeof releasedTable>

export const releaseState = z.enum(['asked', 'returned', 'sealed', 'withdrawn'])
export type ReleaseState = z.infer<typeof releaseState>

const releaseRow = z.object({
  id: uuid,
  number: z.string().nullable(),
  title: z.string(),
  org: orgRef,
  state: releaseState,
  /** A later sealed release of the same organisation stands in its place. */
  superseded: z.object({ id: uuid, number: z.string() }).nullable(),
  asOf: z.string(),
  figures: count,
  madeBy: z.string(),
  madeAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
})
export type ReleaseRow = z.infer<typeof releaseRow>

const release = releaseRow.omit({ figures: true }).extend({
  note: z.string(),
  watermark: z.string(),
  supersedes: z.object({ id: uuid, number: z.string() }).nullable(),
  withdrawnAt: z.string().nullable(),
  reason: z.string().nullable(),
  sha256: z.string().nullable(),
  sm3: z.string().nullable(),
  figures: z.array(releasedFigure),
  tables: z.array(releasedTable),
  abilities: z.object({
    decide: z.object({ allowed: z.boolean(), why: z.string().nullable() }),
    withdraw: z.object({ allowed: z.boolean() }),
  }),
})
export type Release = z.infer<typeof release>

export const listReleases = contract({
  id: 'listReleases',
  method: 'GET',
  path: '/releases',
  access: 'post',
  summary: '发布的数字：已封存的，和本单位待批的 / Releases, newest first',
  query: z.object({ cursor, limit }),
  response: pageOf(releaseRow).extend({ mayMake: z.boolean() }),
  refuses: ['cursor-invalid'],
})

export const getRelease = contract({
  id: 'getRelease',
  method: 'GET',
  path: '/releases/:id',
  access: 'post',
  summary: '一次发布 / One release with its figures',
  params,
  response: release,
  refuses: ['not-found'],
})

export const askRelease = contract({
  id: 'askRelease',
  method: 'POST',
  path: '/releases',
  access: 'post',
  summary: '选定数字、期间、截至，送另一人批准 / Choose figures and ask a second person',
  body: z.object({
    id: uuid,
    title: z.string().trim().min(2).max(100),
    note: z.string().trim().max(1000).default(''),
    asOf: z.string().max(600).optional(),
    supersedes: uuid.optional(),
    figures: z
      .array(z.object({ measure: z.string().max(100), org: orgCode, from: day, to: day }))
      .min(1)
      .max(300),
    /** Tables by the organisations right below, a column for each calendar year. */
    tables: z
      .array(
        z.object({
          measure: z.string().max(100),
          org: orgCode,
          firstYear: z.number().int().min(1949).max(2299),
          lastYear: z.number().int().min(1949).max(2299),
        }),
      )
      .max(10)
      .default([]),
  }),
  response: release,
  refuses: [
    'not-allowed',
    'measure-unknown',
    'period-wrong',
    'period-whole-months',
    'out-of-scope',
    'figure-confidential',
    'as-of-wrong',
    'release-figure-twice',
    'release-reveals',
    'release-whole-years',
    'release-table-closed',
    'release-table-wrong',
    'release-not-yours',
    'action-reused',
  ],
})

export const decideRelease = contract({
  id: 'decideRelease',
  method: 'POST',
  path: '/releases/:id/decide',
  access: 'post',
  summary: '批准并封存，或退回 / Approve and seal, or return',
  params,
  body: z.object({ approve: z.boolean(), reason: z.string().trim().min(2).max(500).optional() }),
  response: release,
  refuses: ['not-found', 'not-allowed', 'second-person', 'reason-needed', 'release-decided', 'release-moved'],
})

export const withdrawRelease = contract({
  id: 'withdrawRelease',
  method: 'POST',
  path: '/releases/:id/withdraw',
  access: 'post',
  summary: '撤回；不删除，写明原因 / Withdraw, with the reason; nothing is deleted',
  params,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  response: release,
  refuses: ['not-found', 'not-allowed', 'release-not-sealed'],
})

export const checkRelease = contract({
  id: 'checkRelease',
  method: 'GET',
  path: '/releases/:id/check',
  access: 'post',
  summary: '现在重算一遍，看是否一字不差 / Recompute it now',
  params,
  response: z.object({
    same: z.boolean(),
    checkedAt: z.string(),
    entries: count,
    mismatches: z.array(z.object({ where: z.string(), expected: z.string(), found: z.string() })),
  }),
  refuses: ['not-found', 'release-not-sealed'],
})

/** One of two figures: a trace code (FB-152921-2026-00003-01), or measure~organisation~from~to, and ~as-of when it is not now. */
const side = z.string().max(900)
const explained = z.object({
  measure: z.string(),
  label,
  unit: z.string(),
  unitLabel: label,
  org: orgRef,
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  trace: z.string().nullable(),
  version: count,
  /** Whole units, yuan in fen; a rate as a fraction. */
  value: z.number().nullable(),
})
export type ExplainedSide = z.infer<typeof explained>

/** period, place: they ask about other days or organisations. merged: a division went elsewhere. late, since: recorded after
 * the earlier moment, of a day before or after it. correction: a record changed. recount: counted anew (definition, person). */
const cause = z.enum(['period', 'place', 'merged', 'late', 'since', 'correction', 'recount'])
export type DifferenceCause = z.infer<typeof cause>

export const explainFigures = contract({
  id: 'explainFigures',
  method: 'GET',
  path: '/figures/explain',
  access: 'post',
  summary: '两个数为什么不同：口径、期间、截至，逐笔到记录 / Why two figures differ, down to the record',
  query: z.object({ a: side, b: side }),
  response: z.object({
    a: explained,
    b: explained,
    same: z.object({
      measure: z.boolean(),
      unit: z.boolean(),
      org: z.boolean(),
      period: z.boolean(),
      asOf: z.boolean(),
      version: z.boolean(),
    }),
    /** Empty where they are of different measures: those are not compared. A rate has one part above its line and those below. */
    parts: z.array(
      z.object({
        measure: z.string(),
        label,
        a: count,
        b: count,
        causes: z.array(z.object({ cause, entries: count, worth: count })),
        /** The newest of what differs that the reader may open. */
        items: z.array(
          z.object({
            cause,
            on: z.string(),
            worth: count,
            org: orgRef,
            title: z.string(),
            recordLink: z.string().nullable(),
            postedAt: z.string(),
          }),
        ),
        hidden: count,
      }),
    ),
  }),
  refuses: ['input-invalid', 'not-found', 'measure-unknown', 'out-of-scope', 'figure-confidential', 'as-of-wrong'],
})
