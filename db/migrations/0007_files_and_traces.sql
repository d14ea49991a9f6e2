-- Attachments, imports, and the traces every look at P3/P4 leaves.

CREATE TABLE attachments (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  record      uuid NOT NULL,
  kind        text NOT NULL,
  org         bigint NOT NULL,
  name        text NOT NULL,
  mime        text NOT NULL,
  size        integer NOT NULL CHECK (size > 0),
  sha256      bytea NOT NULL,
  class       text NOT NULL CHECK (class IN ('P0', 'P1', 'P2', 'P3', 'P4')),
  stored_as   text NOT NULL,                         -- key in the file store; sealed with the data key when P3 or P4
  by_post     uuid,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  removed_at  timestamptz,
  PRIMARY KEY (area, id)
);
CREATE INDEX attachments_record ON attachments (record);

-- Who opened what P3/P4 field or sealed record, and why; written in the transaction of the read itself.
CREATE TABLE reads (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  subject     text NOT NULL,                         -- 'person', 'record', 'attachment', 'export'
  subject_id  uuid NOT NULL,
  programme   text,                                  -- of the record: its fields are named by the definition
  org         bigint NOT NULL,                       -- keeper of what was read
  fields      text[] NOT NULL,
  purpose     text NOT NULL,
  account     uuid NOT NULL,
  post        uuid NOT NULL,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id)
);
CREATE INDEX reads_subject ON reads (subject_id, at DESC);
CREATE INDEX reads_org ON reads (org, at DESC, id DESC);
CREATE INDEX reads_at ON reads (at DESC, id DESC);

CREATE TABLE imports (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  programme   text NOT NULL,                         -- or 'people', 'attendance'
  org         bigint NOT NULL,
  record      uuid,                                  -- the activity of an attendance list
  account     uuid NOT NULL,
  post        uuid NOT NULL,
  file_name   text NOT NULL,
  stored_as   text NOT NULL,
  dry_run     boolean NOT NULL,
  state       text NOT NULL CHECK (state IN ('waiting', 'checking', 'writing', 'done', 'refused', 'failed')),
  rows_total  integer,
  rows_done   integer NOT NULL DEFAULT 0,
  rows_wrong  integer NOT NULL DEFAULT 0,
  result_as   text,                                  -- the sheet that is given back
  message     text,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at    timestamptz,
  PRIMARY KEY (area, id)
);
CREATE INDEX imports_org ON imports (org, at DESC, id DESC);

-- In-app notices: neutral words only (processes 0.4).
CREATE TABLE notices (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  account     uuid NOT NULL,
  text_key    text NOT NULL,
  link        text,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  read_at     timestamptz,
  PRIMARY KEY (area, id)
);
CREATE INDEX notices_account ON notices (account, at DESC);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['attachments', 'reads', 'imports', 'notices'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

CREATE POLICY attachments_read ON attachments FOR SELECT
  USING (actor_duty() IN ('verify', 'load') OR EXISTS (SELECT FROM records r WHERE r.id = attachments.record));
CREATE POLICY attachments_add ON attachments FOR INSERT
  WITH CHECK (actor_duty() = 'load' OR (by_post = actor_post() AND EXISTS (SELECT FROM records r WHERE r.id = attachments.record)));
CREATE POLICY attachments_remove ON attachments FOR UPDATE
  USING (own_org(org) AND EXISTS (SELECT FROM records r WHERE r.id = attachments.record)) WITH CHECK (own_org(org));
GRANT SELECT, INSERT, UPDATE ON attachments TO niangjia_app;

CREATE POLICY reads_add ON reads FOR INSERT WITH CHECK (account = actor_account() AND post = actor_post());
-- The reader herself, the auditor of the subtree, and the keeping organisation's rights post see who looked.
CREATE POLICY reads_read ON reads FOR SELECT USING (
  account = actor_account() OR (actor_role() IN ('auditor', 'security') AND in_scope(org))
  OR (own_org(org) AND actor_role() = 'rights'));
GRANT SELECT, INSERT ON reads TO niangjia_app;

CREATE POLICY imports_own ON imports FOR ALL
  USING (account = actor_account() OR actor_duty() = 'load') WITH CHECK (account = actor_account() OR actor_duty() = 'load');
GRANT SELECT, INSERT, UPDATE ON imports TO niangjia_app;

CREATE POLICY notices_mine ON notices FOR SELECT USING (account = actor_account());
CREATE POLICY notices_tick ON notices FOR UPDATE USING (account = actor_account()) WITH CHECK (account = actor_account());
CREATE POLICY notices_send ON notices FOR INSERT WITH CHECK (actor_post() IS NOT NULL OR actor_duty() IS NOT NULL);
GRANT SELECT, INSERT, UPDATE ON notices TO niangjia_app;
