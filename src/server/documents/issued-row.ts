import { type RawBuilder, sql } from 'kysely'
import type { PrivacyClass } from '../../core/field.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'

/** One issued document without what it says. */
export interface IssuedRow {
  area: number
  id: string
  record: string
  programme: string
  document: string
  number: string
  issue: number
  latest: boolean
  template_version: number
  class: PrivacyClass
  for_receiver: boolean
  gone: boolean
  page_sha256: string
  content_sha256: string
  prints: number
  /** Those by the actor's own organisation. */
  own_prints: number
  by_post: string | null
  by_name: string | null
  by_org: OrgCode
  by_org_name: string
  on_date: string
  at: Date
}

const rowsWhere = (which: RawBuilder<unknown>) => sql<IssuedRow>`
  SELECT d.area, d.id, d.record, d.programme, d.document, d.number, d.issue, d.template_version, d.class, d.for_receiver,
         d.content IS NULL AS gone, encode(d.page_sha256, 'hex') AS page_sha256, encode(d.content_sha256, 'hex') AS content_sha256,
         d.issue = (SELECT max(l.issue) FROM documents l WHERE l.record = d.record AND l.document = d.document) AS latest,
         (SELECT count(*)::integer FROM document_prints p WHERE p.document = d.id) AS prints,
         (SELECT count(*)::integer FROM document_prints p WHERE p.document = d.id AND p.by_org = actor_org()) AS own_prints,
         d.by_post, c.display_name AS by_name, d.by_org, o.name AS by_org_name, d.on_date, d.at
  FROM documents d JOIN organisations o ON o.code = d.by_org LEFT JOIN accounts c ON c.id = d.by_account
  WHERE ${which} ORDER BY d.at DESC, d.id DESC`

/** All of a record that this actor finds, newest first. */
export const issuedOf = (tx: Tx, record: string): Promise<IssuedRow[]> => tx.rows(rowsWhere(sql`d.record = ${record}`))

/** One, or 'not-found': hidden and missing are one answer. */
export async function getIssued(tx: Tx, id: string): Promise<IssuedRow> {
  const row = await tx.first<IssuedRow>(rowsWhere(sql`d.id = ${id}`))
  if (!row) throw new Refusal('not-found')
  return row
}
