-- Persons of a range that cuts a month are read from the entries of the days cut off: some 26,000 for the region. With what
-- they are worth and when they were posted in the index, none of them is fetched from the table.
DROP INDEX entries_person_day;
CREATE INDEX entries_person_day ON entries (measure, on_date, org, person) INCLUDE (value, tx, posted_at) WHERE person IS NOT NULL;

-- Nobody is summed up who only came: a set of those who came, and a recount of those something was taken back from.
CREATE OR REPLACE FUNCTION public.figure_persons(p_measure smallint, p_org bigint, p_from date, p_to date, p_by text, p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamp with time zone)
 RETURNS TABLE(key bigint, cell bytea, present integer[], absent integer[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET join_collapse_limit TO '1'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_memoize TO 'off'
 SET jit TO 'off'
AS $function$
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
  v_less integer[];
  v_keys bigint[] := '{}';
  v_persons integer[] := '{}';
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
  -- nothing on a day. Whom something was taken back from, what stands, the tail and the merged are recounted over the whole
  -- range, person by person.
  IF NOT v_stock AND (v_first > v_from OR v_end < p_to) THEN
    FOR key, present, v_less IN
      SELECT x.k, array_agg(x.person) FILTER (WHERE x.value > 0), array_agg(x.person) FILTER (WHERE x.value < 0)
      FROM (SELECT CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k, e.person, e.value
            FROM (VALUES (v_from, least(v_first - 1, p_to)), (greatest(v_end + 1, v_from), p_to)) d (d1, d2)
            CROSS JOIN LATERAL (
              SELECT * FROM entries e WHERE e.measure = p_measure AND e.on_date BETWEEN d.d1 AND d.d2 AND e.person IS NOT NULL
                AND e.org BETWEEN greatest(p_org, v_own + 1) AND v_last OFFSET 0) e
            WHERE ledger_holds(e.tx, e.posted_at, p_xmin, p_xmax, p_xip, p_at) AND e.org <> ALL (v_out)) x
      GROUP BY x.k
    LOOP
      IF v_less IS NOT NULL THEN
        present := ARRAY(SELECT unnest(present) EXCEPT SELECT unnest(v_less));
        v_keys := v_keys || array_fill(key, ARRAY[cardinality(v_less)]);
        v_persons := v_persons || v_less;
      END IF;
      RETURN NEXT;
    END LOOP;
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
      SELECT * FROM unnest(v_keys, v_persons)
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
END $function$;
