-- Local programmes: composed by an organisation's administrator for its own subtree, agreed to by its chair (decision 0013).
-- What is composed is data of short lists and words; src/core/local makes a definition of it.

CREATE TABLE local_programmes (
  area          integer NOT NULL,                    -- where it was composed
  id            text NOT NULL CHECK (id ~ '^local-[0-9]{4}-[0-9a-f]{10}$'),   -- of the client's own id: a retry is harmless
  org           bigint NOT NULL,                     -- a federation at banner level or above; its subtree is where it is used
  closed_at     timestamptz,                         -- no new records from here on
  closed_by     uuid,
  close_reason  text CHECK (length(close_reason) BETWEEN 2 AND 500),
  demo          boolean NOT NULL DEFAULT false,
  made_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id),
  CHECK (split_part(id, '-', 2) = area::text),
  CHECK (num_nulls(closed_at, closed_by, close_reason) IN (0, 3))
);
CREATE INDEX local_programmes_org ON local_programmes (org);

-- One row a version. What is in force is never changed: records are open and counted under it.
CREATE TABLE local_versions (
  area          integer NOT NULL,
  programme     text NOT NULL,
  version       smallint NOT NULL CHECK (version BETWEEN 1 AND 999),
  org           bigint NOT NULL,
  state         text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'in-force')),
  spec          jsonb NOT NULL,
  revision      integer NOT NULL DEFAULT 1,
  made_by       uuid NOT NULL,
  made_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  submitted_by  uuid,
  submitted_at  timestamptz,
  decided_by    uuid,                                -- agreed, or sent back
  decided_at    timestamptz,
  reason        text CHECK (length(reason) BETWEEN 2 AND 500),  -- why it was sent back
  sha256        text,                                -- of the spec as it was agreed to
  PRIMARY KEY (area, programme, version),
  FOREIGN KEY (area, programme) REFERENCES local_programmes (area, id),
  CHECK (decided_by NOT IN (made_by, submitted_by)),
  CHECK ((state = 'in-force') = (sha256 IS NOT NULL)),
  CHECK (state <> 'submitted' OR submitted_by IS NOT NULL),
  CHECK (state <> 'in-force' OR num_nulls(submitted_by, submitted_at, decided_by, decided_at) = 0)
);
CREATE INDEX local_versions_org ON local_versions (org);
CREATE UNIQUE INDEX local_versions_open ON local_versions (area, programme) WHERE state <> 'in-force';

-- Says when definitions changed: every request reads it with its session, and a process that knows another one loads anew.
-- No row: nothing was ever put in force.
CREATE TABLE definition_turns (
  one   boolean PRIMARY KEY DEFAULT true CHECK (one),
  turn  uuid NOT NULL DEFAULT gen_random_uuid()
);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['local_programmes', 'local_versions', 'definition_turns'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
  END LOOP;
END $$;

-- Read by those who compose, agree and watch over, each in her subtree; by the house when it loads and verifies.
DO $$ DECLARE t text; seen text := $p$
  ((SELECT actor_role()) IN ('administrator', 'chair', 'auditor') AND in_scope(org)) OR (SELECT actor_duty()) IN ('load', 'verify')$p$; BEGIN
  FOREACH t IN ARRAY ARRAY['local_programmes', 'local_versions'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', t || '_read', t, seen);
  END LOOP;
END $$;
CREATE POLICY local_programmes_make ON local_programmes FOR INSERT WITH CHECK (
  actor_duty() = 'load' OR (org = actor_org() AND org % 10000000000 = 0 AND actor_role() = 'administrator' AND closed_at IS NULL AND NOT demo));
CREATE POLICY local_programmes_close ON local_programmes FOR UPDATE
  USING (org = actor_org() AND actor_role() = 'administrator' AND closed_at IS NULL)
  WITH CHECK (closed_by = actor_account());
-- Its owner was merged into another: it goes along.
CREATE POLICY local_programmes_follow ON local_programmes FOR UPDATE USING (actor_duty() = 'load') WITH CHECK (actor_duty() = 'load');
GRANT SELECT, INSERT, UPDATE (org, closed_at, closed_by, close_reason) ON local_programmes TO niangjia_app;

CREATE POLICY local_versions_make ON local_versions FOR INSERT WITH CHECK (
  actor_duty() = 'load'
  OR (org = actor_org() AND actor_role() = 'administrator' AND made_by = actor_account() AND state = 'draft'
      AND EXISTS (SELECT FROM local_programmes p WHERE p.area = local_versions.area AND p.id = local_versions.programme AND p.org = local_versions.org)));
-- The administrator writes and hands in; the chair, another person, agrees or sends back. Nobody touches what is in force.
CREATE POLICY local_versions_compose ON local_versions FOR UPDATE
  USING (org = actor_org() AND actor_role() = 'administrator' AND state IN ('draft', 'submitted'))
  WITH CHECK (org = actor_org() AND state IN ('draft', 'submitted') AND (state = 'draft' OR submitted_by = actor_account()));
CREATE POLICY local_versions_decide ON local_versions FOR UPDATE
  USING (org = actor_org() AND actor_role() = 'chair' AND state = 'submitted' AND actor_account() NOT IN (made_by, submitted_by))
  WITH CHECK (org = actor_org() AND state IN ('draft', 'in-force') AND decided_by = actor_account());
CREATE POLICY local_versions_follow ON local_versions FOR UPDATE USING (actor_duty() = 'load') WITH CHECK (actor_duty() = 'load');
GRANT SELECT, INSERT, UPDATE (org, state, spec, revision, made_by, made_at, submitted_by, submitted_at, decided_by, decided_at, reason, sha256)
  ON local_versions TO niangjia_app;

-- The turn says nothing but that something changed; it is turned when a version comes into force, or a programme closes.
CREATE POLICY definition_turns_read ON definition_turns FOR SELECT USING (true);
CREATE POLICY definition_turns_turn ON definition_turns FOR ALL USING (actor_duty() = 'load') WITH CHECK (actor_duty() = 'load');
GRANT SELECT, INSERT, UPDATE (turn) ON definition_turns TO niangjia_app;
