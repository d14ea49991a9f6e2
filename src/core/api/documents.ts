import { z } from 'zod'
import { contract } from './contract.ts'
import { privacyClass } from './record-shapes.ts'
import { day, label, orgRef, uuid } from './shared.ts'

const record = z.object({ programme: z.string().max(60), id: uuid })
const one = z.object({ id: uuid })
const person = z.object({ name: z.string().nullable(), org: orgRef })

export const issuedDocument = z.object({
  id: uuid,
  document: z.string(),
  label,
  number: z.string(),
  /** The how-manieth of its kind for this record; `latest` says whether a later one stands. */
  issue: z.number(),
  latest: z.boolean(),
  templateVersion: z.number(),
  on: day,
  at: z.string(),
  by: person,
  class: privacyClass,
  /** Of the file itself. */
  sha256: z.string(),
  contentSha256: z.string(),
  prints: z.number(),
  /** What it said is gone: a person in it, or the record, was erased. Number, day and checksum stay. */
  gone: z.boolean(),
  mayOpen: z.boolean(),
  needsPurpose: z.boolean(),
})

/** A document this post may issue, and what is in its way now. */
export const possibleDocument = z.object({
  document: z.string(),
  label,
  rule: z.string(),
  masked: z.boolean(),
  allowed: z.boolean(),
  /** States in which it may be issued; empty: in any. */
  in: z.array(label),
})

const recordDocuments = z.object({ issued: z.array(issuedDocument), possible: z.array(possibleDocument) })

export const listDocuments = contract({
  id: 'listDocuments',
  method: 'GET',
  path: '/records/:programme/:id/documents',
  access: 'post',
  summary: '一条记录的文书 / Documents issued for a record, newest first, and those this post may issue now',
  params: record,
  response: recordDocuments,
  refuses: ['not-found'],
})

export const issueDocument = contract({
  id: 'issueDocument',
  method: 'POST',
  path: '/records/:programme/:id/documents/:document',
  access: 'post',
  summary:
    '出具文书 / Issue a document: numbered, versioned, kept as it is. id is a UUIDv7 made by the client: sending it again changes nothing',
  params: record.extend({ document: z.string().max(60) }),
  body: z.strictObject({ id: uuid }),
  response: recordDocuments,
  refuses: [
    'not-found',
    'not-allowed',
    'document-not-now',
    'document-unchanged',
    'document-gone',
    'document-too-long',
    'action-reused',
  ],
})

export const documentFile = contract({
  id: 'documentFile',
  method: 'GET',
  path: '/documents/:id/file',
  access: 'post',
  produces: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  summary: '打印或重印 / The very file that was issued. Written into its print log; a private one needs a purpose',
  params: one,
  query: z.object({ purpose: z.string().trim().max(200).optional() }),
  response: z.unknown(),
  refuses: ['not-found', 'not-allowed', 'purpose-needed', 'document-gone'],
})

export const documentPrints = contract({
  id: 'documentPrints',
  method: 'GET',
  path: '/documents/:id/prints',
  access: 'post',
  summary: '打印记录 / Who printed it, when and what for, newest first, at most 200',
  params: one,
  response: z.object({ items: z.array(z.object({ at: z.string(), by: person, purpose: z.string().nullable() })) }),
  refuses: ['not-found', 'not-allowed'],
})

const verdict = z.object({
  same: z.boolean(),
  /** 与本平台出具的一致 / 不一致. */
  text: z.string(),
  number: z.string(),
  issue: z.number(),
  latest: z.boolean(),
})

export const verifyDocument = contract({
  id: 'verifyDocument',
  method: 'POST',
  path: '/documents/:id/verify',
  access: 'post',
  summary: '核对校验值 / Whether this SHA-256 is that of the file (or of its content) as it was issued',
  params: one,
  body: z.strictObject({ sha256: z.string().regex(/^[0-9a-fA-F]{64}$/) }),
  response: verdict,
  refuses: ['not-found'],
})

export const verifyDocumentFile = contract({
  id: 'verifyDocumentFile',
  method: 'POST',
  path: '/documents/:id/verify-file',
  access: 'post',
  consumes: 'multipart/form-data',
  summary: '核对文件 / The same of a file, which is not kept. A file saved again by an office program is another file',
  params: one,
  form: z.object({}),
  response: verdict,
  refuses: ['not-found', 'file-wrong', 'too-large'],
})
