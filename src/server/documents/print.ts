import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { documentPrints } from '../../core/api/documents.ts'
import { documentFileName } from '../../core/document-number.ts'
import { isSealedClass } from '../../core/field.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import { unseal } from '../crypto/seal.ts'
import type { FileAnswer } from '../records/attachments.ts'
import type { Desk } from '../records/desk.ts'
import { logRead } from '../records/read-log.ts'
import { getRecord, type RecordRow } from '../records/record-row.ts'
import { onlyReceives, standingOf } from '../records/standing.ts'
import { mayOpen } from './document-standing.ts'
import { docxMime } from './docx/render-docx.ts'
import { findTemplate, sealedPart } from './issue.ts'
import { getIssued, type IssuedRow } from './issued-row.ts'

/**
 * The very bytes that were issued. Each time is written into its print log; a private one needs a purpose and leaves a
 * trace like any look at P3. Refuses 'not-found', 'not-allowed', 'purpose-needed', 'document-gone'.
 */
export async function printDocument(desk: Desk, id: string, purpose: string | undefined): Promise<FileAnswer> {
  const { tx, actor, house } = desk
  const { issued, record } = await openable(desk, id)
  if (isSealedClass(issued.class)) {
    if (!purpose || purpose.length < 2) throw new Refusal('purpose-needed', { field: 'purpose' })
    await logRead(desk, record, [`document:${issued.document}`], purpose)
  }
  await tx.change(sql`
    INSERT INTO document_prints (area, id, document, account, post, by_org, purpose)
    VALUES (${issued.area}, ${v7()}, ${id}, ${actor.account}, ${actor.post}, ${actor.org}, ${purpose || null})`)
  const held = await tx.first<{ page: Buffer | null }>(
    sql`SELECT page FROM documents WHERE area = ${issued.area} AND id = ${id}`,
  )
  if (!held?.page || !record.key_salt) throw new Refusal('document-gone')
  const page = unseal(house.secrets.dataKey, record.key_salt, held.page, sealedPart(id, 'page'))
  return {
    name: documentFileName(issued.number, record.sealed, issued.page_sha256),
    mime: docxMime,
    bytes: Buffer.from(page, 'base64'),
  }
}

/** Its print log, for who may open it; a receiver has her own part of it. */
export async function printsOf(desk: Desk, id: string): Promise<ResponseOf<typeof documentPrints>> {
  const { received } = await openable(desk, id)
  const rows = await desk.tx.rows<{
    at: Date
    name: string | null
    org: OrgCode
    org_name: string
    purpose: string | null
  }>(sql`
    SELECT p.at, c.display_name AS name, p.by_org AS org, o.name AS org_name, p.purpose
    FROM document_prints p JOIN organisations o ON o.code = p.by_org LEFT JOIN accounts c ON c.id = p.account
    WHERE p.document = ${id} AND (${!received} OR p.by_org = ${desk.actor.org}) ORDER BY p.at DESC, p.id DESC LIMIT 200`)
  return {
    items: rows.map((row) => ({
      at: row.at.toISOString(),
      by: { name: row.name, org: { code: row.org, name: row.org_name } },
      purpose: row.purpose,
    })),
  }
}

async function openable(desk: Desk, id: string): Promise<{ issued: IssuedRow; record: RecordRow; received: boolean }> {
  const { tx, actor } = desk
  const issued = await getIssued(tx, id)
  const programme = findProgramme(issued.programme)
  if (!programme) throw new Refusal('not-found')
  const record = await getRecord(tx, programme, issued.record)
  const who = standingOf(actor, record, [])
  const by = { post: actor.post, sealed: record.sealed, state: record.state }
  if (!mayOpen(programme, findTemplate(programme, issued.document), who, issued, by)) throw new Refusal('not-allowed')
  return { issued, record, received: onlyReceives(programme, who) }
}
