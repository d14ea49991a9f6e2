-- The service ledger (DESIGN 5). Entries are added, never changed or deleted; cells are sums of entries;
-- a figure is cells plus the tail that is not folded yet, read in one snapshot.

CREATE TABLE measures (                              -- rewritten at every start from the definitions; numbers are kept
  no            smallint PRIMARY KEY,
  id            text NOT NULL UNIQUE,                -- family-story.sessions
  programme     text NOT NULL,
  unit          text NOT NULL,
  flow          text NOT NULL CHECK (flow IN ('flow', 'stock')),
  confidential  boolean NOT NULL
);

-- Transaction numbers start again in a restored cluster; the offset keeps them growing (src/server/backup).
CREATE TABLE ledger_offset (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  value   bigint NOT NULL DEFAULT 0
);
INSERT INTO ledger_offset DEFAULT VALUES;

CREATE FUNCTION ledger_tx() RETURNS bigint LANGUAGE sql VOLATILE
  AS $$ SELECT pg_current_xact_id()::text::bigint + value FROM ledger_offset $$;

-- What this statement can see, as (xmin, xmax, in progress): the exact name of a moment (docs/decisions/0004).
CREATE FUNCTION ledger_snapshot(OUT snap_xmin bigint, OUT snap_xmax bigint, OUT snap_xip bigint[]) LANGUAGE sql STABLE AS $$
  SELECT pg_snapshot_xmin(s)::text::bigint + o.value, pg_snapshot_xmax(s)::text::bigint + o.value,
         ARRAY(SELECT x::text::bigint + o.value FROM pg_snapshot_xip(s) x)
  FROM pg_current_snapshot() s, ledger_offset o $$;

CREATE TABLE entries (
  area        integer NOT NULL,
  id          bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  measure     smallint NOT NULL REFERENCES measures (no),
  org         bigint NOT NULL,
  on_date     date NOT NULL,
  value       bigint NOT NULL,                       -- persons, sessions, items…; yuan in fen
  grade       "char" NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D')),
  person      integer CHECK (person > 0),            -- dense person number, on measures that unite persons
  record      uuid NOT NULL,
  action      uuid NOT NULL,
  post        uuid,                                  -- the author
  reverses    bigint,
  tx          bigint NOT NULL DEFAULT ledger_tx(),
  posted_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id),
  CHECK (value <> 0),
  CHECK (area = org / 1000000000000)                 -- an area's cells are sums of its own entries
);
CREATE INDEX entries_record ON entries (record);
CREATE INDEX entries_question ON entries (measure, org, on_date) INCLUDE (value, grade);
CREATE INDEX entries_tail ON entries (area, measure, tx);
CREATE INDEX entries_person ON entries (measure, person, org) WHERE person IS NOT NULL;
CREATE INDEX entries_person_day ON entries (measure, on_date, org, person) WHERE person IS NOT NULL;
CREATE INDEX entries_newest ON entries (measure, on_date, id) WHERE person IS NULL;

-- Sums by month for league (org = its code), banner and township; by day for league and banner, for ranges that cut a month.
CREATE TABLE cells (
  area     integer NOT NULL,
  measure  smallint NOT NULL,
  org      bigint NOT NULL,                          -- the federation's own code of the division the sum is for
  month    integer NOT NULL,                         -- yyyymm
  grade    "char" NOT NULL,
  value    bigint NOT NULL,
  entries  bigint NOT NULL,
  PRIMARY KEY (area, measure, org, month, grade)
);
CREATE TABLE day_cells (
  area     integer NOT NULL,
  measure  smallint NOT NULL,
  org      bigint NOT NULL,
  on_date  date NOT NULL,
  grade    "char" NOT NULL,
  value    bigint NOT NULL,
  entries  bigint NOT NULL,
  PRIMARY KEY (area, measure, org, on_date, grade)
);
-- Persons with a positive sum, as Roaring bitmaps of person numbers. A flow: those of a month (yyyymm) and of a whole
-- year (yyyy). A stock: those who stand at the end of a month; a month in which nothing changed has no row.
CREATE TABLE person_cells (
  area     integer NOT NULL,
  measure  smallint NOT NULL,
  org      bigint NOT NULL,
  period   integer NOT NULL,
  persons  bytea NOT NULL,
  PRIMARY KEY (area, measure, org, period)
);

-- Up to which moment an area's entries are in its cells.
CREATE TABLE fold_states (
  area       integer PRIMARY KEY,
  snap_xmin       bigint NOT NULL,
  snap_xmax       bigint NOT NULL,
  snap_xip        bigint[] NOT NULL DEFAULT '{}',
  folded_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- The areas of the directory, skipping from one to the next through its key: asked for at every fold.
CREATE FUNCTION ledger_areas() RETURNS SETOF integer LANGUAGE sql STABLE AS $$
  WITH RECURSIVE found(area) AS (
    SELECT (min(code) / 1000000000000)::integer FROM organisations
    UNION ALL
    SELECT (SELECT (min(o.code) / 1000000000000)::integer FROM organisations o WHERE o.code >= (f.area + 1) * 1000000000000)
    FROM found f WHERE f.area IS NOT NULL)
  SELECT area FROM found WHERE area IS NOT NULL $$;

-- Moments that were folded to, so that a clock time can be turned into one.
CREATE TABLE moments (
  at     timestamptz PRIMARY KEY,
  snap_xmin   bigint NOT NULL,
  snap_xmax   bigint NOT NULL,
  snap_xip    bigint[] NOT NULL DEFAULT '{}'
);
CREATE INDEX moments_snapshot ON moments (snap_xmax, at);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['measures', 'ledger_offset', 'entries', 'cells', 'day_cells', 'person_cells', 'fold_states', 'moments'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

CREATE POLICY measures_read ON measures FOR SELECT USING (true);
CREATE POLICY measures_load ON measures FOR ALL USING (actor_duty() = 'load') WITH CHECK (actor_duty() = 'load');
GRANT SELECT, INSERT, UPDATE ON measures TO niangjia_app;
CREATE POLICY ledger_offset_read ON ledger_offset FOR SELECT USING (true);
CREATE POLICY ledger_offset_load ON ledger_offset FOR UPDATE USING (actor_duty() = 'load') WITH CHECK (actor_duty() = 'load');
GRANT SELECT, UPDATE ON ledger_offset TO niangjia_app;

-- An entry opens to who may open its record's programme; a confidential one only to who sees the record itself.
CREATE POLICY entries_read ON entries FOR SELECT USING (
  (SELECT actor_duty()) IN ('fold', 'verify', 'repost', 'load')
  OR (org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND EXISTS (
        SELECT FROM measures m JOIN programmes p ON p.id = m.programme
        WHERE m.no = entries.measure AND NOT p.confidential AND actor_role() = ANY (p.see)))
  OR EXISTS (SELECT FROM records r WHERE r.id = entries.record AND r.sealed));
-- Entries are made by post_counts below; only the loader of a demo or a backup writes them itself.
CREATE POLICY entries_add ON entries FOR INSERT WITH CHECK (actor_duty() = 'load');
GRANT SELECT, INSERT ON entries TO niangjia_app;   -- no UPDATE, no DELETE: invariant 3

-- Cells are read only through the figure functions (0008), which hold the rules for confidential measures.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['cells', 'day_cells', 'person_cells', 'fold_states', 'moments'] LOOP
    EXECUTE format($p$CREATE POLICY %1$s_fold ON %1$s FOR ALL
      USING ((SELECT actor_duty()) IN ('fold', 'verify', 'load')) WITH CHECK ((SELECT actor_duty()) IN ('fold', 'load'))$p$, t);
    EXECUTE format('CREATE POLICY %1$s_ledger ON %1$s FOR SELECT TO niangjia_ledger USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO niangjia_app', t);
    EXECUTE format('GRANT SELECT ON %I TO niangjia_ledger', t);
  END LOOP;
END $$;
CREATE POLICY entries_ledger ON entries FOR SELECT TO niangjia_ledger USING (true);
CREATE POLICY entries_post ON entries FOR INSERT TO niangjia_ledger WITH CHECK (true);
GRANT SELECT, INSERT ON entries TO niangjia_ledger;
GRANT SELECT ON measures, programmes, ledger_offset TO niangjia_ledger;

-- The living row's number of each person, however often she was merged.
CREATE FUNCTION person_numbers_of(p_ids uuid[]) RETURNS TABLE (id uuid, no integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH RECURSIVE chain(id, no, next, steps) AS (
          SELECT p.id, p.no, p.merged_into, 0 FROM people p WHERE p.id = ANY (p_ids)
          UNION ALL
          SELECT c.id, p.no, p.merged_into, c.steps + 1 FROM chain c JOIN people p ON p.id = c.next WHERE c.steps < 50)
        SELECT c.id, c.no FROM chain c WHERE c.next IS NULL $$;

-- desired − held, posted (invariant 2). The difference carries the held entry it takes back, if it takes one back.
-- A person of a record is in or not: two rows merged into one woman count once.
CREATE FUNCTION post_counts(p_record uuid, p_action uuid, p_post uuid, p_org bigint, p_measures text[], p_days date[],
                            p_values bigint[], p_grades text[], p_persons uuid[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE posted integer;
BEGIN
  IF NOT (coalesce(actor_duty() IN ('load', 'repost', 'sign-in'), false) OR coalesce(p_post = actor_post(), false)) THEN
    RAISE EXCEPTION 'nobody posts for another post' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH asked AS (
    SELECT m.no AS measure, a.on_date, a.value, a.grade::"char" AS grade,
           -- a person nobody registered stops everything: person numbers are never negative
           CASE WHEN a.person IS NOT NULL THEN coalesce(n.no, -1) END AS person
    FROM unnest(p_measures, p_days, p_values, p_grades, p_persons) AS a (measure, on_date, value, grade, person)
    LEFT JOIN measures m ON m.id = a.measure
    LEFT JOIN person_numbers_of(p_persons) n ON n.id = a.person
  ), desired AS (
    SELECT measure, p_org AS org, on_date, grade, person,
           CASE WHEN person IS NULL THEN sum(value) ELSE max(greatest(value, 0)) + min(least(value, 0)) END AS value,
           0::bigint AS held, NULL::bigint AS latest
    FROM asked GROUP BY measure, on_date, grade, person
  ), held AS (
    SELECT measure, org, on_date, grade, person, -sum(value) AS value, sum(value) AS held, max(id) AS latest
    FROM entries WHERE record = p_record GROUP BY measure, org, on_date, grade, person
  ), differences AS (
    SELECT measure, org, on_date, grade, person, sum(value)::bigint AS value, sum(held) AS held, max(latest) AS latest
    FROM (SELECT * FROM desired UNION ALL SELECT * FROM held) x
    GROUP BY measure, org, on_date, grade, person HAVING sum(value) <> 0
  )
  -- A measure nobody knows is NULL here, and NOT NULL stops the transaction.
  INSERT INTO entries (area, measure, org, on_date, value, grade, person, record, action, post, reverses)
  SELECT org / 1000000000000, measure, org, on_date, value, grade, person, p_record, p_action, p_post,
         CASE WHEN sign(held) = -sign(value) THEN latest END
  FROM differences ORDER BY measure, on_date, grade, person;
  GET DIAGNOSTICS posted = ROW_COUNT;
  RETURN posted;
END $$;

-- Whether what transaction `tx` posted belongs to a moment.
CREATE FUNCTION ledger_seen(tx bigint, snap_xmin bigint, snap_xmax bigint, snap_xip bigint[]) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN tx < snap_xmin OR (tx < snap_xmax AND tx <> ALL (snap_xip));

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['person_numbers_of(uuid[])',
      'post_counts(uuid, uuid, uuid, bigint, text[], date[], bigint[], text[], uuid[])']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO niangjia_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO niangjia_app', f);
  END LOOP;
END $$;
