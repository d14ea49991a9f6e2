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
  person      integer,                               -- dense person number, on measures that unite persons
  record      uuid NOT NULL,
  action      uuid NOT NULL,
  post        uuid,                                  -- the author
  reverses    bigint,
  tx          bigint NOT NULL DEFAULT ledger_tx(),
  posted_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id),
  CHECK (value <> 0)
);
CREATE INDEX entries_record ON entries (record);
CREATE INDEX entries_question ON entries (measure, org, on_date) INCLUDE (value, grade);
CREATE INDEX entries_tail ON entries (area, measure, tx);
CREATE INDEX entries_person ON entries (measure, person, org) WHERE person IS NOT NULL;

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
-- Persons with a positive sum (present) and with a negative one (left: stocks only), as Roaring bitmaps of person numbers.
CREATE TABLE person_cells (
  area     integer NOT NULL,
  measure  smallint NOT NULL,
  org      bigint NOT NULL,
  period   integer NOT NULL,                         -- yyyymm, or yyyy for the whole year
  present  bytea NOT NULL,
  absent   bytea,
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
-- Moments that were folded to, so that a clock time can be turned into one.
CREATE TABLE moments (
  at     timestamptz PRIMARY KEY,
  snap_xmin   bigint NOT NULL,
  snap_xmax   bigint NOT NULL,
  snap_xip    bigint[] NOT NULL DEFAULT '{}'
);

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
CREATE POLICY entries_add ON entries FOR INSERT
  WITH CHECK (actor_duty() IN ('load', 'repost') OR (actor_post() IS NOT NULL AND post = actor_post()));
GRANT SELECT, INSERT ON entries TO niangjia_app;   -- no UPDATE, no DELETE: invariant 3

-- Cells are read only through the figure functions (0007), which hold the rules for confidential measures.
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
GRANT SELECT ON entries, measures, programmes, ledger_offset TO niangjia_ledger;
