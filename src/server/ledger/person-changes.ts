import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../database/actor.ts'
import type { Change } from './person-cells.ts'

/**
 * What the entries of `tail` change in person cells, read from all of the touched persons' entries. Flow: the months and
 * years the tail is dated in. Stock: every month from the first the tail is dated in, in which something is dated of her.
 */
export const personChanges = (tx: Tx, tail: RawBuilder<unknown>): Promise<Change[]> =>
  tx.rows<Change>(sql`
    WITH touched AS MATERIALIZED (
      SELECT DISTINCT t.area, t.measure, m.flow = 'stock' AS stock, o.org, o.last, t.person, p.period, p.d1, p.d2
      FROM (${tail}) t
      JOIN measures m ON m.no = t.measure
      CROSS JOIN LATERAL (VALUES
        (t.org - t.org % 1000000000000, t.org - t.org % 1000000000000 + 999999999999),
        (t.org - t.org % 10000000000, t.org - t.org % 10000000000 + CASE WHEN t.org % 1000000000000 < 10000000000 THEN 999999999999 ELSE 9999999999 END),
        (t.org - t.org % 10000000, t.org - t.org % 10000000 + CASE WHEN t.org % 1000000000000 < 10000000 THEN 999999999999
                                                               WHEN t.org % 10000000000 < 10000000 THEN 9999999999 ELSE 9999999 END)) o (org, last)
      CROSS JOIN LATERAL (VALUES
        (to_char(t.on_date, 'YYYYMM')::integer, date_trunc('month', t.on_date)::date, (date_trunc('month', t.on_date) + interval '1 month - 1 day')::date),
        (CASE WHEN m.flow <> 'stock' THEN to_char(t.on_date, 'YYYY')::integer END,
         date_trunc('year', t.on_date)::date, (date_trunc('year', t.on_date) + interval '1 year - 1 day')::date)) p (period, d1, d2)
      WHERE t.person IS NOT NULL AND p.period IS NOT NULL
    ), since AS (
      SELECT area, measure, org, last, person, min(period) AS since FROM touched WHERE stock GROUP BY 1, 2, 3, 4, 5
    ), worth AS (
      SELECT k.area, k.measure, false AS stock, k.org, k.period, k.person, n.net
      FROM touched k
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(e.value), 0) AS net FROM entries e
        WHERE e.measure = k.measure AND e.person = k.person AND e.org BETWEEN k.org AND k.last AND e.on_date BETWEEN k.d1 AND k.d2 OFFSET 0) n
      WHERE NOT k.stock
      UNION ALL
      SELECT k.area, k.measure, true, k.org, n.month, k.person, n.net
      FROM since k
      CROSS JOIN LATERAL (
        SELECT e.month, sum(sum(e.value)) OVER (ORDER BY e.month) AS net
        FROM (SELECT to_char(e.on_date, 'YYYYMM')::integer AS month, e.value FROM entries e
              WHERE e.measure = k.measure AND e.person = k.person AND e.org BETWEEN k.org AND k.last OFFSET 0) e
        GROUP BY e.month) n
      WHERE n.month >= k.since
    )
    SELECT area, measure, stock, org, period, array_agg(person) FILTER (WHERE net > 0) AS present, array_agg(person) FILTER (WHERE net <= 0) AS absent
    FROM worth GROUP BY area, measure, stock, org, period ORDER BY measure, org, period`)
