import { z } from 'zod'
import { ruleIds } from '../draft/rule-texts.ts'
import { contract } from './contract.ts'
import { cursor, label, limit, orgRef, pageOf, uuid } from './shared.ts'

const params = z.object({ id: uuid })
const name = z.string().trim().min(1).max(120)
const draftText = z.object({ name, text: z.string().min(1).max(50_000) })
/** Texts that are checked alone and against each other. */
const texts = z.array(draftText).min(1).max(5)

const place = z.object({ draft: z.number(), at: z.number(), end: z.number(), text: z.string(), quote: z.string() })

const draftNumber = z.object({
  at: z.number(),
  end: z.number(),
  text: z.string(),
  value: z.number(),
  unit: z.string(),
  bound: z.enum(['=', '>=', '<=', '~']),
  rhetorical: z.boolean(),
  period: z.string().nullable(),
  /** The measure it was taken for. */
  measure: z.object({ id: z.string(), label: z.string() }).nullable(),
})

const finding = place.extend({
  key: z.string(),
  rule: z.enum(ruleIds),
  level: z.enum(['error', 'warning', 'note']),
  why: label,
  fix: label,
  other: place.nullable(),
  /** The figure or published number it disagrees with. */
  known: z
    .object({
      kind: z.enum(['figure', 'statement', 'release']),
      id: z.string(),
      measure: z.string(),
      source: z.string(),
      /** Below the workbench: the two figures held against each other. */
      link: z.string().nullable(),
    })
    .nullable(),
  answer: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type FindingShape = z.infer<typeof finding>

const check = z.object({
  id: uuid,
  name: z.string(),
  org: orgRef,
  revision: z.number(),
  at: z.string(),
  updatedAt: z.string(),
  texts: z.array(z.object({ name: z.string(), text: z.string(), numbers: z.array(draftNumber) })),
  findings: z.array(finding),
  /** This post may change the texts and answer findings. */
  mine: z.boolean(),
})
export type CheckShape = z.infer<typeof check>

const checkRow = z.object({
  id: uuid,
  name: z.string(),
  org: orgRef,
  at: z.string(),
  numbers: z.number(),
  findings: z.number(),
  answered: z.number(),
})
export type CheckRow = z.infer<typeof checkRow>

export const readDraftText = contract({
  id: 'readDraftText',
  method: 'POST',
  path: '/checks/read',
  access: 'post',
  summary: '取出文件里的文字（.docx、.txt），不保存 / The text of a file; nothing is kept',
  form: z.object({}),
  response: draftText,
  consumes: 'multipart/form-data',
  refuses: ['not-allowed', 'file-wrong', 'draft-wrong', 'draft-empty', 'draft-too-long', 'too-large'],
})

export const addCheck = contract({
  id: 'addCheck',
  method: 'POST',
  path: '/checks',
  access: 'post',
  summary: '数检：检查一篇或几篇稿子 / Check one draft, or several against each other',
  body: z.object({ id: uuid, texts }),
  response: check,
  refuses: ['not-allowed', 'draft-empty', 'draft-too-long', 'action-reused'],
})

export const listChecks = contract({
  id: 'listChecks',
  method: 'GET',
  path: '/checks',
  access: 'post',
  summary: '检查过的稿子，新的在前 / Drafts checked, newest first',
  query: z.object({ cursor, limit }),
  response: pageOf(checkRow),
  refuses: ['not-allowed'],
})

export const getCheck = contract({
  id: 'getCheck',
  method: 'GET',
  path: '/checks/:id',
  access: 'post',
  summary: '一次检查：文字、数、问题和答复 / One check: texts, numbers, findings, answers',
  params,
  response: check,
  refuses: ['not-found', 'not-allowed'],
})

export const editCheck = contract({
  id: 'editCheck',
  method: 'PUT',
  path: '/checks/:id',
  access: 'post',
  summary: '改稿后重新检查；答复跟着句子走 / Check the changed texts again; answers stay with their sentences',
  params,
  body: z.object({ revision: z.number().int().min(1), texts }),
  response: check,
  refuses: ['not-found', 'not-allowed', 'stale-edit', 'draft-empty', 'draft-too-long'],
})

export const answerFinding = contract({
  id: 'answerFinding',
  method: 'POST',
  path: '/checks/:id/answers',
  access: 'post',
  summary: '说明理由，接受一处问题 / Accept a finding with a reason',
  params,
  body: z.object({ finding: z.string().max(80), reason: z.string().trim().min(2).max(300) }),
  response: check,
  refuses: ['not-found', 'not-allowed', 'finding-gone'],
})

export const takeBackAnswer = contract({
  id: 'takeBackAnswer',
  method: 'DELETE',
  path: '/checks/:id/answers/:finding',
  access: 'post',
  summary: '收回一条答复 / Take an answer back',
  params: params.extend({ finding: z.string().max(80) }),
  response: check,
  refuses: ['not-found', 'not-allowed'],
})
