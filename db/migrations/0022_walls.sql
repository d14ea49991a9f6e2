-- A lost second step is taken off by two people (R-SEC-02); who may see a case no more handles it no more; a post that ran out
-- ends like one that was ended.

CREATE TABLE totp_resets (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  account     uuid NOT NULL,                         -- whose device is lost
  org         bigint NOT NULL,                       -- of the account
  reason      text NOT NULL CHECK (length(reason) >= 2),
  asked_by    uuid NOT NULL,
  asked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  decided_by  uuid,
  decided_at  timestamptz,
  agreed      boolean,
  PRIMARY KEY (area, id),
  CHECK (num_nulls(decided_by, decided_at, agreed) IN (0, 3)),
  CHECK (asked_by <> account AND decided_by <> account AND decided_by <> asked_by)
);
CREATE UNIQUE INDEX totp_resets_open ON totp_resets (account) WHERE decided_at IS NULL;
ALTER TABLE totp_resets ENABLE ROW LEVEL SECURITY;
ALTER TABLE totp_resets FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE 'CREATE POLICY totp_resets_backup ON totp_resets FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')';
END $$;
CREATE POLICY totp_resets_read ON totp_resets FOR SELECT
  USING (account = (SELECT actor_account()) OR (in_scope(org) AND (SELECT actor_role()) IN ('administrator', 'security', 'auditor')));
-- An administrator asks, for an account that is hers to manage; another one, or a security post, decides.
CREATE POLICY totp_resets_ask ON totp_resets FOR INSERT
  WITH CHECK (asked_by = (SELECT actor_account()) AND account <> (SELECT actor_account()) AND decided_at IS NULL
    AND (SELECT actor_role()) = 'administrator' AND NOT holds_post_beyond(account)
    AND EXISTS (SELECT FROM accounts a WHERE a.id = totp_resets.account AND a.home_org = totp_resets.org AND in_scope(a.home_org)));
CREATE POLICY totp_resets_decide ON totp_resets FOR UPDATE
  USING (decided_at IS NULL AND in_scope(org) AND (SELECT actor_role()) IN ('administrator', 'security')
    AND (SELECT actor_account()) NOT IN (asked_by, account))
  WITH CHECK (decided_by = (SELECT actor_account()));
GRANT SELECT, INSERT, UPDATE (decided_by, decided_at, agreed) ON totp_resets TO niangjia_app;

-- What was agreed is done by the house: the second step is gone and so is every session; the password stays.
CREATE POLICY accounts_totp ON accounts FOR UPDATE TO niangjia_ledger USING (true) WITH CHECK (totp IS NULL AND totp_pending IS NULL);
GRANT UPDATE (totp, totp_pending, totp_step, signed_out_at, revision) ON accounts TO niangjia_ledger;
CREATE FUNCTION totp_taken_off() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE accounts SET totp = NULL, totp_pending = NULL, totp_step = NULL, signed_out_at = clock_timestamp(), revision = revision + 1
  WHERE id = NEW.account;
  RETURN NULL;
END $$;
CREATE TRIGGER totp_resets_done AFTER UPDATE OF agreed ON totp_resets FOR EACH ROW
  WHEN (OLD.agreed IS NULL AND NEW.agreed) EXECUTE FUNCTION totp_taken_off();

-- And by nobody else: an administrator manages an account, not its second step.
CREATE FUNCTION totp_wall() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'niangjia_app' AND coalesce(actor_duty() NOT IN ('sign-in', 'load'), true) THEN
    RAISE EXCEPTION 'the second step is taken off by two people' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER accounts_totp_wall BEFORE UPDATE OF totp, totp_pending, totp_step ON accounts FOR EACH ROW EXECUTE FUNCTION totp_wall();

-- As in 0018, and: she stays a handler only of records that a post she still holds in the division may see.
CREATE OR REPLACE FUNCTION handlers_leave() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE lo bigint := OLD.org / 10000 * 10000; hi bigint := OLD.org / 10000 * 10000 + 9999; left_alone bigint;
BEGIN
  WITH dropped AS (
    UPDATE records r SET handlers = array_remove(r.handlers, OLD.account), revision = r.revision + 1, updated_at = clock_timestamp()
    WHERE r.sealed AND r.handlers @> ARRAY[OLD.account] AND r.org BETWEEN lo AND hi
      AND NOT EXISTS (SELECT FROM posts p JOIN programmes g ON g.id = r.programme
                      WHERE p.account = OLD.account AND p.ended_at IS NULL AND p.org BETWEEN lo AND hi AND p.role = ANY (g.see)
                        AND (p.to_date IS NULL OR p.to_date >= current_date))
    RETURNING r.area, r.kind, r.id, r.programme, r.state, r.revision, r.org, r.handlers
  ), told AS (
    INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, answers, by_org, made_on)
    SELECT d.area, gen_random_uuid(), d.id, d.kind, d.programme, 'handlers', d.state, d.state, d.revision,
           jsonb_build_object('removed', jsonb_build_array(OLD.account)), d.org, (now() AT TIME ZONE 'Asia/Shanghai')::date
    FROM dropped d
  ), turned AS (
    UPDATE clocks c SET handlers = d.handlers FROM dropped d WHERE c.area = d.area AND c.record = d.id
  )
  SELECT count(*) INTO left_alone FROM dropped WHERE handlers = '{}';
  IF left_alone > 0 THEN
    INSERT INTO notices (area, id, account, text_key, link)
    SELECT DISTINCT ON (p.account) p.area, gen_random_uuid(), p.account, 'case-unhandled', '/todos'
    FROM posts p WHERE p.org BETWEEN lo AND hi AND p.role = 'rights' AND p.ended_at IS NULL AND p.account <> OLD.account
      AND (p.to_date IS NULL OR p.to_date >= current_date);
  END IF;
  RETURN NULL;
END $$;

-- The house ends posts whose last day has passed; it knows of a post what it needs to find them, and changes nothing else.
CREATE POLICY posts_run_out ON posts FOR UPDATE USING ((SELECT actor_duty()) = 'clock' AND ended_at IS NULL AND to_date < current_date)
  WITH CHECK ((SELECT actor_duty()) = 'clock' AND ended_at IS NOT NULL);

CREATE POLICY account_events_run_out ON account_events FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'clock' AND event = 'post-ended' AND by_account IS NULL);
-- A merger takes the posts and accounts of what it merges along (duty load, src/server/organisations/merge-org.ts).
GRANT UPDATE (org) ON posts TO niangjia_app;
GRANT UPDATE (home_org) ON accounts TO niangjia_app;
CREATE FUNCTION moved_by_merger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'niangjia_app' AND coalesce(actor_duty() <> 'load', true) THEN
    RAISE EXCEPTION 'posts and accounts move by a merger' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER posts_moved BEFORE UPDATE OF org ON posts FOR EACH ROW EXECUTE FUNCTION moved_by_merger();
CREATE TRIGGER accounts_moved BEFORE UPDATE OF home_org ON accounts FOR EACH ROW EXECUTE FUNCTION moved_by_merger();

-- A request to open a sealed record is kept under the organisation that keeps the record: its rights post decides, no other.
DROP POLICY break_glass_ask ON break_glass;
CREATE POLICY break_glass_ask ON break_glass FOR INSERT
  WITH CHECK (account = actor_account() AND post = actor_post() AND num_nulls(approved_by, approved_at, expires_at) = 3
    AND org = (SELECT k.org FROM sealed_keeper(record) k));

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['totp_taken_off()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO niangjia_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO niangjia_app', f);
  END LOOP;
END $$;
