import { z } from 'zod'
import { localSpec } from '../local/spec.ts'
import { levels } from '../org-code.ts'
import { contract } from './contract.ts'
import { programmeShape } from './record-shapes.ts'
import { label, orgRef, uuid } from './shared.ts'

export const versionStates = ['draft', 'submitted', 'in-force'] as const
const revision = z.number().int().min(1)
const id = z.string().regex(/^local-\d{4}-[0-9a-f]{10}$/)
const params = z.object({ id })
const versionParams = z.object({ id, version: z.coerce.number().int().min(1).max(999) })
const reason = z.string().trim().min(2).max(500)

/** What the second person reads, and the composer beside her form: made from the spec by the house itself. */
const reading = z.object({
  shape: programmeShape,
  /** Headings of the Excel template, in order. */
  columns: z.array(z.object({ label: z.string(), required: z.boolean() })),
  /** Who does what and who sees it; what counts; what to think about first. */
  summary: z.array(label),
  counted: z.array(label),
  warnings: z.array(label),
})
export type Reading = z.infer<typeof reading>

const version = z.object({
  version: z.number(),
  state: z.enum(versionStates),
  spec: localSpec,
  revision: z.number(),
  madeBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Why it was sent back. */
  reason: z.string().nullable(),
  abilities: z.object({ edit: z.boolean(), submit: z.boolean(), decide: z.boolean() }),
})

const localProgramme = z.object({
  id,
  label,
  org: orgRef,
  kind: z.string(),
  /** The version in force; null before the first is agreed to. */
  inForce: z.number().nullable(),
  /** A version on its way. */
  open: z.enum(['draft', 'submitted']).nullable(),
  closed: z.object({ at: z.string(), reason: z.string() }).nullable(),
  demo: z.boolean(),
  abilities: z.object({ compose: z.boolean(), close: z.boolean() }),
})
export type LocalProgramme = z.infer<typeof localProgramme>

const detail = localProgramme.extend({ versions: z.array(version), reading })
export type LocalDetail = z.infer<typeof detail>

const refuses = [
  'not-found',
  'not-allowed',
  'stale-edit',
  'local-pattern',
  'local-level',
  'local-twice',
  'local-options',
  'local-person-class',
  'local-measure',
  'local-changed',
]

export const listLocalProgrammes = contract({
  id: 'listLocalProgrammes',
  method: 'GET',
  path: '/local-programmes',
  access: 'post',
  summary: '本地项目：本组织和下级自己设的 / Local programmes of one’s own organisation and those below',
  response: z.object({
    items: z.array(localProgramme),
    mayCompose: z.boolean(),
    /** Levels of the own subtree. */
    levels: z.array(z.enum(levels as [(typeof levels)[number]])),
  }),
  refuses: ['not-allowed'],
})

export const getLocalProgramme = contract({
  id: 'getLocalProgramme',
  method: 'GET',
  path: '/local-programmes/:id',
  access: 'post',
  summary: '一个本地项目和它的各版 / A local programme with its versions',
  params,
  response: detail,
  refuses: ['not-found', 'not-allowed'],
})

export const previewLocalProgramme = contract({
  id: 'previewLocalProgramme',
  method: 'POST',
  path: '/local-programmes/preview',
  access: 'post',
  summary: '预览：表单、导入表格、谁看得到、怎么数 / What a spec makes: form, sheet, who sees, what counts',
  body: z.object({ spec: localSpec, programme: id.optional() }),
  response: reading,
  refuses,
})

export const makeLocalProgramme = contract({
  id: 'makeLocalProgramme',
  method: 'POST',
  path: '/local-programmes',
  access: 'post',
  summary: '建一个本地项目（草稿） / Make a local programme, as a draft',
  body: z.object({ id: uuid, spec: localSpec }),
  response: detail,
  refuses: [...refuses, 'action-reused'],
})

export const saveLocalVersion = contract({
  id: 'saveLocalVersion',
  method: 'PUT',
  path: '/local-programmes/:id/versions/:version',
  access: 'post',
  summary: '改草稿，或起草新的一版 / Change a draft, or begin the next version (revision 1)',
  params: versionParams,
  body: z.object({ revision, spec: localSpec }),
  response: detail,
  refuses,
})

export const submitLocalVersion = contract({
  id: 'submitLocalVersion',
  method: 'POST',
  path: '/local-programmes/:id/versions/:version/submit',
  access: 'post',
  summary: '报请同意 / Hand a version in',
  params: versionParams,
  body: z.object({ revision }),
  response: detail,
  refuses,
})

export const decideLocalVersion = contract({
  id: 'decideLocalVersion',
  method: 'POST',
  path: '/local-programmes/:id/versions/:version/decide',
  access: 'post',
  summary: '同意启用，或退回 / Agree, which puts it in force, or send it back',
  params: versionParams,
  body: z.object({ revision, agreed: z.boolean(), reason: reason.optional() }),
  response: detail,
  refuses: [...refuses, 'second-person', 'reason-needed'],
})

export const closeLocalProgramme = contract({
  id: 'closeLocalProgramme',
  method: 'POST',
  path: '/local-programmes/:id/close',
  access: 'post',
  summary: '停办：不再登记新的，已有的照办 / Close: no new records, those there go on',
  params,
  body: z.object({ reason }),
  response: detail,
  refuses: ['not-found', 'not-allowed'],
})
