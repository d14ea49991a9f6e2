import { sql } from 'kysely'
import type { BodyOf } from '../../core/api/contract.ts'
import type { addOrg, renameOrg } from '../../core/api/orgs.ts'
import { type Day, todayInShanghai } from '../../core/day.ts'
import { divisionOf, isWithin, levelOf, type OrgCode, orgCode, serialOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { postOrgs } from '../ledger/directory.ts'
import { spell } from './division-names.ts'
import { getStandingOrg, type OrgRow } from './org-rows.ts'

const roles = ['administrator', 'organisation', 'chair']

/** Refuses an actor who may not change this organisation, and a day still to come: history is written when it happened. */
export function checkMayChange(actor: Actor, code: OrgCode, on: Day): void {
  if (!roles.includes(actor.role)) throw new Refusal('not-allowed')
  if (!isWithin(code, actor.org)) throw new Refusal('org-unknown', { field: 'org' })
  if (on > todayInShanghai(new Date())) throw new Refusal('date-future', { field: 'on', values: { label: '日期' } })
}

export interface OrgChange {
  readonly id: string
  readonly code: OrgCode
  readonly change: 'established' | 'renamed' | 'merged' | 'closed'
  readonly on: Day
  readonly basis: string
  readonly before: Record<string, unknown>
  readonly after: Record<string, unknown>
}

/** Writes what was decided. The ids come from the client: one sent again is a duplicate key, hence see changeOf. */
export async function writeChange(tx: Tx, actor: Actor, c: OrgChange): Promise<void> {
  await tx.rows(sql`
    INSERT INTO organisation_changes (id, code, change, on_date, before, after, basis, by_post)
    VALUES (${c.id}, ${c.code}, ${c.change}, ${c.on}, ${JSON.stringify(c.before)}, ${JSON.stringify(c.after)}, ${c.basis}, ${actor.post})`)
}

/** The organisation an earlier, equal request changed; undefined for a new id. Refuses an id used for something else. */
export async function changedBefore(
  tx: Tx,
  id: string,
  change: OrgChange['change'],
  code?: OrgCode,
): Promise<OrgCode | undefined> {
  const row = await tx.first<{ code: OrgCode; change: string }>(
    sql`SELECT code, change FROM organisation_changes WHERE id = ${id}`,
  )
  if (row && (row.change !== change || (code !== undefined && row.code !== code))) throw new Refusal('action-reused')
  return row?.code
}

/**
 * Sets up a Women's Home, new-field organisation or the like under a standing division: it gets the division's next
 * serial. Gives its code. Refuses org-unknown, org-ended, date-future, not-allowed.
 */
export async function establishOrg(tx: Tx, actor: Actor, body: BodyOf<typeof addOrg>): Promise<OrgCode> {
  const before = await changedBefore(tx, body.id, 'established')
  if (before !== undefined) return before
  checkMayChange(actor, body.under, body.on)
  const above = await getStandingOrg(tx, body.under)
  if (serialOf(above.code) > 0) throw new Refusal('org-unknown', { field: 'under' })
  await tx.rows(sql`SELECT pg_advisory_xact_lock(${above.code}::bigint)`)
  const last = await tx.first<{ code: OrgCode }>(sql`
    SELECT max(code) AS code FROM organisations WHERE code BETWEEN ${above.code} AND ${above.code + 9999}`)
  const serial = serialOf(last?.code ?? above.code) + 1
  if (serial > 9999) throw new Refusal('org-unknown', { field: 'under' })
  const code = orgCode(divisionOf(above.code), serial)
  const spelt = spell(body.name)
  await tx.rows(sql`
    INSERT INTO organisations (code, kind, agency, level, name, short_name, pinyin, initials, valid_from)
    VALUES (${code}, ${body.kind}, ${body.agency ?? null}, ${levelOf(above.code)}, ${body.name}, ${body.name}, ${spelt.pinyin}, ${spelt.initials}, ${body.on})`)
  await writeChange(tx, actor, { ...body, code, change: 'established', before: {}, after: { name: body.name } })
  await postOrgs(tx, actor.post, [code])
  return code
}

/** Gives an organisation a new name; the old one stays in its changes. Refuses stale-edit when it was changed meanwhile. */
export async function changeName(tx: Tx, actor: Actor, code: OrgCode, body: BodyOf<typeof renameOrg>): Promise<void> {
  if ((await changedBefore(tx, body.id, 'renamed', code)) !== undefined) return
  checkMayChange(actor, code, body.on)
  const org = await getStandingOrg(tx, code)
  const shortName = body.shortName ?? body.name.replace(/妇联(?:合会)?$/, '')
  const spelt = spell(shortName)
  const changed = await tx.change(sql`
    UPDATE organisations SET name = ${body.name}, short_name = ${shortName}, pinyin = ${spelt.pinyin},
      initials = ${spelt.initials}, revision = revision + 1
    WHERE code = ${code} AND revision = ${body.revision}`)
  if (changed === 0)
    throw new Refusal('stale-edit', {
      facts: { current: { name: org.name, shortName: org.shortName, revision: org.revision } },
    })
  const named = (row: Pick<OrgRow, 'name' | 'shortName'>) => ({ name: row.name, shortName: row.shortName })
  await writeChange(tx, actor, {
    ...body,
    code,
    change: 'renamed',
    before: named(org),
    after: { name: body.name, shortName },
  })
}
