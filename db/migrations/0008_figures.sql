-- Figures: what the cells say, plus what is not in them yet, less what was posted after the asked moment — in one
-- snapshot. Cells and entries of a subtree are read through these functions only; they hold the rule of scope and the
-- rule of confidential measures. STABLE: every query inside sees the snapshot of the statement that called. Planned once
-- per connection, joined in the order they are written: few ranges first, then entries and cells through an index.

CREATE FUNCTION org_last(code bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN code + CASE WHEN code % 10000 > 0 THEN 0 WHEN code % 100000000000000 = 0 THEN 99999999999999
    WHEN code % 1000000000000 = 0 THEN 999999999999 WHEN code % 10000000000 = 0 THEN 9999999999
    WHEN code % 10000000 = 0 THEN 9999999 ELSE 9999 END;

-- Which row of `parent`'s table by child a code falls in; `parent` itself is the row 本级.
CREATE FUNCTION org_child(code bigint, parent bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN code - code % 1000000000000 > parent THEN code - code % 1000000000000
    WHEN code - code % 10000000000 > parent THEN code - code % 10000000000
    WHEN code - code % 10000000 > parent THEN code - code % 10000000
    WHEN code - code % 10000 > parent THEN code - code % 10000 ELSE parent END;

-- Whether a moment (as below; NULL: now) has what a transaction did at a clock time.
CREATE FUNCTION ledger_holds(tx bigint, at timestamptz, p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamptz) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN p_xmin IS NULL OR ledger_seen(tx, p_xmin, p_xmax, p_xip) OR coalesce(at <= p_at, false);

-- Where entries posted under a merged organisation count at a moment: with its successor from the merger on, not before.
-- Its Women's Homes follow unless they have their own way.
CREATE FUNCTION ledger_moves(p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamptz) RETURNS TABLE (code bigint, home bigint)
  LANGUAGE sql STABLE AS $$
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
    AND NOT (o.successor IS NOT NULL AND ledger_holds(o.merged_tx, o.merged_at, p_xmin, p_xmax, p_xip, p_at)) $$;

-- The asked scope lies under the post; a confidential measure is shown at banner level and above, lower only to a post
-- of the handling organisation that may see the programme, and never broken down into what lies lower (DESIGN 7).
CREATE FUNCTION figure_guard(p_measures smallint[], p_org bigint, p_by text) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF actor_duty() = 'verify' THEN RETURN; END IF;
  IF NOT coalesce(p_org >= actor_lo() AND org_last(p_org) <= actor_hi(), false) THEN
    RAISE EXCEPTION 'out of scope' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (
      SELECT FROM measures m JOIN programmes p ON p.id = m.programme
      WHERE m.no = ANY (p_measures) AND m.confidential
        AND ((p_org % 10000000000 > 0 AND NOT (own_org(p_org) AND actor_role() = ANY (p.see)))
             OR (p_by = 'child' AND p_org % 1000000000000 > 0))) THEN
    RAISE EXCEPTION 'confidential' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- Divisions of one span between two codes under which the directory holds anybody: one look into its index for each, where
-- guessing all 99 of a level would cost a look into every table behind a figure.
CREATE FUNCTION figure_divisions(p_from bigint, p_to bigint, p_span bigint) RETURNS SETOF bigint LANGUAGE plpgsql STABLE AS $$
DECLARE c bigint := p_from;
BEGIN
  LOOP
    SELECT min(code) INTO c FROM organisations WHERE code BETWEEN c AND p_to;
    EXIT WHEN c IS NULL;
    c := c - c % p_span;
    RETURN NEXT c;
    c := c + p_span;
  END LOOP;
END $$;

-- Codes whose cells make up a scope, as ranges: whole, or one for each child. The numbers are spans of levels (DESIGN 6).
CREATE FUNCTION figure_cells(p_org bigint, p_by_child boolean) RETURNS TABLE (lo bigint, hi bigint)
  LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_org % 100000000000000 = 0 THEN      -- a region: its leagues, and itself for what is its own
    RETURN QUERY SELECT c, c FROM figure_divisions(p_org, org_last(p_org), 1000000000000) c;
  ELSIF NOT p_by_child THEN
    RETURN QUERY SELECT p_org, p_org;
  ELSIF p_org % 1000000000000 = 0 THEN     -- a league: its banners; townships right under it (东莞) come as a range
    RETURN QUERY SELECT c, c FROM figure_divisions(p_org + 10000000000, org_last(p_org), 10000000000) c
      UNION ALL SELECT p_org + 10000000, p_org + 9999999999;
  ELSE
    RETURN QUERY SELECT p_org + 10000000, org_last(p_org);
  END IF;
END $$;

-- Sums of measures over a scope and a range of days, as parts to be added up by key: 0, the child's code, or yyyymm.
-- p_xmin… name the moment of an as-of question (NULL: now); p_at adds what was posted after it up to a clock time.
CREATE FUNCTION figure_parts(p_measures smallint[], p_org bigint, p_from date, p_to date, p_by text,
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
BEGIN
  PERFORM figure_guard(p_measures, p_org, p_by);
  IF v_first < p_from THEN v_first := (v_first + interval '1 month')::date; END IF;
  IF v_first > v_end OR v_direct THEN v_first := p_to + 1; v_end := p_to; END IF;

  IF NOT v_direct AND v_first <= v_end THEN
    RETURN QUERY
      SELECT c.measure, CASE p_by WHEN 'child' THEN org_child(c.org, p_org) WHEN 'month' THEN c.month::bigint ELSE 0 END AS k,
             c.grade, sum(c.value)::bigint, sum(c.entries)::bigint
      FROM figure_cells(p_org, v_child) r CROSS JOIN unnest(p_measures) m (no)
      CROSS JOIN LATERAL (
        SELECT * FROM cells c WHERE c.area = (r.lo / 1000000000000)::integer AND c.measure = m.no AND c.org BETWEEN r.lo AND r.hi
          AND c.month BETWEEN to_char(v_first, 'YYYYMM')::integer AND to_char(v_end, 'YYYYMM')::integer OFFSET 0) c
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
END $$;

-- Distinct persons, by key as above (months only for flows). Per key: unite the cells, take `absent` out, put `present`
-- in. Persons that the cells cannot speak for (days beside whole months, the tail, merged organisations) are recounted.
CREATE FUNCTION figure_persons(p_measure smallint, p_org bigint, p_from date, p_to date, p_by text,
                               p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamptz)
  RETURNS TABLE (key bigint, cell bytea, present integer[], absent integer[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
  SET join_collapse_limit = 1 SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_memoize = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  v_last bigint := org_last(p_org);
  v_span bigint := v_last - p_org + 1;
  v_areas integer[] := ARRAY(SELECT c / 1000000000000 FROM figure_divisions(p_org, v_last, 1000000000000) c);
  v_child boolean := p_by = 'child';
  v_direct boolean := v_span < 10000000 OR (v_child AND v_span = 10000000);
  v_own bigint := CASE WHEN v_child AND v_span < 100000000000000 THEN p_org + 9999 ELSE p_org - 1 END;
  v_stock boolean := (SELECT flow = 'stock' FROM measures WHERE no = p_measure);
  v_from date := CASE WHEN v_stock THEN '0001-01-01' ELSE p_from END;
  v_first date := date_trunc('month', v_from)::date;
  v_end date := (date_trunc('month', p_to) + interval '1 month - 1 day')::date;
  v_into bigint[] := ARRAY(SELECT code FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) WHERE home BETWEEN p_org AND v_last AND code NOT BETWEEN p_org AND v_last);
  v_out bigint[] := ARRAY(SELECT code FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) WHERE code BETWEEN p_org AND v_last);
  v_periods integer[];
BEGIN
  PERFORM figure_guard(ARRAY[p_measure], p_org, p_by);

  -- Leaves and the row 本级: exactly, from entries.
  RETURN QUERY
    SELECT x.k, NULL::bytea, array_agg(x.person), NULL::integer[]
    FROM (SELECT CASE p_by WHEN 'child' THEN org_child(coalesce(v.home, e.org), p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k, e.person
          FROM (SELECT p_org AS lo, CASE WHEN v_direct THEN v_last ELSE v_own END AS hi
                UNION ALL SELECT c, c FROM unnest(v_into || v_out) c) r
          CROSS JOIN LATERAL (
            SELECT * FROM entries e
            WHERE e.measure = p_measure AND e.org BETWEEN r.lo AND r.hi AND e.on_date BETWEEN v_from AND p_to OFFSET 0) e
          LEFT JOIN ledger_moves(p_xmin, p_xmax, p_xip, p_at) v ON v.code = e.org
          WHERE (p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false))
            AND (r.lo = r.hi OR v.code IS NULL) AND e.person IS NOT NULL
            AND coalesce(v.home, e.org) BETWEEN p_org AND CASE WHEN v_direct THEN v_last ELSE v_own END
          GROUP BY k, e.person HAVING sum(e.value) > 0) x
    WHERE v_direct OR v_own >= p_org
    GROUP BY x.k;
  IF v_direct THEN RETURN; END IF;

  -- A month that is cut may still be used whole when nothing is dated in the part that was cut off.
  IF v_first < v_from AND figure_days_hold(p_measure, p_org, v_first, v_from - 1) THEN
    v_first := (v_first + interval '1 month')::date;
  END IF;
  IF v_end > p_to AND figure_days_hold(p_measure, p_org, p_to + 1, v_end) THEN
    v_end := (date_trunc('month', p_to) - interval '1 day')::date;
  END IF;
  IF v_first > v_end THEN v_first := v_from; v_end := v_from - 1; END IF;

  IF v_stock THEN
    RETURN QUERY
      SELECT CASE WHEN v_child THEN org_child(o.code, p_org) ELSE 0 END, c.persons, NULL::integer[], NULL::integer[]
      FROM figure_cells(p_org, v_child) r
      CROSS JOIN LATERAL (SELECT r.lo AS code WHERE r.lo = r.hi
                          UNION ALL SELECT o.code FROM organisations o
                          WHERE r.lo < r.hi AND o.code BETWEEN r.lo AND r.hi AND o.code % 10000000 = 0) o
      CROSS JOIN LATERAL (SELECT c.persons FROM person_cells c
                          WHERE c.area = (o.code / 1000000000000)::integer AND c.measure = p_measure AND c.org = o.code
                            AND c.period <= to_char(v_end, 'YYYYMM')::integer
                          ORDER BY c.period DESC LIMIT 1) c;
  ELSIF v_first <= v_end THEN
    v_periods := ARRAY(SELECT figure_periods(v_first, v_end, p_by = 'month'));
    RETURN QUERY
      SELECT CASE p_by WHEN 'child' THEN org_child(c.org, p_org) WHEN 'month' THEN c.period::bigint ELSE 0 END,
             c.persons, NULL::integer[], NULL::integer[]
      FROM figure_cells(p_org, v_child) r
      CROSS JOIN LATERAL (
        SELECT * FROM person_cells c WHERE c.area = (r.lo / 1000000000000)::integer AND c.measure = p_measure AND c.org BETWEEN r.lo AND r.hi
          AND c.period = ANY (v_periods) OFFSET 0) c;
  END IF;

  -- Days cut off from a flow: who came on them came, whatever the whole months say, since no record is worth less than
  -- nothing on a day. Only what stands, the tail and the merged are recounted over the whole range, person by person.
  IF NOT v_stock AND (v_first > v_from OR v_end < p_to) THEN
    RETURN QUERY
      SELECT x.k, NULL::bytea, array_agg(x.person), NULL::integer[]
      FROM (SELECT CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k, e.person
            FROM (VALUES (v_from, least(v_first - 1, p_to)), (greatest(v_end + 1, v_from), p_to)) d (d1, d2)
            CROSS JOIN LATERAL (
              SELECT * FROM entries e WHERE e.measure = p_measure AND e.on_date BETWEEN d.d1 AND d.d2 AND e.person IS NOT NULL
                AND e.org BETWEEN greatest(p_org, v_own + 1) AND v_last OFFSET 0) e
            WHERE ledger_holds(e.tx, e.posted_at, p_xmin, p_xmax, p_xip, p_at) AND e.org <> ALL (v_out)
            GROUP BY 1, 2 HAVING sum(e.value) > 0) x
      GROUP BY x.k;
  END IF;

  RETURN QUERY
    WITH touched AS (
      SELECT CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k, e.person
      FROM (VALUES (v_from, least(v_first - 1, p_to)), (greatest(v_end + 1, v_from), p_to)) d (d1, d2)
      CROSS JOIN LATERAL (
        SELECT e.org, e.on_date, e.person FROM entries e WHERE e.measure = p_measure AND e.on_date BETWEEN d.d1 AND d.d2 AND e.person IS NOT NULL
          AND e.org BETWEEN greatest(p_org, v_own + 1) AND v_last OFFSET 0) e
      WHERE v_stock AND (v_first > v_from OR v_end < p_to)
      UNION
      SELECT CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END, e.person
      FROM unnest(v_areas) a (area)
      LEFT JOIN fold_states f ON f.area = a.area
      CROSS JOIN LATERAL (
        SELECT * FROM entries e WHERE e.area = a.area AND e.measure = p_measure
          AND e.tx >= least(coalesce(f.snap_xmin, 0), coalesce(p_xmin, f.snap_xmin, 0)) OFFSET 0) e
      WHERE e.org BETWEEN greatest(p_org, v_own + 1) AND v_last AND e.on_date <= greatest(v_end, p_to) AND e.on_date >= least(v_first, v_from)
        AND (p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false))
            IS DISTINCT FROM coalesce(ledger_seen(e.tx, f.snap_xmin, f.snap_xmax, f.snap_xip), false)
      UNION
      SELECT CASE p_by WHEN 'child' THEN org_child(w.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END, e.person
      FROM (SELECT v.code, x.org FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v CROSS JOIN LATERAL (VALUES (v.code), (v.home)) x (org)
            WHERE x.org BETWEEN greatest(p_org, v_own + 1) AND v_last) w
      JOIN entries e ON e.measure = p_measure AND e.org = w.code AND e.on_date BETWEEN least(v_first, v_from) AND greatest(v_end, p_to) AND e.person IS NOT NULL
    ), worth AS (
      SELECT t.k, t.person, coalesce(sum(x.value), 0) AS net
      FROM touched t
      LEFT JOIN LATERAL (
        SELECT e.value
        FROM (SELECT p_org AS lo, v_last AS hi UNION ALL SELECT c, c FROM unnest(v_into) c) r
        CROSS JOIN LATERAL (
          SELECT * FROM entries e
          WHERE e.measure = p_measure AND e.person = t.person AND e.org BETWEEN r.lo AND r.hi AND e.on_date BETWEEN v_from AND p_to OFFSET 0) e
        LEFT JOIN ledger_moves(p_xmin, p_xmax, p_xip, p_at) v ON v.code = e.org
        WHERE (p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false))
          AND coalesce(v.home, e.org) BETWEEN p_org AND v_last
          AND t.k = CASE p_by WHEN 'child' THEN org_child(coalesce(v.home, e.org), p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END
      ) x ON true
      GROUP BY t.k, t.person
    )
    SELECT w.k, NULL::bytea, array_agg(w.person) FILTER (WHERE w.net > 0), array_agg(w.person) FILTER (WHERE w.net <= 0)
    FROM worth w GROUP BY w.k;
END $$;

-- Whether the cells hold anything dated on these days; below banner there are no cells by day, so it says yes.
CREATE FUNCTION figure_days_hold(p_measure smallint, p_org bigint, p_from date, p_to date) RETURNS boolean
  LANGUAGE sql STABLE AS $$
  SELECT p_org % 10000000000 > 0 OR EXISTS (
    SELECT FROM figure_cells(p_org, false) r
    CROSS JOIN LATERAL (
      SELECT FROM day_cells c WHERE c.area = (r.lo / 1000000000000)::integer AND c.measure = p_measure AND c.org = r.lo
        AND c.on_date BETWEEN p_from AND p_to LIMIT 1) c) $$;

-- The fewest person cells that cover whole months: years (yyyy) where a year is whole, else months (yyyymm).
CREATE FUNCTION figure_periods(p_from date, p_to date, p_months boolean) RETURNS SETOF integer LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT CASE WHEN NOT p_months AND date_trunc('year', m) >= p_from AND date_trunc('year', m) + interval '1 year - 1 day' <= p_to
              THEN to_char(m, 'YYYY')::integer ELSE to_char(m, 'YYYYMM')::integer END
  FROM generate_series(p_from::timestamp, p_to::timestamp, interval '1 month') m $$;

-- The last moment that was folded to before a clock time; entries posted between the two are added by their own time.
CREATE FUNCTION ledger_moment_at(p_at timestamptz) RETURNS TABLE (snap_xmin bigint, snap_xmax bigint, snap_xip bigint[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT snap_xmin, snap_xmax, snap_xip FROM moments WHERE at <= p_at ORDER BY at DESC LIMIT 1 $$;

-- The entries a figure is made of, newest first, after (p_day, p_id). Who may open their records is for the caller to ask.
CREATE FUNCTION figure_entries(p_measure smallint, p_org bigint, p_from date, p_to date, p_xmin bigint, p_xmax bigint,
                               p_xip bigint[], p_at timestamptz, p_day date, p_id bigint, p_limit integer)
  RETURNS TABLE (id bigint, org bigint, on_date date, value bigint, grade "char", record uuid, reverses bigint, posted_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
  SET join_collapse_limit = 1 SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_memoize = off SET jit = off AS $$
#variable_conflict use_column
BEGIN
  PERFORM figure_guard(ARRAY[p_measure], p_org, 'total');
  -- A region holds nearly all there is: newest first by day. What is smaller is put together from its organisations.
  IF p_org % 100000000000000 = 0 THEN
    RETURN QUERY
      SELECT e.id, e.org, e.on_date, e.value, e.grade, e.record, e.reverses, e.posted_at
      FROM entries e LEFT JOIN ledger_moves(p_xmin, p_xmax, p_xip, p_at) v ON v.code = e.org
      WHERE e.measure = p_measure AND e.person IS NULL AND e.on_date BETWEEN p_from AND p_to AND (e.on_date, e.id) < (p_day, p_id)
        AND ledger_holds(e.tx, e.posted_at, p_xmin, p_xmax, p_xip, p_at)
        AND coalesce(v.home, e.org) BETWEEN p_org AND org_last(p_org)
      ORDER BY e.on_date DESC, e.id DESC LIMIT p_limit;
    RETURN;
  END IF;
  RETURN QUERY
    SELECT e.id, e.org, e.on_date, e.value, e.grade, e.record, e.reverses, e.posted_at
    FROM (SELECT o.code FROM organisations o
          WHERE o.code BETWEEN p_org AND org_last(p_org) AND o.code NOT IN (SELECT v.code FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v)
          UNION ALL SELECT v.code FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v WHERE v.home BETWEEN p_org AND org_last(p_org)) o
    CROSS JOIN LATERAL (
      SELECT * FROM entries e
      WHERE e.measure = p_measure AND e.org = o.code AND e.on_date BETWEEN p_from AND least(p_to, p_day) AND (e.on_date, e.id) < (p_day, p_id)
        AND ledger_holds(e.tx, e.posted_at, p_xmin, p_xmax, p_xip, p_at)
      ORDER BY e.on_date DESC, e.id DESC LIMIT p_limit) e
    ORDER BY e.on_date DESC, e.id DESC LIMIT p_limit;
END $$;

-- About when a moment was, for display: the first fold at or past it.
CREATE FUNCTION ledger_clock_of(p_xmax bigint) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT at FROM moments WHERE snap_xmax >= p_xmax ORDER BY snap_xmax, at LIMIT 1 $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY[
      'figure_parts(smallint[], bigint, date, date, text, bigint, bigint, bigint[], timestamptz)',
      'figure_persons(smallint, bigint, date, date, text, bigint, bigint, bigint[], timestamptz)',
      'figure_entries(smallint, bigint, date, date, bigint, bigint, bigint[], timestamptz, date, bigint, integer)',
      'ledger_moment_at(timestamptz)', 'ledger_clock_of(bigint)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO niangjia_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO niangjia_app', f);
  END LOOP;
END $$;
