import { type RawBuilder, sql } from 'kysely'
import { RoaringBitmap32 } from 'roaring-wasm'
import type { Tx } from '../database/actor.ts'

export interface Recounted {
  readonly org: number
  readonly period: number
  /** Belongs to the recount: read it before the next one is asked for. */
  readonly persons: RoaringBitmap32
}

/**
 * Every person cell of a measure in an area, from the entries in `source` alone, by the plain meaning of a cell: a flow's
 * persons with a positive sum in a month or year, a stock's at the end of each month something is dated in. Slow and sure.
 */
export async function* recountPersons(
  tx: Tx,
  source: RawBuilder<unknown>,
  measure: number,
  area: number,
): AsyncGenerator<Recounted> {
  const rows = await tx.rowsPlanned<{
    stock: boolean
    org: number
    period: number
    present: string | null
    absent: string | null
  }>(sql`
    WITH nets AS (
      SELECT o.org, e.person, to_char(e.on_date, 'YYYYMM')::integer AS month, sum(e.value) AS net
      FROM (${source}) e
      CROSS JOIN LATERAL (SELECT DISTINCT x.org FROM (VALUES
        (e.org - e.org % 1000000000000), (e.org - e.org % 10000000000), (e.org - e.org % 10000000)) x (org)) o
      WHERE e.measure = ${measure} AND e.area = ${area} AND e.person IS NOT NULL GROUP BY 1, 2, 3
    ), m AS (SELECT flow = 'stock' AS stock FROM measures WHERE no = ${measure}),
    standing AS (
      SELECT org, person, month AS period, sum(net) OVER (PARTITION BY org, person ORDER BY month) AS net FROM nets, m WHERE m.stock
      UNION ALL SELECT org, person, month, net FROM nets, m WHERE NOT m.stock
      UNION ALL SELECT org, person, month / 100, sum(net) FROM nets, m WHERE NOT m.stock GROUP BY 1, 2, 3
    )
    SELECT (SELECT stock FROM m) AS stock, org, period, string_agg(person::text, ',') FILTER (WHERE net > 0) AS present,
           string_agg(person::text, ',') FILTER (WHERE net <= 0) AS absent
    FROM standing GROUP BY org, period ORDER BY org, period`)
  const persons = new RoaringBitmap32()
  let org = 0
  for (const row of rows) {
    if (!row.stock || row.org !== org) persons.clear()
    org = row.org
    persons.removeMany(numbersOf(row.absent))
    persons.addMany(numbersOf(row.present))
    yield { org, period: row.period, persons }
  }
  persons.dispose()
}

/** Person numbers as string_agg gives them: faster to read than an array of the driver's. */
export const numbersOf = (list: string | null): number[] => (list ? JSON.parse(`[${list}]`) : [])
