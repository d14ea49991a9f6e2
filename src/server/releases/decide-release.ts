import { sql } from 'kysely'
import type { BodyOf } from '../../core/api/contract.ts'
import type { decideRelease } from '../../core/api/releases.ts'
import { todayInShanghai } from '../../core/day.ts'
import { areaOf, divisionOf, levelSpan } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { type Actor, onDuty, type Tx } from '../database/actor.ts'
import { momentNamed } from '../figures/moment.ts'
import type { House } from '../http/route.ts'
import { sealOf } from './canonical-release.ts'
import { type Asked, readChunks, writeChunks } from './chunks.ts'
import { refuseRevealing } from './disclose.ts'
import { getReleaseOf } from './release-rows.ts'
import { readNumbers } from './take-figures.ts'
import { readTablesAgain, sameNumbers } from './take-tables.ts'

/**
 * Approves a release by a second person, which seals it, or returns it with the reason. Sealing reads every figure anew at
 * the release's moment and the checksums of what is behind it. Refuses 'not-found', 'second-person', 'not-allowed',
 * 'release-decided', 'reason-needed', 'release-moved', 'release-reveals'.
 */
export async function decideOn(
  tx: Tx,
  actor: Actor,
  house: House,
  id: string,
  { approve, reason }: BodyOf<typeof decideRelease>,
): Promise<void> {
  await tx.rows(sql`SELECT FROM releases WHERE id = ${id} FOR UPDATE`)
  const release = await getReleaseOf(tx, actor, sql`r.id = ${id}`)
  if (release.abilities.decide.why) throw new Refusal('second-person')
  if (release.state !== 'asked') throw new Refusal('release-decided')
  if (!release.abilities.decide.allowed) throw new Refusal('not-allowed')
  const area = areaOf(release.org.code)
  if (!approve) {
    if (!reason) throw new Refusal('reason-needed', { field: 'reason' })
    await tx.change(sql`
      UPDATE releases SET state = 'returned', reason = ${reason}, decided_by = ${actor.account}, decided_at = clock_timestamp()
      WHERE area = ${area} AND id = ${id}`)
    return
  }
  refuseRevealing(release.figures)
  const asked: Asked[] = release.figures.map(({ position, measure, org, from, to }) => ({
    position,
    measure,
    org: org.code,
    from,
    to,
  }))
  const moment = momentNamed(release.watermark)
  // A chair decides on what her statistician may see and she may not: the house reads, and shows her nothing more.
  const when = { moment, asOf: new Date(release.asOf) }
  const [numbers, chunks, tables] = await onDuty(house.pool, 'verify', async (read) => [
    await readNumbers(read, asked, moment),
    await readChunks(read, asked, moment),
    await readTablesAgain(read, release.tables, when),
  ])
  for (const [i, table] of release.tables.entries())
    if (!tables[i] || !sameNumbers(table, tables[i]))
      throw new Refusal('release-moved', { values: { position: `T${table.position}` } })
  for (const [i, { position, value, numerator, denominator }] of release.figures.entries()) {
    const now = numbers[i]
    if (now?.value !== value || now.numerator !== numerator || now.denominator !== denominator)
      throw new Refusal('release-moved', { values: { position } })
  }
  await writeChunks(tx, area, id, chunks)
  const number = await nextNumber(tx, area, divisionOf(release.org.code))
  const { sha256, sm3 } = sealOf(release, number, chunks)
  await tx.change(sql`
    UPDATE releases SET state = 'sealed', number = ${number}, sha256 = ${sha256}, sm3 = ${sm3},
           decided_by = ${actor.account}, decided_at = clock_timestamp()
    WHERE area = ${area} AND id = ${id}`)
}

/** FB-152921-2026-00003: like the numbers of records, never used twice. */
async function nextNumber(tx: Tx, area: number, division: number): Promise<string> {
  const year = todayInShanghai(new Date()).slice(0, 4)
  const series = `FB-${Math.floor(division / (levelSpan.banner / levelSpan.village))}-${year}`
  const row = await tx.first<{ last: number }>(sql`
    INSERT INTO record_numbers AS held (area, series, last) VALUES (${area}, ${series}, 1)
    ON CONFLICT (area, series) DO UPDATE SET last = held.last + 1 RETURNING last`)
  return `${series}-${String(row?.last).padStart(5, '0')}`
}

/** Withdraws a sealed release with the reason; it stays readable as it was. Refuses 'not-found', 'not-allowed', 'release-not-sealed'. */
export async function withdraw(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  const release = await getReleaseOf(tx, actor, sql`r.id = ${id}`)
  if (release.state !== 'sealed') throw new Refusal('release-not-sealed')
  if (!release.abilities.withdraw.allowed) throw new Refusal('not-allowed')
  await tx.change(sql`
    UPDATE releases SET state = 'withdrawn', reason = ${reason}, withdrawn_by = ${actor.account}, withdrawn_at = clock_timestamp()
    WHERE area = ${areaOf(release.org.code)} AND id = ${id}`)
}
