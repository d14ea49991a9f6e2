-- The speed of what is asked most: parts of a figure that cannot have anything are not asked for, lists count rows and
-- attendance without fetching each row and asking whether it may be seen, and the rules of posting stand in one function.

-- Where entries posted under a merged organisation count at a moment: with its successor from the merger on, not before.
-- Its Women's Homes follow unless they have their own way.
-- Where none was ever merged, nothing is worked out.
CREATE OR REPLACE FUNCTION ledger_moves(p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamptz) RETURNS TABLE (code bigint, home bigint)
  LANGUAGE plpgsql STABLE ROWS 1 AS $$
#variable_conflict use_column
BEGIN
  IF NOT EXISTS (SELECT FROM organisations o WHERE o.successor IS NOT NULL) THEN RETURN; END IF;
  RETURN QUERY
    WITH RECURSIVE ways(code, home, steps) AS (
      SELECT o.code, o.merged_into, 1 FROM organisations o
      WHERE o.successor IS NOT NULL AND ledger_holds(o.merged_tx, o.merged_at, p_xmin, p_xmax, p_xip, p_at)
      UNION ALL
      SELECT w.code, o.merged_into, w.steps + 1 FROM ways w JOIN organisations o ON o.code = w.home
      WHERE o.successor IS NOT NULL AND ledger_holds(o.merged_tx, o.merged_at, p_xmin, p_xmax, p_xip, p_at) AND w.steps < 20
    ), ends AS (SELECT DISTINCT ON (code) code, home FROM ways ORDER BY code, steps DESC)
    SELECT code, home FROM ends
    UNION ALL
    SELECT o.code, e.home FROM ends e JOIN organisations o ON o.code BETWEEN e.code + 1 AND e.code + 9999
    WHERE e.code % 10000 = 0
      AND NOT (o.successor IS NOT NULL AND ledger_holds(o.merged_tx, o.merged_at, p_xmin, p_xmax, p_xip, p_at));
END $$;

-- Sums of measures over a scope and a range of days, as parts to be added up by key: 0, the child's code, or yyyymm.
-- p_xmin… name the moment of an as-of question (NULL: now); p_at adds what was posted after it up to a clock time.
CREATE OR REPLACE FUNCTION figure_parts(p_measures smallint[], p_org bigint, p_from date, p_to date, p_by text,
                             p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamptz)
  RETURNS TABLE (measure smallint, key bigint, grade "char", value bigint, entries bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
  SET join_collapse_limit = 1 SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_memoize = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  v_last bigint := org_last(p_org);
  v_span bigint := v_last - p_org + 1;
  v_areas integer[] := ARRAY(SELECT c / 1000000000000 FROM figure_divisions(p_org, v_last, 1000000000000) c);
  v_child boolean := p_by = 'child';
  -- Below township, and villages of a township, there are no cells: entries are read through an index.
  v_direct boolean := v_span < 10000000 OR (v_child AND v_span = 10000000);
  -- By child, the row 本级 has no cell of its own (a region's has).
  v_own bigint := CASE WHEN v_child AND v_span < 100000000000000 THEN p_org + 9999 ELSE p_org - 1 END;
  -- Days that do not fill a month: cells by day where there are such, else entries.
  v_days boolean := v_span >= CASE WHEN v_child THEN 1000000000000 ELSE 10000000000 END;
  v_first date := date_trunc('month', p_from)::date;
  v_end date := (date_trunc('month', p_to + 1) - interval '1 day')::date;
  v_month integer;
  v_month_end integer;
BEGIN
  PERFORM figure_guard(p_measures, p_org, p_by);
  IF v_first < p_from THEN v_first := (v_first + interval '1 month')::date; END IF;
  IF v_first > v_end OR v_direct THEN v_first := p_to + 1; v_end := p_to; END IF;

  IF NOT v_direct AND v_first <= v_end THEN
    v_month := to_char(v_first, 'YYYYMM');
    v_month_end := to_char(v_end, 'YYYYMM');
    RETURN QUERY
      SELECT c.measure, CASE p_by WHEN 'child' THEN org_child(c.org, p_org) WHEN 'month' THEN c.month::bigint ELSE 0 END AS k,
             c.grade, sum(c.value)::bigint, sum(c.entries)::bigint
      FROM figure_cells(p_org, v_child) r CROSS JOIN unnest(p_measures) m (no)
      CROSS JOIN LATERAL (
        SELECT * FROM cells c WHERE c.area = (r.lo / 1000000000000)::integer AND c.measure = m.no AND c.org BETWEEN r.lo AND r.hi
          AND c.month BETWEEN v_month AND v_month_end OFFSET 0) c
      GROUP BY c.measure, k, c.grade;
  END IF;
  IF NOT v_direct AND v_days AND (p_from < v_first OR v_end < p_to) THEN
    RETURN QUERY
      SELECT c.measure, CASE p_by WHEN 'child' THEN org_child(c.org, p_org) WHEN 'month' THEN to_char(c.on_date, 'YYYYMM')::bigint ELSE 0 END AS k,
             c.grade, sum(c.value)::bigint, sum(c.entries)::bigint
      FROM figure_cells(p_org, v_child) r CROSS JOIN unnest(p_measures) m (no)
      CROSS JOIN (VALUES (p_from, least(v_first - 1, p_to)), (greatest(v_end + 1, p_from, v_first), p_to)) d (d1, d2)
      CROSS JOIN LATERAL (
        SELECT * FROM day_cells c WHERE c.area = (r.lo / 1000000000000)::integer AND c.measure = m.no AND c.org = r.lo
          AND c.on_date BETWEEN d.d1 AND d.d2 OFFSET 0) c
      WHERE r.lo = r.hi
      GROUP BY c.measure, k, c.grade;
  END IF;

  -- Straight from entries: everything of a leaf, the row 本级, and days without cells.
  IF v_direct OR v_own >= p_org OR p_from < v_first OR v_end < p_to THEN
    RETURN QUERY
      SELECT e.measure, CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k,
             e.grade, sum(e.value)::bigint, count(*)
      FROM (SELECT p_org, v_last, p_from, p_to WHERE v_direct
            UNION ALL SELECT p_org, v_own, p_from, p_to WHERE NOT v_direct AND v_own >= p_org
            UNION ALL SELECT greatest(v_own + 1, p_org), CASE WHEN v_days THEN p_org + 9999999999 ELSE v_last END, d.d1, d.d2
              FROM (VALUES (p_from, least(v_first - 1, p_to)), (greatest(v_end + 1, p_from, v_first), p_to)) d (d1, d2)
              WHERE NOT v_direct AND d.d1 <= d.d2 AND (NOT v_days OR (v_child AND v_span = 1000000000000))
           ) r (lo, hi, d1, d2)
      CROSS JOIN unnest(p_measures) m (no)
      CROSS JOIN LATERAL (
        SELECT e.measure, e.org, e.on_date, e.grade, e.value FROM entries e
        WHERE e.measure = m.no AND e.org BETWEEN r.lo AND r.hi AND e.on_date BETWEEN r.d1 AND r.d2 OFFSET 0) e
      GROUP BY e.measure, k, e.grade;
  END IF;

  -- The tail: what the asked moment has and the above has not, and the other way round.
  IF NOT v_direct OR p_xmin IS NOT NULL THEN
    RETURN QUERY
      SELECT t.measure, t.k, t.grade, sum(t.worth * t.value)::bigint, sum(t.worth)::bigint
      FROM (
        SELECT e.measure, e.grade, e.value,
               CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k,
               (p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false))::integer
               - (v_direct OR e.org <= v_own
                  OR (e.on_date NOT BETWEEN v_first AND v_end
                      AND (NOT v_days OR (v_child AND v_span = 1000000000000 AND e.org <= p_org + 9999999999)))
                  OR coalesce(ledger_seen(e.tx, f.snap_xmin, f.snap_xmax, f.snap_xip), false))::integer AS worth
        FROM unnest(v_areas) a (area)
        LEFT JOIN fold_states f ON f.area = a.area
        CROSS JOIN unnest(p_measures) m (no)
        CROSS JOIN LATERAL (
          SELECT * FROM entries e WHERE e.area = a.area AND e.measure = m.no
            AND e.tx >= least(coalesce(f.snap_xmin, 0), coalesce(p_xmin, f.snap_xmin, 0)) OFFSET 0) e
        WHERE e.org BETWEEN p_org AND v_last AND e.on_date BETWEEN p_from AND p_to
      ) t WHERE t.worth <> 0
      GROUP BY t.measure, t.k, t.grade;
  END IF;

  -- Merged organisations: their entries leave the row they were posted under and come to the row of the successor.
  IF EXISTS (SELECT FROM organisations WHERE successor IS NOT NULL) THEN
    RETURN QUERY
      SELECT e.measure, CASE p_by WHEN 'child' THEN w.child WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k,
             e.grade, sum(w.worth * e.value)::bigint, sum(w.worth)::bigint
      FROM (SELECT v.code, org_child(v.code, p_org) AS child, -1 AS worth FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v WHERE v.code BETWEEN p_org AND v_last
            UNION ALL
            SELECT v.code, org_child(v.home, p_org), 1 FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v WHERE v.home BETWEEN p_org AND v_last) w
      CROSS JOIN unnest(p_measures) m (no)
      CROSS JOIN LATERAL (
        SELECT * FROM entries e WHERE e.measure = m.no AND e.org = w.code AND e.on_date BETWEEN p_from AND p_to OFFSET 0) e
      WHERE p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false)
      GROUP BY e.measure, k, e.grade;
  END IF;
END $$;

-- desired − held, posted, for one record or many (invariant 2): post_counts (0006) and post_many_counts (0009) in one. A record
-- named without a count gives back what the ledger holds for it.
DROP FUNCTION post_counts(uuid, uuid, uuid, bigint, text[], date[], bigint[], text[], uuid[]);
ALTER FUNCTION post_many_counts(uuid, uuid[], uuid[], bigint[], text[], date[], bigint[], text[], uuid[]) RENAME TO post_counts;
DO $$ DECLARE body text := pg_get_functiondef('post_counts(uuid, uuid[], uuid[], bigint[], text[], date[], bigint[], text[], uuid[])'::regprocedure); BEGIN
  EXECUTE replace(body, '''pay'', ''repost''', '''pay'', ''repost'', ''sign-in''');
END $$;

-- An attendance of an activity that is not sealed is seen by its organisation and programme, which it carries; of the rest
-- the activity is asked.
CREATE FUNCTION open_programmes() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY(SELECT id FROM programmes WHERE NOT confidential AND actor_role() = ANY (see));
DROP POLICY attendances_read ON attendances;
CREATE POLICY attendances_read ON attendances FOR SELECT USING (
  (org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND programme = ANY ((SELECT open_programmes())::text[]))
  OR (SELECT actor_duty()) IN ('verify', 'repost', 'load')
  OR EXISTS (SELECT FROM activities r WHERE r.id = attendances.activity));

-- A list counts what it holds: out of an index that carries what the policy of records asks, no row is fetched for it.
DROP INDEX records_banner, records_league, records_org;
CREATE INDEX records_banner ON records (programme, banner, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver);
CREATE INDEX records_league ON records (programme, area, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver);
CREATE INDEX records_org ON records (programme, org, on_date DESC, id DESC) INCLUDE (sealed, handlers, receiver);
