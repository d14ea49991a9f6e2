-- Published numbers and drafts that are checked against them (DESIGN 11).

-- A published number, ours or taken over from a document: what it counts, how much, of what and when, and where it was said.
-- It is never changed: a better one supersedes it.
CREATE TABLE statements (
  area            integer NOT NULL,
  id              uuid NOT NULL,
  org             bigint NOT NULL REFERENCES organisations (code),
  code            text NOT NULL,                      -- its number in the sheet it came from: F040
  title           text NOT NULL,                      -- what is counted, in words
  measure         text,                               -- ours, where it is one: two-cancers.paid
  value           numeric(20, 4) NOT NULL,            -- whole units: persons, yuan, percent
  bound           text NOT NULL CHECK (bound IN ('=', '>=', '<=', '~')),   -- 余 多 超 / 近 / 约 (R-STAT-03)
  unit            text NOT NULL,
  unit_label      text NOT NULL,
  period          text NOT NULL DEFAULT '',
  as_of           date,
  version         smallint,                           -- of the definition, for a measure of ours
  grade           "char" NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D')),
  source          text NOT NULL,                      -- the document
  quote           text NOT NULL,                      -- the place in it, in its own words
  approved_by     text,
  supersedes      uuid,
  by_account      uuid,
  at              timestamptz NOT NULL DEFAULT clock_timestamp(),
  demo            boolean NOT NULL DEFAULT false,
  PRIMARY KEY (area, id)
);
CREATE UNIQUE INDEX statements_once ON statements (area, org, source, code);
CREATE INDEX statements_org ON statements (org, code);

-- Texts that are checked together, and the reasons given for what was found in them.
CREATE TABLE draft_checks (
  area        integer NOT NULL,
  id          uuid NOT NULL,                          -- made by the client
  org         bigint NOT NULL,
  name        text NOT NULL,
  texts       jsonb NOT NULL,                         -- [{name, text}]
  numbers     integer NOT NULL,                       -- as counted at the last check
  findings    integer NOT NULL,
  revision    integer NOT NULL DEFAULT 1,
  by_account  uuid NOT NULL,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id)
);
CREATE INDEX draft_checks_org ON draft_checks (org, at DESC, id DESC);

CREATE TABLE finding_answers (
  area        integer NOT NULL,
  id          uuid NOT NULL,                          -- of the check
  org         bigint NOT NULL,
  finding     text NOT NULL,                          -- its key: rule, number and sentence
  reason      text NOT NULL,
  by_account  uuid NOT NULL,
  by_name     text NOT NULL,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id, finding),
  FOREIGN KEY (area, id) REFERENCES draft_checks (area, id)
);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['statements', 'draft_checks', 'finding_answers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
  END LOOP;
END $$;

-- What was published is anybody's to read.
CREATE POLICY statements_read ON statements FOR SELECT
  USING ((SELECT actor_post()) IS NOT NULL OR (SELECT actor_duty()) = 'load');
CREATE POLICY statements_add ON statements FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'load'
              OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity')));
GRANT SELECT, INSERT ON statements TO niangjia_app;

-- A draft is its own organisation's until it is published; the auditor reads along.
CREATE POLICY draft_checks_read ON draft_checks FOR SELECT
  USING (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity', 'auditor'));
CREATE POLICY draft_checks_add ON draft_checks FOR INSERT
  WITH CHECK (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity'));
CREATE POLICY draft_checks_edit ON draft_checks FOR UPDATE
  USING (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity'))
  WITH CHECK (own_org(org));
GRANT SELECT, INSERT, UPDATE (name, texts, numbers, findings, revision, updated_at) ON draft_checks TO niangjia_app;

CREATE POLICY finding_answers_read ON finding_answers FOR SELECT
  USING (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity', 'auditor'));
CREATE POLICY finding_answers_add ON finding_answers FOR INSERT
  WITH CHECK (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity'));
CREATE POLICY finding_answers_take_back ON finding_answers FOR DELETE
  USING (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity'));
GRANT SELECT, INSERT, DELETE ON finding_answers TO niangjia_app;
