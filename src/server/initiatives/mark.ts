import { sql } from 'kysely'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { keeps } from '../records/desk.ts'
import { getInitiative, selectInitiatives } from './initiative-rows.ts'

/** Which services belong to an initiative whole, from now on. Refuses 'not-found', 'not-allowed', 'programme-unknown', 'initiative-quoted'. */
export async function setProgrammes(tx: Tx, actor: Actor, id: string, programmes: readonly string[]): Promise<void> {
  const initiative = await getInitiative(tx, actor, id)
  if (!initiative.mine) throw new Refusal('not-allowed')
  if (!initiative.counted && programmes.length > 0) throw new Refusal('initiative-quoted')
  if (programmes.some((programme) => !findProgramme(programme)))
    throw new Refusal('programme-unknown', { field: 'programmes' })
  const { org } = initiative
  await tx.change(sql`
    UPDATE initiative_programmes SET removed_at = clock_timestamp(), post = ${actor.post}
    WHERE initiative = ${id} AND removed_at IS NULL AND programme <> ALL (${programmes}::text[])`)
  await tx.change(sql`
    INSERT INTO initiative_programmes (area, initiative, programme, org, post)
    SELECT ${areaOf(org.code)}, ${id}, p, ${org.code}, ${actor.post} FROM unnest(${programmes}::text[]) p
    ON CONFLICT (area, initiative, programme) DO UPDATE SET removed_at = NULL, post = EXCLUDED.post
    WHERE initiative_programmes.removed_at IS NOT NULL`)
}

interface Marked {
  readonly org: OrgCode
  readonly area: number
}

/** Who keeps a record. Refuses 'programme-unknown', 'not-found'. */
async function findMarked(tx: Tx, programme: string, id: string): Promise<Marked> {
  const definition = findProgramme(programme)
  if (!definition) throw new Refusal('programme-unknown')
  const row = await tx.first<Marked>(
    sql`SELECT org, area FROM records WHERE kind = ${definition.kind} AND id = ${id} AND programme = ${programme}`,
  )
  if (!row) throw new Refusal('not-found')
  return row
}

/** Initiatives a record belongs to by its own mark, and whether this post may change that. */
export async function marksOf(tx: Tx, actor: Actor, programme: string, id: string) {
  const { org } = await findMarked(tx, programme, id)
  const items = await tx.rows<{ id: string; name: string }>(sql`
    SELECT i.id, i.title AS name FROM initiative_records m
    JOIN records i ON i.kind = 'item' AND i.id = m.initiative AND i.programme = 'initiative'
    WHERE m.record = ${id} AND m.removed_at IS NULL ORDER BY i.org, i.title, i.id`)
  return { items, mayMark: keeps(actor, org) && !findProgramme(programme)?.confidential }
}

/**
 * Says which initiatives a record belongs to. Those of other organisations that this post does not see stay. Refuses
 * 'not-found', 'not-allowed', 'initiative-quoted', and 'initiative-sealed' for a record of a confidential service.
 */
export async function markRecord(tx: Tx, actor: Actor, programme: string, id: string, initiatives: readonly string[]) {
  const { org, area } = await findMarked(tx, programme, id)
  if (findProgramme(programme)?.confidential) throw new Refusal('initiative-sealed')
  if (!keeps(actor, org)) throw new Refusal('not-allowed')
  const wanted = [...new Set(initiatives)]
  const held = await selectInitiatives(tx, actor, wanted.length, wanted)
  if (held.length < wanted.length) throw new Refusal('not-found', { field: 'initiatives' })
  if (held.some((initiative) => !initiative.counted)) throw new Refusal('initiative-quoted', { field: 'initiatives' })
  await tx.change(sql`
    UPDATE initiative_records m SET removed_at = clock_timestamp(), post = ${actor.post}
    WHERE m.record = ${id} AND m.removed_at IS NULL AND m.initiative <> ALL (${wanted}::uuid[])
      AND EXISTS (SELECT FROM records i WHERE i.kind = 'item' AND i.id = m.initiative)`)
  await tx.change(sql`
    INSERT INTO initiative_records (area, initiative, record, programme, org, post)
    SELECT ${area}, i, ${id}, ${programme}, ${org}, ${actor.post} FROM unnest(${wanted}::uuid[]) i
    ON CONFLICT (area, initiative, record) DO UPDATE SET removed_at = NULL, post = EXCLUDED.post
    WHERE initiative_records.removed_at IS NOT NULL`)
  return marksOf(tx, actor, programme, id)
}
