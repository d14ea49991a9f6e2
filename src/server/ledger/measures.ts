import { sql } from 'kysely'
import type pg from 'pg'
import type { Programme } from '../../core/programme.ts'
import { onDuty, type Tx } from '../database/actor.ts'

/**
 * Writes what the definitions say into `programmes` and `measures`, which row-level security and the ledger read.
 * Run it at every start, after the migrations. A measure keeps its number for ever; rates have none: they are not posted.
 */
export const loadDefinitions = (pool: pg.Pool, programmes: readonly Programme[]): Promise<void> =>
  onDuty(pool, 'load', (tx) => writeDefinitions(tx, programmes))

/** The same in a transaction that has the duty load: a local programme comes into force. */
export async function writeDefinitions(tx: Tx, programmes: readonly Programme[]): Promise<void> {
  const measures = programmes.flatMap((p) =>
    Object.entries(p.measures).flatMap(([key, m]) =>
      m.flow === 'rate'
        ? []
        : [{ id: `${p.id}.${key}`, programme: p.id, unit: m.unit, flow: m.flow, confidential: p.confidential }],
    ),
  )
  // Two servers starting together take turns, or both would give out the same numbers.
  await tx.rows(sql`SELECT pg_advisory_xact_lock(6150002)`)
  await tx.change(sql`
      INSERT INTO programmes (id, kind, confidential, see, shown_below, payment, owner)
      SELECT p->>'id', p->>'kind', (p->>'confidential')::boolean, ARRAY(SELECT jsonb_array_elements_text(p->'see')),
             ARRAY(SELECT jsonb_array_elements_text(p->'shownBelow')), nullif(p->'payment', 'null'), (p->>'owner')::bigint
      FROM jsonb_array_elements(${JSON.stringify(programmes.map((p) => ({ ...row(p), see: p.access.see })))}::jsonb) p
      ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, confidential = excluded.confidential, see = excluded.see,
        shown_below = excluded.shown_below, payment = excluded.payment`)
  await tx.change(sql`
      WITH said AS (
        SELECT s.*, row_number() OVER () AS n
        FROM jsonb_to_recordset(${JSON.stringify(measures)}::jsonb) AS s (id text, programme text, unit text, flow text, confidential boolean))
      INSERT INTO measures (no, id, programme, unit, flow, confidential)
      SELECT coalesce((SELECT no FROM measures h WHERE h.id = s.id), (SELECT coalesce(max(no), 0) FROM measures) + s.n),
             s.id, s.programme, s.unit, s.flow, s.confidential
      FROM said s
      ON CONFLICT (id) DO UPDATE
        SET programme = excluded.programme, unit = excluded.unit, flow = excluded.flow, confidential = excluded.confidential`)
}

const row = (p: Programme) => ({
  id: p.id,
  kind: p.kind,
  confidential: p.confidential,
  shownBelow: p.shownBelow,
  owner: p.local?.owner ?? null,
  payment: p.payment ? { ...p.payment, payeeKind: p.fields[p.payment.payee]?.kind } : null,
})
