import { type RawBuilder, sql } from 'kysely'
import type { BodyOf, QueryOf, ResponseOf } from '../../core/api/contract.ts'
import type { findPerson, listPeople } from '../../core/api/people.ts'
import { isWithin, levelOf, levelSpan, type OrgCode, subtreeOf } from '../../core/org-code.ts'
import { comparableName } from '../../core/person-name.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { Secrets } from '../secrets.ts'
import { hashDocument, hashPhone, readNumber, readPhone } from './identity.ts'
import { briefColumns, type PersonBrief, toPersonRow } from './person-row.ts'

/**
 * A page of people in the order of their names: all of a scope, those whose name begins with `q`, or those whose phone
 * ends in the four digits `q`. Refuses a longer number (an address is written into logs) and an organisation out of scope.
 */
export async function pageOfPeople(
  tx: Tx,
  actor: Actor,
  { q, org = actor.org, cursor, limit }: QueryOf<typeof listPeople>,
): Promise<ResponseOf<typeof listPeople>> {
  if (!isWithin(org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
  const digits = q.normalize('NFKC').replace(/\D/g, '')
  if (digits.length > 4) throw new Refusal('number-in-address', { field: 'q' })
  const name = comparableName(q)
  const match =
    q === ''
      ? sql`true`
      : digits
        ? sql`p.phone_tail = ${digits}`
        : sql`p.name_key >= ${name} AND p.name_key < ${`${name}\u{10ffff}`}`
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const rows = await tx.rowsPlanned<PersonBrief>(sql`
    SELECT ${briefColumns} FROM people p JOIN organisations o ON o.code = p.org
    WHERE ${match} AND ${within(org)} AND p.merged_into IS NULL AND p.erased_at IS NULL
      ${after ? sql`AND (p.name_key, p.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    ORDER BY p.name_key, p.id LIMIT ${limit + 1}`)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { items: page.map((p) => toPersonRow(actor, p, name)), next: last ? writeCursor(last) : null, total: null }
}

/** Each scope has an index in the order of names; the comparison must name its column (see people.banner). */
function within(org: OrgCode): RawBuilder<unknown> {
  const [lo, hi] = subtreeOf(org)
  return levelOf(org) === 'banner' && lo < hi
    ? sql`p.banner = ${org / levelSpan.banner}`
    : sql`p.org BETWEEN ${lo} AND ${hi}`
}

const writeCursor = (p: PersonBrief) => Buffer.from(JSON.stringify([p.nameKey, p.id])).toString('base64url')

function readCursor(text: string): [string, string] {
  try {
    const [name, id] = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (typeof name === 'string' && !name.includes('\0') && /^[\da-f-]{36}$/.test(id)) return [name, id]
  } catch {}
  throw new Refusal('cursor-invalid', { field: 'cursor' })
}

/** Whoever of the actor's scope has this document number or phone. Refuses id-number-wrong, phone-wrong. */
export async function findByNumber(
  tx: Tx,
  actor: Actor,
  secrets: Secrets,
  body: BodyOf<typeof findPerson>,
): Promise<ResponseOf<typeof findPerson>> {
  const number = body.idNumber === undefined ? undefined : readNumber(body.idType, body.idNumber, actor.language).number
  const match =
    number === undefined
      ? sql`p.phone_hash = ${hashPhone(secrets, readPhone(body.phone ?? ''))}`
      : sql`p.id_type = ${body.idType} AND p.id_hash = ${hashDocument(secrets, body.idType, number)}`
  const rows = await tx.rows<PersonBrief>(sql`
    SELECT ${briefColumns} FROM people p JOIN organisations o ON o.code = p.org
    WHERE ${match} AND p.merged_into IS NULL AND p.erased_at IS NULL ORDER BY p.name_key, p.id LIMIT 20`)
  return { items: rows.map((p) => toPersonRow(actor, p)) }
}
