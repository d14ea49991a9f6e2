import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, done, limit, orgCode, orgRef, uuid } from './shared.ts'

const params = z.object({ id: uuid })
/** More than a federation has: the tree is read whole. */
export const most = 2_000

const node = z.object({
  id: uuid,
  name: z.string(),
  level: z.string(),
  state: z.string(),
  aliases: z.array(z.string()),
  meaning: z.string().nullable(),
  number: z.string().nullable(),
  department: z.string().nullable(),
  issuedOn: z.string(),
  org: orgRef,
  /** The one it stands under, and the one that took its place, where this reader sees them. */
  parent: uuid.nullable(),
  successor: uuid.nullable(),
  /** Services that belong to it whole. */
  programmes: z.array(z.string()),
  /** Figures may be told under it; an outside agenda and a wording are only quoted. */
  counted: z.boolean(),
  /** This post says what belongs to it. */
  mine: z.boolean(),
  demo: z.boolean(),
})
export type Initiative = z.infer<typeof node>

export const listInitiatives = contract({
  id: 'listInitiatives',
  method: 'GET',
  path: '/initiatives',
  access: 'post',
  summary: '主线、工程、行动：本组织、上级和下级的 / Lines, projects and actions in sight, as a flat tree',
  query: z.object({ limit: z.coerce.number().int().min(1).max(most).default(most) }),
  response: z.object({
    items: z.array(node),
    /** What may belong to one. */
    programmes: z.array(z.object({ id: z.string(), label: z.string(), confidential: z.boolean() })),
  }),
})

const measured = z.object({
  measure: z.string(),
  label: z.string(),
  unit: z.string(),
  unitLabel: z.string(),
  kind: z.string(),
  value: z.number().nullable(),
  grades: z.object({ A: z.number(), B: z.number(), C: z.number(), D: z.number() }),
  suppressed: z.boolean().optional(),
})

export const getInitiativeFigures = contract({
  id: 'getInitiativeFigures',
  method: 'GET',
  path: '/initiatives/:id/figures',
  access: 'post',
  summary:
    '一个工程或行动和它下面的一切，合起来的数字，每条记录只算一次 / Figures of an initiative and all below it, each record once',
  params,
  query: z.object({
    org: orgCode.optional(),
    from: day,
    to: day,
    /** With what stood under its earlier names. */
    earlier: z.enum(['true', 'false']).default('true'),
  }),
  response: z.object({
    org: orgRef,
    from: z.string(),
    to: z.string(),
    asOf: z.string(),
    /** The initiatives told together. */
    initiatives: z.array(z.object({ id: uuid, name: z.string() })),
    programmes: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        /** The whole service belongs here; else the marked records only. */
        whole: z.boolean(),
        measures: z.array(measured),
      }),
    ),
  }),
  refuses: ['not-found', 'out-of-scope', 'period-wrong', 'initiative-quoted'],
})
export type InitiativeMeasure = z.infer<typeof measured>

export const listInitiativeRecords = contract({
  id: 'listInitiativeRecords',
  method: 'GET',
  path: '/initiatives/:id/records',
  access: 'post',
  summary: '归入一个工程或行动的记录 / Records marked as belonging to an initiative',
  params,
  query: z.object({ programme: z.string().max(60).optional(), cursor, limit }),
  response: z.object({
    items: z.array(
      z.object({ id: uuid, programme: z.string(), programmeLabel: z.string(), title: z.string(), org: orgRef }),
    ),
    next: z.string().nullable(),
  }),
  refuses: ['not-found', 'cursor-invalid'],
})

export const setInitiativeProgrammes = contract({
  id: 'setInitiativeProgrammes',
  method: 'PUT',
  path: '/initiatives/:id/programmes',
  access: 'post',
  summary: '哪些服务整个归入 / Which services belong to an initiative whole',
  params,
  body: z.object({ programmes: z.array(z.string().max(60)).max(300) }),
  response: done,
  refuses: ['not-found', 'not-allowed', 'programme-unknown', 'initiative-quoted'],
})

const ofRecord = z.object({ programme: z.string().max(60), id: uuid })
const marks = z.object({ items: z.array(z.object({ id: uuid, name: z.string() })), mayMark: z.boolean() })

export const getRecordInitiatives = contract({
  id: 'getRecordInitiatives',
  method: 'GET',
  path: '/records/:programme/:id/initiatives',
  access: 'post',
  summary: '一条记录归入哪些工程和行动 / Initiatives a record belongs to',
  params: ofRecord,
  response: marks,
  refuses: ['not-found', 'programme-unknown'],
})

export const setRecordInitiatives = contract({
  id: 'setRecordInitiatives',
  method: 'PUT',
  path: '/records/:programme/:id/initiatives',
  access: 'post',
  summary: '把一条记录归入工程和行动 / Say which initiatives a record belongs to',
  params: ofRecord,
  body: z.object({ initiatives: z.array(uuid).max(30) }),
  response: marks,
  refuses: ['not-found', 'programme-unknown', 'not-allowed', 'initiative-quoted', 'initiative-sealed'],
})
