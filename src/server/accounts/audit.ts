import { sql } from 'kysely'
import { z } from 'zod'
import { accountEvents, readSubjects } from '../../core/account-event.ts'
import type { AuditRow } from '../../core/api/accounts.ts'
import type { Day } from '../../core/day.ts'
import type { Field } from '../../core/field.ts'
import { isWithin, type OrgCode, subtreeOf } from '../../core/org-code.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import type { Role } from '../../core/role.ts'
import type { Label } from '../../core/unit.ts'
import { findProgramme } from '../../registry.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'

interface Row {
  readonly id: string
  readonly at: Date
  readonly at_exact: string
  readonly kind: 'read' | 'event'
  readonly org: OrgCode
  readonly org_name: string
  readonly event: string
  readonly by_account: string | null
  readonly by_name: string | null
  readonly account: string | null
  readonly account_name: string | null
  readonly subject_id: string | null
  readonly programme: string | null
  readonly fields: string[]
  readonly purpose: string | null
  readonly detail: Record<string, unknown>
}

interface Asked {
  readonly kind?: 'read' | 'event' | undefined
  readonly org?: OrgCode | undefined
  readonly account?: string | undefined
  readonly subject?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

const readers: readonly Role[] = ['auditor', 'security', 'rights']

/**
 * Who opened what P3/P4, and what happened to accounts, newest first; one statement for the rows. Auditor and security
 * posts see their subtree; a rights post the reads of its own organisation. Refuses `not-allowed`, `out-of-scope`,
 * `cursor-invalid`. R-SEC-04.
 */
export async function readAudit(tx: Tx, actor: Actor, asked: Asked) {
  if (!readers.includes(actor.role)) throw new Refusal('not-allowed')
  const org = asked.org ?? actor.org
  if (!isWithin(org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
  const rows = await auditRows(tx, actor.role === 'rights' ? { ...asked, kind: 'read' } : asked, org)
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => present(row, actor.language)),
    next: rows.length > page.length && last ? writeCursor([last.at_exact, last.id]) : null,
    total: null,
  }
}

function auditRows(tx: Tx, asked: Asked, org: OrgCode): Promise<Row[]> {
  const [lo, hi] = subtreeOf(org)
  const [at, id] = readCursor(z.tuple([z.string().max(40), z.uuid()]), asked.cursor) ?? []
  const among = sql`org BETWEEN ${lo} AND ${hi}
    AND (${asked.from ?? null}::date IS NULL OR at >= ${asked.from ?? null}::date)
    AND (${asked.to ?? null}::date IS NULL OR at < ${asked.to ?? null}::date + 1)
    AND (${at ?? null}::timestamptz IS NULL OR (at, id) < (${at ?? null}::timestamptz, ${id ?? null}::uuid))`
  const account = asked.account ?? null
  const subject = asked.subject ?? null
  return tx.rows<Row>(sql`
    WITH looked AS (
      SELECT id, at, 'read' AS kind, org, subject AS event, account AS by_account, NULL::uuid AS account, subject_id, programme, fields, purpose,
        '{}'::jsonb AS detail
      FROM reads WHERE ${among} AND ${asked.kind !== 'event'} AND (${account}::uuid IS NULL OR account = ${account}::uuid)
        AND (${subject}::uuid IS NULL OR subject_id = ${subject}::uuid)
      ORDER BY at DESC, id DESC LIMIT ${asked.limit + 1}),
    happened AS (
      SELECT id, at, 'event' AS kind, org, event, by_account, account, NULL::uuid AS subject_id, NULL::text AS programme,
        '{}'::text[] AS fields,
        NULL::text AS purpose, detail
      FROM account_events WHERE ${among} AND ${asked.kind !== 'read'} AND ${subject}::uuid IS NULL
        AND (${account}::uuid IS NULL OR account = ${account}::uuid OR by_account = ${account}::uuid)
      ORDER BY at DESC, id DESC LIMIT ${asked.limit + 1}),
    page AS (SELECT * FROM looked UNION ALL SELECT * FROM happened ORDER BY at DESC, id DESC LIMIT ${asked.limit + 1}),
    named AS (SELECT * FROM account_names(ARRAY(SELECT by_account FROM page UNION SELECT account FROM page)))
    SELECT page.*, page.at::text AS at_exact, o.name AS org_name, b.display_name AS by_name, s.display_name AS account_name
    FROM page JOIN organisations o ON o.code = page.org
      LEFT JOIN named b ON b.id = page.by_account LEFT JOIN named s ON s.id = page.account
    ORDER BY page.at DESC, page.id DESC`)
}

function present(row: Row, language: Language): AuditRow {
  const labels: Readonly<Record<string, Label>> = row.kind === 'read' ? readSubjects : accountEvents
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    org: { code: row.org, name: row.org_name },
    by: row.by_account === null ? null : { id: row.by_account, displayName: row.by_name ?? '' },
    event: row.event,
    eventLabel: labels[row.event]?.[language] ?? row.event,
    account: row.account === null ? null : { id: row.account, displayName: row.account_name ?? '' },
    subject: row.subject_id === null ? null : { kind: row.event, id: row.subject_id },
    fields: row.fields,
    fieldLabels: fieldLabelsOf(row, language),
    purpose: row.purpose,
    detail: row.detail,
  }
}

/** What a record's definition calls the fields and documents that were opened; an answer of a step is named by its last part. */
function fieldLabelsOf({ programme, fields }: Row, language: Language): string[] {
  const definition = programme ? findProgramme(programme) : undefined
  if (!definition) return []
  const asked = Object.assign({}, ...Object.values(definition.actions).map(({ asks }) => asks ?? {}), definition.fields)
  const named = fields.map((field) => {
    const key = field.split(':').at(-1) ?? ''
    const page = field.startsWith('document:') ? definition.documents[key] : undefined
    return (page ?? (asked[key] as Field | undefined))?.label[language]
  })
  return [definition.short[language], ...named.filter((label) => label !== undefined)]
}
