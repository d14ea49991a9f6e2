import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { TotpReset } from '../../core/api/accounts.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { writeEvent } from './events.ts'
import { authorOf, requireSubordinate } from './manage-account.ts'

/**
 * An administrator says that somebody lost her device (R-SEC-02): nothing changes until a second person has agreed. Sending the
 * same id again changes nothing. Refuses 'not-allowed', 'own-post', 'not-found', 'out-of-scope', 'demo-account', 'totp-none'.
 */
export async function askTotpReset(
  tx: Tx,
  actor: Actor,
  account: string,
  asked: { readonly id: string; readonly reason: string },
): Promise<void> {
  const managed = await requireSubordinate(tx, actor, account)
  if (managed.beyond) throw new Refusal('out-of-scope')
  if (managed.demo) throw new Refusal('demo-account')
  if (await tx.first(sql`SELECT FROM totp_resets WHERE id = ${asked.id} AND account = ${account}`)) return
  const made = await tx.change(sql`
    INSERT INTO totp_resets (area, id, account, org, reason, asked_by)
    SELECT ${areaOf(managed.home_org)}::integer, ${asked.id}::uuid, a.id, a.home_org, ${asked.reason}, ${actor.account}::uuid
    FROM accounts a WHERE a.id = ${account} AND a.totp IS NOT NULL ON CONFLICT DO NOTHING`)
  if (made === 0) throw new Refusal('totp-none')
  await writeEvent(tx, { account, org: managed.home_org, event: 'totp-reset-asked', by: authorOf(actor) })
  await tx.change(sql`
    INSERT INTO notices (area, id, account, text_key, link)
    SELECT DISTINCT ON (p.account) p.area, gen_random_uuid(), p.account, 'totp-reset-asked', '/accounts' FROM posts p
    WHERE p.org = ${actor.org} AND p.role IN ('administrator', 'security') AND p.ended_at IS NULL
      AND p.from_date <= current_date AND (p.to_date IS NULL OR p.to_date >= current_date)
      AND p.account NOT IN (${actor.account}, ${account})`)
}

interface Row {
  readonly id: string
  readonly account: string
  readonly org: OrgCode
  readonly org_name: string
  readonly reason: string
  readonly asked_by: string
  readonly asked_at: Date
  readonly decided_at: Date | null
  readonly agreed: boolean | null
  readonly names: Readonly<Record<string, string>>
}

/** Of the actor's subtree (for administrators, security and audit), and about herself; the newest hundred. */
export async function listTotpResets(tx: Tx, actor: Actor): Promise<{ items: TotpReset[] }> {
  const rows = await tx.rows<Row>(sql`
    SELECT t.id, t.account, t.org, o.name AS org_name, t.reason, t.asked_by, t.asked_at, t.decided_at, t.agreed,
           (SELECT jsonb_object_agg(n.id, n.display_name) FROM account_names(ARRAY[t.account, t.asked_by]) n) AS names
    FROM totp_resets t JOIN organisations o ON o.code = t.org
    ORDER BY t.decided_at IS NULL DESC, t.asked_at DESC LIMIT 100`)
  return {
    items: rows.map((row) => ({
      id: row.id,
      account: { id: row.account, displayName: row.names[row.account] ?? '' },
      home: { code: row.org, name: row.org_name },
      reason: row.reason,
      askedBy: { id: row.asked_by, displayName: row.names[row.asked_by] ?? '' },
      askedAt: row.asked_at.toISOString(),
      decidedAt: row.decided_at?.toISOString() ?? null,
      agreed: row.agreed,
      mayDecide: row.decided_at === null && decides(actor) && ![row.asked_by, row.account].includes(actor.account),
    })),
  }
}

const decides = (actor: Actor) => actor.role === 'administrator' || actor.role === 'security'

/**
 * A second person decides. Agreed: her second step is gone and every session of hers ended, which she is told; the password
 * stays, and a new device is set up at the next sign-in. Deciding again changes nothing. Refuses 'not-allowed', 'not-found',
 * 'second-person'.
 */
export async function decideTotpReset(tx: Tx, actor: Actor, id: string, agreed: boolean): Promise<void> {
  if (!decides(actor)) throw new Refusal('not-allowed')
  const row = await tx.first<{ area: number; account: string; org: OrgCode; asked_by: string; decided: boolean }>(sql`
    SELECT area, account, org, asked_by, decided_at IS NOT NULL AS decided FROM totp_resets WHERE id = ${id} AND in_scope(org)`)
  if (!row) throw new Refusal('not-found')
  if (row.decided) return
  if (row.asked_by === actor.account || row.account === actor.account) throw new Refusal('second-person')
  const changed = await tx.change(sql`
    UPDATE totp_resets SET decided_by = ${actor.account}, decided_at = clock_timestamp(), agreed = ${agreed}
    WHERE id = ${id} AND decided_at IS NULL`)
  if (changed === 0) return
  const event = agreed ? 'totp-reset' : 'totp-reset-refused'
  await writeEvent(tx, { account: row.account, org: row.org, event, by: authorOf(actor) })
  if (agreed)
    await tx.change(sql`
      INSERT INTO notices (area, id, account, text_key, link) VALUES (${row.area}, ${v7()}, ${row.account}, 'totp-reset', '/account')`)
}
