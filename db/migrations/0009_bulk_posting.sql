-- Imports make hundreds of records in one transaction: post_counts (0006) for many records at once, with the same rules.
-- Each count names its record, action and organisation; records that are worth nothing are not named at all.
CREATE FUNCTION post_many_counts(p_post uuid, p_records uuid[], p_actions uuid[], p_orgs bigint[], p_measures text[],
                                 p_days date[], p_values bigint[], p_grades text[], p_persons uuid[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE posted integer;
BEGIN
  IF NOT (coalesce(actor_duty() IN ('load', 'repost'), false) OR coalesce(p_post = actor_post(), false)) THEN
    RAISE EXCEPTION 'nobody posts for another post' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH asked AS MATERIALIZED (
    SELECT a.record, a.action, a.org, m.no AS measure, a.on_date, a.value, a.grade::"char" AS grade,
           CASE WHEN a.person IS NOT NULL THEN coalesce(n.no, -1) END AS person
    FROM unnest(p_records, p_actions, p_orgs, p_measures, p_days, p_values, p_grades, p_persons)
      AS a (record, action, org, measure, on_date, value, grade, person)
    LEFT JOIN measures m ON m.id = a.measure
    LEFT JOIN person_numbers_of(array_remove(p_persons, NULL)) n ON n.id = a.person
  ), sources AS (
    SELECT DISTINCT ON (record) record, action FROM asked
  ), desired AS (
    SELECT record, measure, org, on_date, grade, person,
           CASE WHEN person IS NULL THEN sum(value) ELSE max(greatest(value, 0)) + min(least(value, 0)) END AS value,
           0::bigint AS held, NULL::bigint AS latest
    FROM asked GROUP BY record, measure, org, on_date, grade, person
  ), held AS (
    SELECT record, measure, org, on_date, grade, person, -sum(value) AS value, sum(value) AS held, max(id) AS latest
    FROM entries WHERE record = ANY (p_records) GROUP BY record, measure, org, on_date, grade, person
  ), differences AS (
    SELECT record, measure, org, on_date, grade, person, sum(value)::bigint AS value, sum(held) AS held, max(latest) AS latest
    FROM (SELECT * FROM desired UNION ALL SELECT * FROM held) x
    GROUP BY record, measure, org, on_date, grade, person HAVING sum(value) <> 0
  )
  INSERT INTO entries (area, measure, org, on_date, value, grade, person, record, action, post, reverses, tx)
  SELECT d.org / 1000000000000, d.measure, d.org, d.on_date, d.value, d.grade, d.person, d.record, s.action, p_post,
         CASE WHEN sign(d.held) = -sign(d.value) THEN d.latest END, (SELECT ledger_tx())
  FROM differences d JOIN sources s USING (record)
  ORDER BY d.record, d.measure, d.on_date, d.grade, d.person;
  GET DIAGNOSTICS posted = ROW_COUNT;
  RETURN posted;
END $$;
ALTER FUNCTION post_many_counts(uuid, uuid[], uuid[], bigint[], text[], date[], bigint[], text[], uuid[]) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION post_many_counts(uuid, uuid[], uuid[], bigint[], text[], date[], bigint[], text[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION post_many_counts(uuid, uuid[], uuid[], bigint[], text[], date[], bigint[], text[], uuid[]) TO niangjia_app;
