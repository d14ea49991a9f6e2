import { sql } from 'kysely'
import type { DraftHead } from '../../core/api/hotline.ts'
import { areaOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { newSalt, seal, unseal } from '../crypto/seal.ts'
import type { Desk } from '../records/desk.ts'
import { programmeFor } from '../records/desk.ts'

const programme = 'hotline-contact'
/** A call is text; whatever is larger is no call. */
const maxBytes = 128 * 1024

interface DraftRow {
  id: string
  revision: number
  content: Buffer
  key_salt: Buffer
  started_at: Date
  updated_at: Date
  expires_at: Date
}

const aadOf = (id: string) => `draft:${id}`

const headOf = (row: Omit<DraftRow, 'content' | 'key_salt'>): DraftHead => ({
  id: row.id,
  revision: row.revision,
  startedAt: row.started_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
})

const contentOf = ({ house }: Desk, row: DraftRow): Record<string, unknown> =>
  JSON.parse(unseal(house.secrets.dataKey, row.key_salt, row.content, aadOf(row.id)))

/** Own drafts under this post, newest first; nothing of what is in them. Refuses 'programme-unknown'. */
export async function listDrafts({ tx, actor }: Desk): Promise<DraftHead[]> {
  programmeFor(actor, programme)
  const rows = await tx.rows<DraftRow>(sql`
    SELECT id, revision, started_at, updated_at, expires_at FROM drafts
    WHERE account = ${actor.account} AND org = ${actor.org} AND programme = ${programme}
    ORDER BY updated_at DESC, id LIMIT 50`)
  return rows.map(headOf)
}

async function findDraft({ tx, actor }: Desk, id: string): Promise<DraftRow | undefined> {
  programmeFor(actor, programme)
  return tx.first<DraftRow>(sql`
    SELECT id, revision, content, key_salt, started_at, updated_at, expires_at FROM drafts
    WHERE area = ${areaOf(actor.org)} AND id = ${id} AND org = ${actor.org} AND programme = ${programme}`)
}

/** An own draft with its content. Another's, an expired and a shredded one are one answer: 'not-found'. */
export async function getDraft(
  desk: Desk,
  id: string,
): Promise<DraftHead & { content: Readonly<Record<string, unknown>> }> {
  const row = await findDraft(desk, id)
  if (!row) throw new Refusal('not-found')
  return { ...headOf(row), content: contentOf(desk, row) }
}

/**
 * Keeps a draft, sealed as a whole (P4) under a salt of its own, for seven days from its last writing. `revision` is the one
 * the page saw last, 0 for a draft not yet kept; writing again what is held is harmless. Refuses 'draft-stale' with the newer
 * content (the writer's own), 'draft-gone' when it was filed, dropped or has expired, 'too-large'.
 */
export async function putDraft(
  desk: Desk,
  id: string,
  given: { revision: number; content: Readonly<Record<string, unknown>> },
): Promise<DraftHead> {
  const { tx, actor, house } = desk
  const text = JSON.stringify(given.content)
  if (Buffer.byteLength(text) > maxBytes) throw new Refusal('too-large', { values: { limit: '128 KB' } })
  const held = await findDraft(desk, id)
  if (!held) {
    if (given.revision !== 0 || (await isFiled(desk, id))) throw new Refusal('draft-gone')
    const salt = newSalt()
    const made = await tx.first<DraftRow>(sql`
      INSERT INTO drafts (area, id, account, org, programme, content, key_salt)
      VALUES (${areaOf(actor.org)}, ${id}, ${actor.account}, ${actor.org}, ${programme},
              ${seal(house.secrets.dataKey, salt, text, aadOf(id))}, ${salt})
      ON CONFLICT DO NOTHING RETURNING id, revision, started_at, updated_at, expires_at`)
    if (made) return headOf(made)
    // Somebody else's id, or two pages at once: either way this page starts from what is there.
    const other = await findDraft(desk, id)
    if (!other) throw new Refusal('draft-gone')
    return refuseStale(desk, other, text)
  }
  if (held.revision !== given.revision) return refuseStale(desk, held, text)
  const written = await tx.first<DraftRow>(sql`
    UPDATE drafts SET content = ${seal(house.secrets.dataKey, held.key_salt, text, aadOf(id))}, revision = revision + 1,
                      updated_at = clock_timestamp(), expires_at = clock_timestamp() + interval '7 days'
    WHERE area = ${areaOf(actor.org)} AND id = ${id} AND revision = ${given.revision}
    RETURNING id, revision, started_at, updated_at, expires_at`)
  if (written) return headOf(written)
  const newer = await findDraft(desk, id)
  if (!newer) throw new Refusal('draft-gone')
  return refuseStale(desk, newer, text)
}

/** A page whose answer was lost sends the same again: what is held already is no conflict. */
function refuseStale(desk: Desk, row: DraftRow, text: string): DraftHead {
  const content = contentOf(desk, row)
  if (JSON.stringify(content) === text) return headOf(row)
  throw new Refusal('draft-stale', { facts: { revision: row.revision, content } })
}

const isFiled = async ({ tx }: Desk, id: string) =>
  (await tx.first(sql`SELECT FROM cases WHERE id = ${id}`)) !== undefined

/** Shreds an own draft: its salt goes with it, so that nothing sealed under it opens again. */
export async function dropDraft({ tx, actor }: Desk, id: string): Promise<void> {
  programmeFor(actor, programme)
  await tx.change(
    sql`DELETE FROM drafts WHERE area = ${areaOf(actor.org)} AND id = ${id} AND account = ${actor.account}`,
  )
}

/**
 * Takes the draft that becomes a record, so that nobody files it twice: gone when this transaction commits. `revision` 0:
 * none could be kept. Refuses 'draft-stale' when another page has written on, 'draft-gone' when it is there no more.
 */
export async function takeDraft(desk: Desk, id: string, revision: number): Promise<void> {
  const { tx, actor } = desk
  const row = await tx.first<DraftRow>(sql`
    SELECT id, revision, content, key_salt, started_at, updated_at, expires_at FROM drafts
    WHERE area = ${areaOf(actor.org)} AND id = ${id} AND org = ${actor.org} FOR UPDATE`)
  if (!row && revision !== 0) throw new Refusal('draft-gone')
  if (row && row.revision !== revision)
    throw new Refusal('draft-stale', { facts: { revision: row.revision, content: contentOf(desk, row) } })
  if (row) await tx.change(sql`DELETE FROM drafts WHERE area = ${areaOf(actor.org)} AND id = ${id}`)
}
