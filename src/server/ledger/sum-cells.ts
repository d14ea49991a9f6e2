import { type RawBuilder, sql } from 'kysely'

/**
 * Adds the entries of `source` to the cells by month and by day; gives how many there were. Each is added to its township's
 * days, these to months and to the banner's, and so on up, so that entries are read once. `fresh`: there are no cells yet.
 */
export const foldSums = (source: RawBuilder<unknown>, fresh: boolean): RawBuilder<{ entries: number }> => sql<{
  entries: number
}>`
  WITH days AS MATERIALIZED (
    SELECT area, measure, org - org % 10000000 AS org, on_date, grade, sum(value)::bigint AS value, count(*) AS entries
    FROM (${source}) t GROUP BY 1, 2, 3, 4, 5
  ), banner_days AS MATERIALIZED (
    SELECT area, measure, org - org % 10000000000 AS org, on_date, grade, sum(value)::bigint AS value, sum(entries)::bigint AS entries
    FROM days GROUP BY 1, 2, 3, 4, 5
  ), into_days AS (
    INSERT INTO day_cells AS c (area, measure, org, on_date, grade, value, entries)
    SELECT * FROM banner_days WHERE org % 1000000000000 > 0
    UNION ALL
    SELECT area, measure, area::bigint * 1000000000000, on_date, grade, sum(value), sum(entries) FROM banner_days GROUP BY 1, 2, 3, 4, 5
    ${into(sql`area, measure, org, on_date, grade`, fresh)}
  ), months AS MATERIALIZED (
    SELECT area, measure, org, to_char(on_date, 'YYYYMM')::integer AS month, grade, sum(value)::bigint AS value, sum(entries)::bigint AS entries
    FROM days GROUP BY 1, 2, 3, 4, 5
  ), banner_months AS MATERIALIZED (
    SELECT area, measure, org - org % 10000000000 AS org, month, grade, sum(value)::bigint AS value, sum(entries)::bigint AS entries
    FROM months GROUP BY 1, 2, 3, 4, 5
  ), into_months AS (
    INSERT INTO cells AS c (area, measure, org, month, grade, value, entries)
    SELECT * FROM months WHERE org % 10000000000 > 0
    UNION ALL
    SELECT * FROM banner_months WHERE org % 1000000000000 > 0
    UNION ALL
    SELECT area, measure, area::bigint * 1000000000000, month, grade, sum(value), sum(entries) FROM banner_months GROUP BY 1, 2, 3, 4, 5
    ${into(sql`area, measure, org, month, grade`, fresh)}
  )
  SELECT coalesce(sum(entries), 0)::bigint AS entries FROM days`

/** In the order of the key, which an index takes best; into cells that are held they are added. */
const into = (key: RawBuilder<unknown>, fresh: boolean) =>
  fresh
    ? sql`ORDER BY ${key}`
    : sql`ON CONFLICT (${key}) DO UPDATE SET value = c.value + excluded.value, entries = c.entries + excluded.entries`
