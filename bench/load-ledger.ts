import type pg from 'pg'
import { loading, withoutIndexes, years } from './load.ts'

/** Shares of the entries: activities of two programmes with who came, teams, volunteers. Parts of 2.7 million. */
const per = { evenings: 0.058, sessions: 0.093, teams: 0.0185, volunteers: 0.128 }

/** People of one village who come to its evenings; ten times as many where there are ten times as many entries. */
const peopleOf = (entries: number) => (entries > 5e6 ? 200 : 20)

/**
 * Adds about `entries` entries with the activities and attendance lists behind them, spread over all villages and three
 * years; `held`: how many there are already. Cells are not made.
 */
export function loadLedger(raw: pg.Pool, entries: number, held: number): Promise<void> {
  const n = (share: number) => Math.round(entries * share)
  return loading(raw, async (client) => {
    await client.query(`
      DROP TABLE IF EXISTS bench_places, bench_made, bench_came;
      CREATE UNLOGGED TABLE bench_places AS
        SELECT row_number() OVER (ORDER BY code)::integer AS n, code FROM organisations WHERE level = 'village' AND code % 10000 = 0;
      CREATE UNIQUE INDEX ON bench_places (n);
      CREATE UNLOGGED TABLE bench_made AS
        SELECT x.*, uuidv7() AS id, p.code - CASE WHEN x.high THEN p.code % 10000000 ELSE 0 END AS org,
               CASE WHEN x.luck < 0.97 THEN CASE WHEN x.evening THEN 'held' ELSE 'done' END WHEN x.luck < 0.99 THEN 'cancelled' ELSE 'planned' END AS state
        FROM (SELECT i <= ${n(per.evenings)} AS evening, 1 + floor(random() * (SELECT count(*) FROM bench_places))::integer AS place, random() < 0.1 AS high,
                     random() AS luck, '${years.first}'::date + floor(random() * ${years.days})::integer AS on_date
              FROM generate_series(1, ${n(per.evenings + per.sessions)}) i ORDER BY on_date) x
        JOIN bench_places p ON p.n = x.place;
      CREATE UNLOGGED TABLE bench_came AS
        SELECT m.id, m.org, m.on_date, m.evening, m.place + (SELECT count(*) FROM bench_places)::integer * ((m.first + j) % ${peopleOf(entries)}) AS person
        FROM (SELECT *, floor(random() * 1000)::integer AS first, 1 + floor(random() * CASE WHEN evening THEN 9 ELSE 3 END)::integer AS came FROM bench_made
              WHERE state IN ('held', 'done')) m
        CROSS JOIN LATERAL generate_series(1, m.came) j`)
    await client.query(`
      INSERT INTO activities (area, kind, id, programme, version, org, ledger_org, title, state, on_date, answers, heads)
      SELECT org / 1000000000000, 'activity', id, CASE WHEN evening THEN 'family-story' ELSE 'volunteer-session' END, 1, org, org,
             CASE WHEN evening THEN '家风故事分享会' ELSE '志愿服务' END || ' 第 ' || (luck * 100000)::integer || ' 场', state, on_date,
             jsonb_build_object('title', '家风故事分享会', 'heldOn', on_date, 'place', '文化活动室', 'note', '讲了祖辈的家书和邻里互助的旧事，来的人都说好。'),
             jsonb_build_array(jsonb_build_object('count', 10 + (luck * 50)::integer, 'grade', 'C', 'reason', '估计'))
      FROM bench_made`)
    await withoutIndexes(client, 'attendances', () =>
      client.query(`
      INSERT INTO attendances (area, id, activity, programme, org, person, method, on_date)
      SELECT org / 1000000000000, uuidv7(), id, CASE WHEN evening THEN 'family-story' ELSE 'volunteer-session' END, org, md5('person' || person)::uuid, 'list', on_date
      FROM bench_came`),
    )
    await withoutIndexes(client, 'entries', () =>
      client.query(entriesOf(n(per.teams), n(per.volunteers), Math.round(held * per.volunteers))),
    )
    await client.query('DROP TABLE bench_places, bench_made, bench_came')
    for (const table of ['entries', 'activities', 'attendances', 'records', 'organisations'])
      await client.query(`VACUUM (ANALYZE) ${table}`)
  })
}

const entriesOf = (teams: number, volunteers: number, before: number) => `
  INSERT INTO entries (area, measure, org, on_date, value, grade, person, record, action, tx, posted_at)
  SELECT x.org / 1000000000000, m.no, x.org, x.on_date, x.value, x.grade::"char", x.person, x.record, x.record, (SELECT ledger_tx()), x.on_date
  FROM (
    SELECT CASE WHEN evening THEN 'family-story.sessions' ELSE 'volunteer-session.sessions' END AS id, org, on_date, 1 AS value, 'A' AS grade,
           NULL::integer AS person, id AS record FROM bench_made WHERE state IN ('held', 'done')
    UNION ALL SELECT 'family-story.attendances', org, on_date, 10 + (luck * 50)::integer, 'C', NULL, id FROM bench_made WHERE state = 'held'
    UNION ALL SELECT 'family-story.attendances', org, on_date, 1 + (luck * 9)::integer, 'A', NULL, id FROM bench_made WHERE state = 'held' AND luck < 0.5
    UNION ALL SELECT 'volunteer-session.served', org, on_date, 5 + (luck * 60)::integer, CASE WHEN luck < 0.6 THEN 'B' ELSE 'C' END, NULL, id
      FROM bench_made WHERE state = 'done'
    UNION ALL SELECT CASE WHEN evening THEN 'family-story.people' ELSE 'volunteer-session.volunteers' END, org, on_date, 1, 'A', person, id FROM bench_came
    UNION ALL SELECT 'volunteer-team.registered', p.code, '${years.first}'::date + floor(random() * ${years.days})::integer, 1, 'A', NULL, gen_random_uuid()
      FROM generate_series(1, ${teams}) i JOIN bench_places p ON p.n = 1 + i % (SELECT count(*) FROM bench_places)
    UNION ALL SELECT 'volunteer.registered', p.code, v.on_date + s.later, s.value, 'A', v.i, v.record
      FROM (SELECT i, gen_random_uuid() AS record, '${years.first}'::date + floor(random() * ${years.days - 100})::integer AS on_date
            FROM generate_series(${before + 1}, ${before + volunteers}) i) v
      JOIN bench_places p ON p.n = 1 + v.i % (SELECT count(*) FROM bench_places)
      CROSS JOIN LATERAL (VALUES (0, 1), (60, -1)) s (later, value) WHERE s.value = 1 OR v.i % 7 = 0
  ) x JOIN measures m ON m.id = x.id
  ORDER BY x.on_date`
