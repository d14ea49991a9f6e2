import { z } from 'zod'
import { localSpec } from '../local/spec.ts'
import { recordKinds } from '../programme.ts'
import { day, label, orgRef, uuid } from './shared.ts'

/** What lists, pages and forms of records are made of. Texts a reader may not see are not sent at all. */
export const privacyClass = z.enum(['P0', 'P1', 'P2', 'P3', 'P4'])
export const recordKind = z.enum(recordKinds)

const fieldBase = z.object({
  key: z.string(),
  kind: z.string(),
  label,
  class: privacyClass,
  required: z.boolean(),
  help: label.optional(),
  long: z.boolean().optional(),
  past: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unitLabel: label.optional(),
  programme: z.string().optional(),
  standing: z.array(z.string()).optional(),
  /** Choices, roles of people, or the questions of a screening. */
  options: z.array(z.object({ value: z.string(), label })).optional(),
})
export const fieldShape = fieldBase.extend({ of: z.array(fieldBase).optional() })

export const actionShape = z.object({
  id: z.string(),
  label,
  from: z.array(z.string()).or(z.literal('any')),
  to: z.string(),
  roles: z.array(z.string()),
  fills: z.array(z.string()),
  asks: z.array(fieldShape),
  needs: z.array(z.string()),
  reason: z.boolean(),
  secondPerson: z.boolean(),
  /** Question whose answer is the organisation the record goes over to. */
  moves: z.string().nullable(),
  tone: z.enum(['main', 'plain', 'safety']),
})

/** A definition as data: what the screens of a programme are drawn from. */
export const programmeShape = z.object({
  id: z.string(),
  version: z.number(),
  kind: recordKind,
  service: z.string(),
  label,
  noun: label,
  help: label,
  confidential: z.boolean(),
  numbered: z.boolean(),
  class: privacyClass,
  title: z.string(),
  dated: z.string(),
  personField: z.string().nullable(),
  parentField: z.string().nullable(),
  /** Field of the organisation a record is sent to, and the fields her posts see. */
  receiverField: z.string().nullable(),
  receiverSees: z.array(z.string()),
  fields: z.array(fieldShape),
  opens: z.array(z.string()),
  states: z.array(z.object({ id: z.string(), label })),
  initial: z.string(),
  editableIn: z.array(z.string()),
  actions: z.array(actionShape),
  checks: z.array(z.object({ id: z.string(), label, rule: z.string() })),
  clocks: z.array(z.object({ id: z.string(), label, legal: z.boolean(), law: z.string().nullable() })),
  measures: z.array(
    z.object({
      id: z.string(),
      label,
      unit: z.string(),
      /** The measure's own word for its unit: 支, 次. */
      unitLabel: label.nullable(),
      flow: z.string(),
      includes: z.string(),
      excludes: z.string(),
    }),
  ),
  mayCreate: z.boolean(),
  /** Of a local programme: what its administrator said, from which a page works out what a record counts for. */
  local: localSpec.nullable(),
})

/** A person as a list may show her: first character and a star; no name at all when she is outside the reader's scope. */
export const personRef = z.object({ id: uuid, name: z.string().nullable() })
const brandRef = z.object({ id: uuid, name: z.string() })

export const recordRow = z.object({
  id: uuid,
  number: z.string().nullable(),
  title: z.string(),
  state: z.string(),
  stateLabel: label,
  onDate: day,
  org: orgRef,
  revision: z.number(),
  sealed: z.boolean(),
  /** It was sent to the reader's organisation, and she has it for no other reason. */
  received: z.boolean(),
  demo: z.boolean(),
  brand: brandRef.nullable(),
  /** At an activity: people on its list, and heads counted besides. */
  attended: z.number().nullable(),
  heads: z.number().nullable(),
  persons: z.array(personRef),
  /** The clock that ends first, if one is running. */
  due: z.object({ label, dueOn: day, dueAt: z.string().nullable(), legal: z.boolean() }).nullable(),
})

export const headsShape = z.object({
  count: z.number().int().min(1).max(100_000),
  grade: z.enum(['B', 'C', 'D']),
  reason: z.string().trim().max(200).optional(),
  evidence: uuid.optional(),
})

const checkState = z.object({
  check: z.string(),
  label,
  rule: z.string(),
  met: z.boolean(),
  /** Steps that meet it. */
  by: z.array(z.string()),
  /** Only time meets it. */
  waits: z.boolean(),
  /** It says which of two ways is open: a step it closes is not shown. */
  route: z.boolean(),
})
/** A button: shown only when the post could press it; disabled with its unmet conditions otherwise. */
export const abilityShape = actionShape
  .pick({ id: true, label: true, fills: true, asks: true, reason: true, secondPerson: true, moves: true, tone: true })
  .extend({ allowed: z.boolean(), checks: z.array(checkState) })

export const maskedField = z.object({ field: z.string(), class: privacyClass })

export const historyItem = z.object({
  id: uuid,
  action: z.string(),
  label,
  from: z.string().nullable(),
  to: z.string(),
  toLabel: label,
  on: day,
  at: z.string(),
  revision: z.number(),
  reason: z.string().nullable(),
  by: z.object({ name: z.string().nullable(), role: z.string().nullable(), org: orgRef }),
  answers: z.record(z.string(), z.unknown()),
  masked: z.array(maskedField),
  /** What an edit changed; values of P2 and above are left out and opened like the field itself. */
  changes: z.array(
    z.object({
      field: z.string(),
      label,
      before: z.unknown().optional(),
      after: z.unknown().optional(),
      masked: z.boolean(),
    }),
  ),
})

export const attachmentShape = z.object({
  id: uuid,
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  class: privacyClass,
  sha256: z.string(),
  at: z.string(),
  mine: z.boolean(),
  /** Whoever the record was sent to may open it too. */
  forReceiver: z.boolean(),
})

/** A record that a step opened, or whose step opened this one; only where the reader sees both. */
export const arisenShape = z.object({
  id: uuid,
  programme: z.string(),
  label,
  number: z.string().nullable(),
  stateLabel: label,
})

export const clockShape = z.object({
  clock: z.string(),
  label,
  legal: z.boolean(),
  law: z.string().nullable(),
  rule: z.string(),
  startedOn: day,
  dueOn: day,
  /** The moment, for clocks of minutes and hours. */
  dueAt: z.string().nullable(),
  /** Of a clock with rounds: 0 the first. */
  round: z.number(),
  /** It stands still since this day. */
  pausedOn: day.nullable(),
  endedOn: day.nullable(),
})

export const recordView = z.object({
  id: uuid,
  programme: z.string(),
  /** Of a local programme's record made under an earlier version: that version. */
  madeUnder: programmeShape.nullable(),
  kind: recordKind,
  version: z.number(),
  number: z.string().nullable(),
  title: z.string(),
  state: z.string(),
  stateLabel: label,
  onDate: day,
  org: orgRef,
  revision: z.number(),
  sealed: z.boolean(),
  /** The organisation it was sent to. */
  receiver: orgRef.nullable(),
  /** The reader has it only because it was sent to her organisation: it holds what was meant for her. */
  received: z.boolean(),
  demo: z.boolean(),
  brand: brandRef.nullable(),
  answers: z.record(z.string(), z.unknown()),
  /** Fields that hold something this page does not show: opened one by one, with a purpose. */
  masked: z.array(maskedField),
  persons: z.array(personRef),
  /** Titles of the records it names: its team, its room. */
  linked: z.array(z.object({ id: uuid, programme: z.string(), title: z.string() })),
  /** Organisations it names. */
  orgs: z.array(orgRef),
  arisen: z.object({ from: z.array(arisenShape), to: z.array(arisenShape) }),
  heads: z.array(headsShape),
  attendance: z.object({ people: z.number(), minutes: z.number(), heads: z.number() }).nullable(),
  abilities: z.object({
    actions: z.array(abilityShape),
    edit: z.boolean(),
    attend: z.boolean(),
    attach: z.boolean(),
    /** A file she adds may be meant for whom the record is sent to. */
    share: z.boolean(),
    open: z.boolean(),
    handlers: z.boolean(),
  }),
  clocks: z.array(clockShape),
  checks: z.array(checkState),
  history: z.array(historyItem),
  attachments: z.array(attachmentShape),
  /** Who can see it: everyone of these roles here and above, or named people only. */
  seenBy: z.object({
    sealed: z.boolean(),
    roles: z.array(z.object({ role: z.string(), label })),
    people: z.array(z.object({ account: uuid, name: z.string().nullable(), why: z.enum(['handler', 'rights']) })),
  }),
  /** Handlers that were proposed and wait for a second person (R-PRI-08). */
  handlerRequests: z.array(
    z.object({
      id: uuid,
      account: uuid,
      name: z.string().nullable(),
      reason: z.string(),
      mine: z.boolean(),
      mayDecide: z.boolean(),
    }),
  ),
  /** How often P3/P4 of it was opened in the last 30 days; null when that is not this reader's to know. */
  viewed: z.number().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})

/** A record the actor has just handed over to another organisation: no longer hers to see. */
export const movedRecord = z.object({ moved: orgRef })
