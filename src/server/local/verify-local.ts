import { sql } from 'kysely'
import { localSpec } from '../../core/local/spec.ts'
import { findLocal } from '../../local-programmes.ts'
import type { Tx } from '../database/actor.ts'
import type { Report } from '../ledger/verify.ts'
import { digestOf, loadLocalIn } from './load-local.ts'

/**
 * The definitions that are data: each version in force is what was agreed to, the database's walls say what its newest version
 * says, every measure it counts has its number, and every record has its version. Loads them as this snapshot has them.
 */
export async function verifyLocal(tx: Tx, report: Report): Promise<void> {
  const rows = await loadLocalIn(tx)
  for (const { programme, version, spec, sha256 } of rows) {
    const read = localSpec.safeParse(spec)
    const found = read.success ? digestOf(read.data) : 'unreadable'
    if (found !== sha256) report('definition', `${programme} version ${version}`, sha256, found)
  }
  const walls = await tx.rows<{ id: string; wall: string }>(
    sql`SELECT id, concat_ws(' ', owner, kind, confidential, array_to_string(see, ',')) AS wall FROM programmes WHERE owner IS NOT NULL`,
  )
  const measures = await tx.rows<{ id: string; kind: string }>(sql`
    SELECT m.id, concat_ws(' ', m.unit, m.flow) AS kind FROM measures m JOIN programmes p ON p.id = m.programme WHERE p.owner IS NOT NULL`)
  const said = new Map(walls.map(({ id, wall }) => [id, wall]))
  const counted = new Map(measures.map(({ id, kind }) => [id, kind]))
  for (const id of new Set(rows.map((row) => row.programme))) {
    const newest = findLocal(id)
    if (!newest) continue
    const wall = [newest.local?.owner, newest.kind, 'f', newest.access.see.join(',')].join(' ')
    if (said.get(id) !== wall) report('definition', id, wall, said.get(id) ?? 'none')
    for (const [key, measure] of Object.entries(newest.measures)) {
      const kind = `${measure.unit} ${measure.flow}`
      const held = counted.get(`${id}.${key}`)
      if (held !== kind) report('definition', `${id}.${key}`, kind, held ?? 'none')
    }
  }
  const lost = await tx.rows<{ id: string; programme: string; version: number }>(sql`
    SELECT r.id, r.programme, r.version FROM records r
    WHERE r.programme LIKE 'local-%' AND (r.programme, r.version) NOT IN (
      SELECT v.programme, v.version FROM local_versions v WHERE v.state = 'in-force')`)
  for (const { id, programme, version } of lost)
    report('definition', `${programme} ${id}`, 'a version in force', version)
}
