import { sql } from 'kysely'
import { checkSpec } from '../../core/local/check-spec.ts'
import { composeVersions } from '../../core/local/compose.ts'
import type { LocalSpec } from '../../core/local/spec.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { borrowDuty } from '../database/borrow-duty.ts'
import { writeDefinitions } from '../ledger/measures.ts'
import { digestOf } from './load-local.ts'
import { getLocal, inForce, type LocalRow, mayCompose, type VersionRow } from './local-rows.ts'
import { tellChairs, tellMaker } from './tell-local.ts'

/** local-1529-0123456789: the area, and what is random of the client's own id. */
export const localIdOf = (org: OrgCode, id: string): string =>
  `local-${areaOf(org)}-${id.replaceAll('-', '').slice(-10)}`

/** A programme of the acting organisation, its first version a draft. The same id again is the same programme. */
export async function makeLocal(tx: Tx, actor: Actor, id: string, spec: LocalSpec): Promise<void> {
  if (!mayCompose(actor)) throw new Refusal('not-allowed')
  checkSpec(spec, actor.org)
  const area = areaOf(actor.org)
  const made = await tx.change(
    sql`INSERT INTO local_programmes (area, id, org) VALUES (${area}, ${id}, ${actor.org}) ON CONFLICT DO NOTHING`,
  )
  if (made > 0) return addVersion(tx, actor, { area, id }, 1, spec)
  const held = await tx.first(
    sql`SELECT FROM local_programmes WHERE area = ${area} AND id = ${id} AND org = ${actor.org}`,
  )
  if (!held) throw new Refusal('action-reused')
}

async function addVersion(
  tx: Tx,
  actor: Actor,
  { area, id }: Pick<LocalRow, 'area' | 'id'>,
  version: number,
  spec: LocalSpec,
): Promise<void> {
  await tx.change(sql`
    INSERT INTO local_versions (area, programme, version, org, spec, made_by)
    VALUES (${area}, ${id}, ${version}, ${actor.org}, ${JSON.stringify(spec)}, ${actor.account})
    ON CONFLICT DO NOTHING`)
}

/** A row this administrator may write to. Refuses 'not-found', 'not-allowed'. */
async function ownLocal(tx: Tx, actor: Actor, id: string): Promise<LocalRow> {
  const row = await getLocal(tx, id)
  if (!mayCompose(actor) || row.org !== actor.org || row.closed_at) throw new Refusal('not-allowed')
  return row
}

const openVersion = (row: LocalRow, version: number): VersionRow => {
  const found = row.versions.find((v) => v.version === version)
  if (!found) throw new Refusal('not-found')
  if (found.state === 'in-force') throw new Refusal('local-in-force')
  return found
}

/** Changes a draft, takes a version that was handed in back to one, or begins the next. Refuses 'stale-edit' and what checkSpec does. */
export async function saveVersion(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version: number },
  { revision, spec }: { revision: number; spec: LocalSpec },
): Promise<void> {
  const row = await ownLocal(tx, actor, id)
  checkSpec(
    spec,
    row.org,
    inForce(row).map((v) => v.spec),
  )
  const newest = row.versions.at(-1)
  if (newest?.state === 'in-force' && version === newest.version + 1) return addVersion(tx, actor, row, version, spec)
  openVersion(row, version)
  const changed = await tx.change(sql`
    UPDATE local_versions SET state = 'draft', spec = ${JSON.stringify(spec)}, revision = revision + 1, made_by = ${actor.account},
      made_at = clock_timestamp(), submitted_by = NULL, submitted_at = NULL, decided_by = NULL, decided_at = NULL, reason = NULL
    WHERE area = ${row.area} AND programme = ${id} AND version = ${version} AND revision = ${revision} AND state <> 'in-force'`)
  if (changed === 0) throw new Refusal('stale-edit')
}

/** Hands a draft in. Sent again it changes nothing. */
export async function submitVersion(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version: number },
  revision: number,
): Promise<void> {
  const row = await ownLocal(tx, actor, id)
  const open = openVersion(row, version)
  if (open.state === 'submitted') return
  checkSpec(
    open.spec,
    row.org,
    inForce(row).map((v) => v.spec),
  )
  const changed = await tx.change(sql`
    UPDATE local_versions SET state = 'submitted', revision = revision + 1, submitted_by = ${actor.account}, submitted_at = clock_timestamp()
    WHERE area = ${row.area} AND programme = ${id} AND version = ${version} AND revision = ${revision} AND state = 'draft'`)
  if (changed === 0) throw new Refusal('stale-edit')
  await tellChairs(tx, actor, row)
}

interface Decision {
  readonly revision: number
  readonly agreed: boolean
  readonly reason?: string | undefined
}

/**
 * The chair agrees, which puts the version in force with its numbers, or sends it back with a reason. Refuses 'second-person'
 * for who composed it, 'not-allowed' for anybody but the organisation's own chair, 'reason-needed', 'stale-edit'.
 */
export async function decideVersion(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version: number },
  { revision, agreed, reason }: Decision,
): Promise<void> {
  const row = await getLocal(tx, id)
  if (actor.role !== 'chair' || actor.org !== row.org) throw new Refusal('not-allowed')
  const open = openVersion(row, version)
  if ([open.made_by, open.submitted_by].includes(actor.account)) throw new Refusal('second-person')
  if (!agreed && !reason) throw new Refusal('reason-needed', { field: 'reason' })
  const earlier = inForce(row).map((v) => v.spec)
  checkSpec(open.spec, row.org, earlier)
  const changed = await tx.change(sql`
    UPDATE local_versions SET state = ${agreed ? 'in-force' : 'draft'}, revision = revision + 1, decided_by = ${actor.account},
      decided_at = clock_timestamp(), reason = ${agreed ? null : (reason ?? null)}, sha256 = ${agreed ? digestOf(open.spec) : null}
    WHERE area = ${row.area} AND programme = ${id} AND version = ${version} AND revision = ${revision} AND state = 'submitted'`)
  if (changed === 0) throw new Refusal('stale-edit')
  await tellMaker(tx, id, open.submitted_by ?? open.made_by, agreed)
  if (agreed) await putInForce(tx, { id, org: row.org }, [...earlier, open.spec])
}

/** What the walls and the ledger read of the newest version, and the turn that makes every process load it. */
export async function putInForce(
  tx: Tx,
  { id, org }: { id: string; org: OrgCode },
  specs: readonly LocalSpec[],
): Promise<void> {
  await borrowDuty(tx, 'load', async () => {
    await writeDefinitions(tx, composeVersions(specs, { id, owner: org }).slice(-1))
    await turn(tx)
  })
}

const turn = (tx: Tx) =>
  tx.change(sql`INSERT INTO definition_turns DEFAULT VALUES ON CONFLICT (one) DO UPDATE SET turn = gen_random_uuid()`)

/** No new records; those there are go on. Closing a closed one changes nothing. */
export async function closeLocal(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  const row = await getLocal(tx, id)
  if (!mayCompose(actor) || row.org !== actor.org) throw new Refusal('not-allowed')
  if (row.closed_at) return
  await tx.change(sql`
    UPDATE local_programmes SET closed_at = clock_timestamp(), closed_by = ${actor.account}, close_reason = ${reason}
    WHERE area = ${row.area} AND id = ${id} AND closed_at IS NULL`)
  await borrowDuty(tx, 'load', () => turn(tx))
}

/** Where owners were merged into others, their programmes go along, with the walls of both. Under the duty load. */
export async function followOwners(tx: Tx, codes: readonly OrgCode[], successors: readonly OrgCode[]): Promise<void> {
  const pairs = sql`FROM unnest(${codes}::bigint[], ${successors}::bigint[]) AS m (code, successor)`
  await tx.change(sql`UPDATE local_versions t SET org = m.successor ${pairs} WHERE t.org = m.code`)
  await tx.change(sql`UPDATE programmes t SET owner = m.successor ${pairs} WHERE t.owner = m.code`)
  const moved = await tx.change(sql`UPDATE local_programmes t SET org = m.successor ${pairs} WHERE t.org = m.code`)
  if (moved > 0) await turn(tx)
}
