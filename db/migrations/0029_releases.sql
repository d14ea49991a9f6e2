-- Releases: figures as they were given out, approved by a second person, sealed with the moment they were read at and checksums
-- over the entries behind them. A sealed one is withdrawn or superseded, never changed and never deleted (DESIGN 11).

CREATE TABLE releases (
  area          integer NOT NULL,
  id            uuid NOT NULL,                       -- made by the client
  org           bigint NOT NULL,
  number        text UNIQUE,                         -- FB-152921-2026-00003, given when it is sealed
  title         text NOT NULL CHECK (length(title) BETWEEN 2 AND 100),
  note          text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  state         text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'returned', 'sealed', 'withdrawn')),
  watermark     text NOT NULL,
  as_of         timestamptz NOT NULL,
  supersedes    uuid,                                -- an earlier sealed one of the same organisation
  made_by       uuid NOT NULL,
  made_post     uuid NOT NULL,
  made_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  decided_by    uuid CHECK (decided_by <> made_by),
  decided_at    timestamptz,
  withdrawn_by  uuid,
  withdrawn_at  timestamptz,
  reason        text CHECK (length(reason) BETWEEN 2 AND 500),  -- of the return or the withdrawal
  sha256        text,
  sm3           text,
  PRIMARY KEY (area, id),
  CHECK ((state IN ('sealed', 'withdrawn')) = (num_nulls(number, sha256, sm3) = 0)),
  CHECK ((state = 'asked') = (decided_by IS NULL)),
  CHECK (state NOT IN ('returned', 'withdrawn') OR reason IS NOT NULL)
);
CREATE INDEX releases_id ON releases (id);
CREATE INDEX releases_org ON releases (org, made_at DESC);
CREATE INDEX releases_supersedes ON releases (supersedes) WHERE supersedes IS NOT NULL;

CREATE TABLE release_figures (
  area         integer NOT NULL,
  release      uuid NOT NULL,
  position     smallint NOT NULL,                    -- 1…; the trace code is the number and this
  measure      text NOT NULL,
  definition   jsonb NOT NULL,                       -- label, unit, what is in and out, version: as it was then
  org          bigint NOT NULL,
  org_name     text NOT NULL,
  from_date    date NOT NULL,
  to_date      date NOT NULL,
  value        bigint,                               -- persons, items…; yuan in fen; NULL for a rate, which has its parts
  numerator    bigint,
  denominator  bigint,
  grades       jsonb,                                -- NULL for a confidential measure: a grade may be a small cell
  entries      bigint,
  PRIMARY KEY (area, release, position),
  FOREIGN KEY (area, release) REFERENCES releases (area, id)
);

-- Checksums over the entries behind a figure, by league and month: where one was touched is found by them.
CREATE TABLE release_chunks (
  area      integer NOT NULL,
  release   uuid NOT NULL,
  position  smallint NOT NULL,
  measure   text NOT NULL,                           -- a posted measure: a rate has several
  of_area   integer NOT NULL,
  month     integer NOT NULL,                        -- yyyymm
  entries   bigint NOT NULL,
  value     bigint NOT NULL,
  sha256    bytea NOT NULL,
  PRIMARY KEY (area, release, position, measure, of_area, month),
  FOREIGN KEY (area, release, position) REFERENCES release_figures (area, release, position)
);

CREATE FUNCTION guard_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'asked' AND NEW.state IN ('returned', 'sealed')
     OR OLD.state = 'sealed' AND NEW.state = 'withdrawn'
        AND (to_jsonb(OLD) - ARRAY['state', 'reason', 'withdrawn_by', 'withdrawn_at'])
          = (to_jsonb(NEW) - ARRAY['state', 'reason', 'withdrawn_by', 'withdrawn_at']) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a release is only decided, then at most withdrawn' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER releases_guard BEFORE UPDATE ON releases FOR EACH ROW EXECUTE FUNCTION guard_release();

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['releases', 'release_figures', 'release_chunks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
  END LOOP;
END $$;

-- What is sealed is public, and stays so when it is withdrawn. What is only asked for is seen by those who make and decide.
CREATE POLICY releases_read ON releases FOR SELECT USING ((SELECT actor_duty()) IN ('verify', 'load')
  OR (state IN ('sealed', 'withdrawn') AND ((SELECT actor_duty()) = 'public' OR (SELECT actor_post()) IS NOT NULL))
  OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity', 'auditor')));
CREATE POLICY releases_ask ON releases FOR INSERT WITH CHECK ((SELECT actor_duty()) = 'load'
  OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity')
      AND made_by = (SELECT actor_account()) AND made_post = (SELECT actor_post()) AND state = 'asked'));
CREATE POLICY releases_decide ON releases FOR UPDATE
  USING ((SELECT actor_duty()) = 'load' OR (own_org(org) AND (SELECT actor_role()) = 'chair'))
  WITH CHECK ((SELECT actor_duty()) = 'load' OR (own_org(org) AND (SELECT actor_role()) = 'chair'
    AND (state <> 'withdrawn' OR withdrawn_by = (SELECT actor_account()))
    AND (state = 'withdrawn' OR decided_by = (SELECT actor_account()))));
GRANT SELECT, INSERT, UPDATE (state, number, decided_by, decided_at, withdrawn_by, withdrawn_at, reason, sha256, sm3) ON releases TO niangjia_app;

CREATE POLICY release_figures_read ON release_figures FOR SELECT
  USING (EXISTS (SELECT FROM releases r WHERE r.area = release_figures.area AND r.id = release_figures.release));
CREATE POLICY release_figures_ask ON release_figures FOR INSERT WITH CHECK ((SELECT actor_duty()) = 'load'
  OR EXISTS (SELECT FROM releases r WHERE r.area = release_figures.area AND r.id = release_figures.release
             AND r.state = 'asked' AND r.made_post = (SELECT actor_post())));
GRANT SELECT, INSERT ON release_figures TO niangjia_app;

-- Months of a league are smaller than what was released: only the house compares them.
CREATE POLICY release_chunks_read ON release_chunks FOR SELECT USING ((SELECT actor_duty()) IN ('verify', 'load'));
CREATE POLICY release_chunks_seal ON release_chunks FOR INSERT WITH CHECK ((SELECT actor_duty()) = 'load'
  OR EXISTS (SELECT FROM releases r WHERE r.area = release_chunks.area AND r.id = release_chunks.release
             AND r.state = 'asked' AND own_org(r.org) AND (SELECT actor_role()) = 'chair'));
GRANT SELECT, INSERT ON release_chunks TO niangjia_app;

-- The entries of a figure at a moment, summed and checksummed by league and month. Shows no entry; guarded like the figure.
CREATE FUNCTION figure_chunks(p_measures smallint[], p_org bigint, p_from date, p_to date,
                              p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamptz)
  RETURNS TABLE (measure smallint, of_area integer, month integer, entries bigint, value bigint, sha256 bytea)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM figure_guard(p_measures, p_org, 'total');
  RETURN QUERY
    SELECT e.measure, e.area, to_char(e.on_date, 'YYYYMM')::integer AS month, count(*), sum(e.value)::bigint,
           sha256(string_agg(sha256(convert_to(concat_ws('|', e.id, e.measure, e.org, e.on_date, e.value, e.grade,
             coalesce(e.person::text, ''), coalesce(e.record::text, ''), coalesce(e.reverses::text, '')), 'UTF8')), ''::bytea ORDER BY e.id))
    FROM entries e LEFT JOIN ledger_moves(p_xmin, p_xmax, p_xip, p_at) v ON v.code = e.org
    WHERE e.measure = ANY (p_measures) AND e.on_date BETWEEN p_from AND p_to
      AND ledger_holds(e.tx, e.posted_at, p_xmin, p_xmax, p_xip, p_at)
      AND coalesce(v.home, e.org) BETWEEN p_org AND org_last(p_org)
    GROUP BY e.measure, e.area, month;
END $$;
ALTER FUNCTION figure_chunks(smallint[], bigint, date, date, bigint, bigint, bigint[], timestamptz) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION figure_chunks(smallint[], bigint, date, date, bigint, bigint, bigint[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_chunks(smallint[], bigint, date, date, bigint, bigint, bigint[], timestamptz) TO niangjia_app;

-- Why two figures of one measure differ: each entry that is in one of them and not in the other, with its cause. `worth` is
-- what it adds to the second less what it adds to the first. Guarded like both figures.
CREATE FUNCTION figure_difference(p_measure smallint,
    a_org bigint, a_from date, a_to date, a_xmin bigint, a_xmax bigint, a_xip bigint[], a_at timestamptz,
    b_org bigint, b_from date, b_to date, b_xmin bigint, b_xmax bigint, b_xip bigint[], b_at timestamptz, p_earlier date)
  RETURNS TABLE (id bigint, org bigint, on_date date, worth bigint, person integer, record uuid, cause text, posted_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE v_same boolean := (a_org, a_from, a_to) = (b_org, b_from, b_to);
BEGIN
  PERFORM figure_guard(ARRAY[p_measure], a_org, 'total');
  PERFORM figure_guard(ARRAY[p_measure], b_org, 'total');
  RETURN QUERY
    WITH moved_a AS MATERIALIZED (SELECT * FROM ledger_moves(a_xmin, a_xmax, a_xip, a_at)),
    moved_b AS MATERIALIZED (SELECT * FROM ledger_moves(b_xmin, b_xmax, b_xip, b_at)),
    -- Of the same question at two moments only what was posted since the earlier, and what has moved, can differ.
    candidates AS (
      SELECT e.* FROM entries e
      WHERE v_same AND e.measure = p_measure AND e.tx >= least(a_xmin, b_xmin) AND e.area = ANY (ARRAY(SELECT ledger_areas()))
      UNION
      SELECT e.* FROM (SELECT code FROM moved_a UNION SELECT code FROM moved_b) m JOIN entries e ON e.org = m.code
      WHERE v_same AND e.measure = p_measure
      UNION ALL
      SELECT e.* FROM entries e
      WHERE NOT v_same AND e.measure = p_measure AND e.on_date BETWEEN least(a_from, b_from) AND greatest(a_to, b_to)
    ), judged AS (
      SELECT e.*, ledger_holds(e.tx, e.posted_at, a_xmin, a_xmax, a_xip, a_at) AS held_a, ledger_holds(e.tx, e.posted_at, b_xmin, b_xmax, b_xip, b_at) AS held_b,
             e.on_date BETWEEN a_from AND a_to AS days_a, e.on_date BETWEEN b_from AND b_to AS days_b,
             coalesce(ma.home, e.org) BETWEEN a_org AND org_last(a_org) AS place_a, coalesce(mb.home, e.org) BETWEEN b_org AND org_last(b_org) AS place_b
      FROM candidates e LEFT JOIN moved_a ma ON ma.code = e.org LEFT JOIN moved_b mb ON mb.code = e.org
    )
    SELECT j.id, j.org, j.on_date, CASE WHEN j.held_b AND j.days_b AND j.place_b THEN j.value ELSE -j.value END, j.person, j.record,
      CASE WHEN j.days_a <> j.days_b THEN 'period'
           WHEN j.place_a <> j.place_b THEN CASE WHEN a_org = b_org THEN 'merged' ELSE 'place' END
           WHEN j.post IS NULL AND EXISTS (SELECT FROM entries x WHERE x.record = j.record AND x.action = j.action AND x.tx < j.tx) THEN 'recount'
           WHEN EXISTS (SELECT FROM entries x WHERE x.record = j.record AND x.measure = j.measure AND x.tx < least(a_xmin, b_xmin) AND x.tx < j.tx) THEN 'correction'
           WHEN j.on_date > p_earlier THEN 'since'
           ELSE 'late' END,
      j.posted_at
    FROM judged j
    WHERE (j.held_a AND j.days_a AND j.place_a) <> (j.held_b AND j.days_b AND j.place_b);
END $$;
ALTER FUNCTION figure_difference(smallint, bigint, date, date, bigint, bigint, bigint[], timestamptz, bigint, date, date, bigint, bigint, bigint[], timestamptz, date) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION figure_difference(smallint, bigint, date, date, bigint, bigint, bigint[], timestamptz, bigint, date, date, bigint, bigint, bigint[], timestamptz, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_difference(smallint, bigint, date, date, bigint, bigint, bigint[], timestamptz, bigint, date, date, bigint, bigint, bigint[], timestamptz, date) TO niangjia_app;
