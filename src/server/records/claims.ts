import { sql } from 'kysely'
import type { Claim, Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { nobody } from '../../core/thing-claim.ts'
import type { Tx } from '../database/actor.ts'

/** What one record claims. */
export interface Claiming {
  readonly area: number
  readonly id: string
  readonly claims: readonly Claim[]
}

/** Claims of the record become those its definition asks for now. Refuses 'already-claimed' ('already-registered' of a thing), without who or where. */
export async function takeClaims(
  tx: Tx,
  programme: Programme,
  { area, id }: { readonly area: number; readonly id: string },
  facts: Facts,
): Promise<void> {
  if (!programme.claims) return
  await claimMany(tx, programme, [{ area, id, claims: programme.claims(facts) }])
}

/** The same for many records in one statement. */
export async function claimMany(tx: Tx, programme: Programme, records: readonly Claiming[]): Promise<void> {
  if (!programme.claims || records.length === 0) return
  const rows = records.flatMap(({ area, id, claims }) => claims.map((claim) => ({ area, id, ...claim })))
  const clash = await tx.first(sql`
    SELECT take_claims(${programme.id}, ${records.map((r) => r.id)}::uuid[], ${rows.map((r) => r.area)}::integer[],
      ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.key)}::text[], ${rows.map((r) => r.person)}::uuid[]) LIMIT 1`)
  if (clash && (await mayKnow(tx, programme, records)))
    throw new Refusal(claimRefusal(records.flatMap((r) => r.claims)))
}

/** What is said when claims are held already: of a person, or of a thing. */
export const claimRefusal = (claims: readonly Claim[]) =>
  claims.some(({ person }) => person !== nobody) ? 'already-claimed' : 'already-registered'

/**
 * Whether the refusal tells her nothing: of a sealed record that she does not see she must not learn by a refusal that there is
 * one (DESIGN 7). Hers is made without the claim then, and takes it with a later step once it is free.
 */
async function mayKnow(tx: Tx, programme: Programme, records: readonly Claiming[]): Promise<boolean> {
  if (!programme.confidential) return true
  const claims = records.flatMap((record) => record.claims)
  const held = await heldInSight(
    tx,
    programme,
    claims,
    records.map((record) => record.id),
  )
  return held.size > 0
}

/** Positions of those claims that a record she sees holds already. */
async function heldInSight(
  tx: Tx,
  programme: Programme,
  claims: readonly Claim[],
  own: readonly string[],
): Promise<ReadonlySet<number>> {
  const rows = await tx.rows<{ at: number }>(sql`
    SELECT a.place::integer - 1 AS at
    FROM unnest(${claims.map((c) => c.key)}::text[], ${claims.map((c) => c.person)}::uuid[]) WITH ORDINALITY AS a (key, person, place)
    WHERE EXISTS (SELECT FROM record_claims c WHERE c.programme = ${programme.id} AND c.key = a.key AND a.person IN (c.person, c.named)
                  AND c.record <> ALL (${[...own]}::uuid[]))`)
  return new Set(rows.map((row) => row.at))
}

/** Positions of those claims that a record holds already: said of the rows of a sheet before any is written. */
export async function claimsHeld(tx: Tx, programme: Programme, claims: readonly Claim[]): Promise<ReadonlySet<number>> {
  if (claims.length === 0) return new Set()
  if (programme.confidential) return heldInSight(tx, programme, claims, [])
  const rows = await tx.rows<{ at: number }>(sql`
    SELECT claims_held(${programme.id}, ${claims.map((c) => c.key)}::text[], ${claims.map((c) => c.person)}::uuid[]) - 1 AS at`)
  return new Set(rows.map((row) => row.at))
}
