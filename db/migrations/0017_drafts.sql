-- What somebody is still writing: a call that is going on (R-DV-03, processes 1.7 "power cut during a call"). A draft is its
-- writer's alone, sealed under a key of its own (P4), gone when it became a record, dead after seven days.
CREATE TABLE drafts (
  area        integer NOT NULL,
  id          uuid NOT NULL,                         -- of the record it will become; made by the client
  account     uuid NOT NULL,
  org         bigint NOT NULL,                       -- of the post it is written under: shown under no other
  programme   text NOT NULL,
  content     bytea NOT NULL,                        -- AES-256-GCM under key_salt; shredded with the row
  key_salt    bytea NOT NULL,
  revision    integer NOT NULL DEFAULT 1,
  started_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at  timestamptz NOT NULL DEFAULT clock_timestamp() + interval '7 days',
  PRIMARY KEY (area, id)
);
CREATE INDEX drafts_account ON drafts (account, updated_at DESC);
CREATE INDEX drafts_expired ON drafts (expires_at);
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY drafts_own ON drafts FOR ALL
  USING (account = (SELECT actor_account()) AND expires_at > clock_timestamp())
  WITH CHECK (account = (SELECT actor_account()) AND org = (SELECT actor_org()));
-- The house takes away what is over; it reads nothing.
CREATE POLICY drafts_sweep_find ON drafts FOR SELECT USING ((SELECT actor_duty()) = 'erase' AND expires_at <= clock_timestamp());
CREATE POLICY drafts_sweep ON drafts FOR DELETE USING ((SELECT actor_duty()) = 'erase' AND expires_at <= clock_timestamp());
CREATE POLICY drafts_backup ON drafts FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = 'backup');
GRANT SELECT, INSERT, UPDATE (content, revision, updated_at, expires_at), DELETE ON drafts TO niangjia_app;

-- By which number a contact came, as a keyed hash: to tell an operator, with the caller's consent, how often somebody called
-- from it. Nothing is kept of an anonymous caller.
CREATE TABLE caller_numbers (
  area        integer NOT NULL,
  record      uuid NOT NULL,
  org         bigint NOT NULL,
  phone_hash  bytea NOT NULL,
  on_date     date NOT NULL,
  PRIMARY KEY (area, record)
);
CREATE INDEX caller_numbers_hash ON caller_numbers (phone_hash, org);
ALTER TABLE caller_numbers ENABLE ROW LEVEL SECURITY;
ALTER TABLE caller_numbers FORCE ROW LEVEL SECURITY;
CREATE POLICY caller_numbers_own ON caller_numbers FOR SELECT
  USING (org = (SELECT actor_org()) AND (SELECT actor_role()) IN ('operator', 'rights'));
CREATE POLICY caller_numbers_add ON caller_numbers FOR INSERT
  WITH CHECK (org = (SELECT actor_org()) AND (SELECT actor_role()) IN ('operator', 'rights')
              AND EXISTS (SELECT FROM cases r WHERE r.id = caller_numbers.record));
CREATE POLICY caller_numbers_backup ON caller_numbers FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = 'backup');
GRANT SELECT, INSERT ON caller_numbers TO niangjia_app;
