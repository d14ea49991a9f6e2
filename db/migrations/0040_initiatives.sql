-- What belongs to a line, project or action (L001–L006): whole services, and single records. Told together, what belongs to
-- several is counted once.

CREATE TABLE initiative_programmes (
  area        integer NOT NULL,
  initiative  uuid NOT NULL,                         -- a record of the programme initiative
  programme   text NOT NULL,
  org         bigint NOT NULL,                       -- that keeps the initiative
  post        uuid,                                  -- who said so last; none for what was loaded
  added_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  removed_at  timestamptz,
  PRIMARY KEY (area, initiative, programme)
);

CREATE TABLE initiative_records (
  area        integer NOT NULL,                      -- of the record
  initiative  uuid NOT NULL,
  record      uuid NOT NULL,
  programme   text NOT NULL,                         -- of the record; never a confidential one
  org         bigint NOT NULL,                       -- that keeps the record
  post        uuid,
  added_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  removed_at  timestamptz,
  PRIMARY KEY (area, initiative, record)
);
CREATE INDEX initiative_records_of ON initiative_records (initiative, record) WHERE removed_at IS NULL;
CREATE INDEX initiative_records_record ON initiative_records (record);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['initiative_programmes', 'initiative_records'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO niangjia_owner USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO niangjia_app', t);
    EXECUTE format('GRANT SELECT ON %I TO niangjia_ledger', t);
  END LOOP;
END $$;

-- Which services belong to an action is as public as its name.
CREATE POLICY initiative_programmes_read ON initiative_programmes FOR SELECT
  USING (actor_post() IS NOT NULL OR actor_duty() IS NOT NULL);
CREATE POLICY initiative_programmes_add ON initiative_programmes FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'load' OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'organisation')));
CREATE POLICY initiative_programmes_change ON initiative_programmes FOR UPDATE
  USING (own_org(org) AND (SELECT actor_role()) IN ('chair', 'organisation'))
  WITH CHECK (own_org(org) AND (SELECT actor_role()) IN ('chair', 'organisation'));

-- A mark hangs on its record: who sees that sees its marks, and a post that keeps it gives them.
CREATE POLICY initiative_records_read ON initiative_records FOR SELECT
  USING ((SELECT actor_duty()) = 'load' OR EXISTS (SELECT FROM records r WHERE r.id = record));
CREATE POLICY initiative_records_add ON initiative_records FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'load' OR (own_org(org)
    AND EXISTS (SELECT FROM records r WHERE r.id = record AND r.org = initiative_records.org AND r.programme = initiative_records.programme)
    AND NOT EXISTS (SELECT FROM programmes p WHERE p.id = programme AND p.confidential)));
CREATE POLICY initiative_records_change ON initiative_records FOR UPDATE
  USING (own_org(org) AND EXISTS (SELECT FROM records r WHERE r.id = record))
  WITH CHECK (own_org(org) AND EXISTS (SELECT FROM records r WHERE r.id = record AND r.org = initiative_records.org));
CREATE POLICY initiative_records_ledger ON initiative_records FOR SELECT TO niangjia_ledger USING (true);

-- What the marked records of these initiatives are worth in a subtree: each record once, however many marks it bears; persons
-- united. Services in p_whole are told by their figures and left out here. A stock is summed from the first day.
CREATE FUNCTION initiative_sums(p_initiatives uuid[], p_whole text[], p_org bigint, p_from date, p_to date)
RETURNS TABLE (measure text, grade "char", value bigint, records bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp' AS $$
#variable_conflict use_column
BEGIN
  PERFORM figure_guard(ARRAY[]::smallint[], p_org, 'total');
  RETURN QUERY
    WITH marked AS MATERIALIZED (
      SELECT DISTINCT m.record FROM initiative_records m
      WHERE m.initiative = ANY (p_initiatives) AND m.removed_at IS NULL AND m.programme <> ALL (p_whole)),
    held AS MATERIALIZED (
      SELECT m.id, e.grade, e.value, e.person, e.record
      FROM marked k JOIN entries e ON e.record = k.record JOIN measures m ON m.no = e.measure AND NOT m.confidential
      LEFT JOIN ledger_moves(NULL, NULL, NULL, NULL) v ON v.code = e.org
      WHERE e.on_date <= p_to AND (e.on_date >= p_from OR m.flow = 'stock')
        AND coalesce(v.home, e.org) BETWEEN p_org AND org_last(p_org))
    SELECT h.id, h.grade, sum(h.value)::bigint, count(DISTINCT h.record) FROM held h WHERE h.person IS NULL GROUP BY h.id, h.grade
    UNION ALL
    SELECT p.id, 'A'::"char", count(*)::bigint, max(p.records)
    FROM (SELECT h.id, h.person, count(DISTINCT h.record) AS records FROM held h WHERE h.person IS NOT NULL GROUP BY h.id, h.person HAVING sum(h.value) > 0) p
    GROUP BY p.id;
END $$;
ALTER FUNCTION initiative_sums(uuid[], text[], bigint, date, date) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION initiative_sums(uuid[], text[], bigint, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION initiative_sums(uuid[], text[], bigint, date, date) TO niangjia_app;
