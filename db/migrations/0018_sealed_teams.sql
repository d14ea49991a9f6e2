-- Who handles a sealed record (R-PRI-08): a second person agrees to a new handler, and who leaves her post leaves her cases.

CREATE TABLE handler_requests (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  record      uuid NOT NULL,
  account     uuid NOT NULL,                         -- who shall handle it
  reason      text NOT NULL DEFAULT '',
  asked_by    uuid NOT NULL,
  asked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  decided_by  uuid,
  decided_at  timestamptz,
  agreed      boolean,
  PRIMARY KEY (area, id),
  CHECK (num_nulls(decided_by, decided_at, agreed) IN (0, 3)),
  CHECK (decided_by <> asked_by AND decided_by <> account)
);
CREATE INDEX handler_requests_record ON handler_requests (record) WHERE decided_at IS NULL;
-- One question about one person at a time.
CREATE UNIQUE INDEX handler_requests_open ON handler_requests (record, account) WHERE decided_at IS NULL;
ALTER TABLE handler_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE handler_requests FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE 'CREATE POLICY handler_requests_backup ON handler_requests FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')';
END $$;

-- Asked and decided by those who handle it: its handlers and the rights posts of the division, never by the receiver.
CREATE POLICY handler_requests_read ON handler_requests FOR SELECT USING ((SELECT actor_duty()) IN ('verify', 'load')
  OR EXISTS (SELECT FROM records r WHERE r.id = handler_requests.record AND NOT only_received(r.receiver, r.sealed, r.org)));
CREATE POLICY handler_requests_ask ON handler_requests FOR INSERT WITH CHECK (
  asked_by = (SELECT actor_account()) AND decided_at IS NULL
  AND EXISTS (SELECT FROM records r WHERE r.id = handler_requests.record AND r.sealed AND r.org / 10000 = (SELECT actor_org() / 10000)
              AND ((SELECT actor_account()) = ANY (r.handlers) OR (SELECT actor_role()) = 'rights')));
CREATE POLICY handler_requests_decide ON handler_requests FOR UPDATE
  USING (decided_at IS NULL AND asked_by <> (SELECT actor_account())
    AND EXISTS (SELECT FROM records r WHERE r.id = handler_requests.record AND r.org / 10000 = (SELECT actor_org() / 10000)
                AND ((SELECT actor_account()) = ANY (r.handlers) OR (SELECT actor_role()) = 'rights')))
  WITH CHECK (decided_by = (SELECT actor_account()));
GRANT SELECT, INSERT, UPDATE (decided_by, decided_at, agreed) ON handler_requests TO niangjia_app;

-- Rights posts of the first of these organisations that has one: whom to tell of what was decided alone below.
CREATE FUNCTION first_rights(p_orgs bigint[]) RETURNS TABLE (area integer, account uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH found AS (
          SELECT o.place, p.area, p.account FROM unnest(p_orgs) WITH ORDINALITY AS o (code, place) JOIN posts p ON p.org = o.code
          WHERE p.role = 'rights' AND p.ended_at IS NULL AND p.from_date <= current_date
            AND (p.to_date IS NULL OR p.to_date >= current_date) AND actor_post() IS NOT NULL)
        SELECT DISTINCT f.area, f.account FROM found f WHERE f.place = (SELECT min(place) FROM found) $$;

CREATE INDEX records_sealed_handlers ON records USING gin (handlers) WHERE sealed;
CREATE POLICY records_leave ON records FOR UPDATE TO niangjia_ledger USING (sealed) WITH CHECK (sealed);
GRANT UPDATE (handlers, revision, updated_at) ON records TO niangjia_ledger;
CREATE POLICY clocks_leave ON clocks FOR UPDATE TO niangjia_ledger USING (sealed) WITH CHECK (sealed);
CREATE POLICY clocks_ledger ON clocks FOR SELECT TO niangjia_ledger USING (true);
GRANT SELECT, UPDATE (handlers) ON clocks TO niangjia_ledger;
CREATE POLICY actions_leave ON actions FOR INSERT TO niangjia_ledger WITH CHECK (action = 'handlers' AND by_account IS NULL);
GRANT INSERT ON actions TO niangjia_ledger;
CREATE POLICY notices_leave ON notices FOR INSERT TO niangjia_ledger WITH CHECK (text_key = 'case-unhandled');
GRANT INSERT ON notices TO niangjia_ledger;

-- Her last post in a division has ended: she handles its sealed records no more, which is written in their history; of
-- those that nobody handles now its rights posts are told, without saying which.
CREATE FUNCTION handlers_leave() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE lo bigint := NEW.org / 10000 * 10000; hi bigint := NEW.org / 10000 * 10000 + 9999; left_alone bigint;
BEGIN
  IF EXISTS (SELECT FROM posts p WHERE p.account = NEW.account AND p.id <> NEW.id AND p.ended_at IS NULL AND p.org BETWEEN lo AND hi
             AND (p.to_date IS NULL OR p.to_date >= current_date)) THEN
    RETURN NULL;
  END IF;
  WITH dropped AS (
    UPDATE records r SET handlers = array_remove(r.handlers, NEW.account), revision = r.revision + 1, updated_at = clock_timestamp()
    WHERE r.sealed AND r.handlers @> ARRAY[NEW.account] AND r.org BETWEEN lo AND hi
    RETURNING r.area, r.kind, r.id, r.programme, r.state, r.revision, r.org, r.handlers
  ), told AS (
    INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, answers, by_org, made_on)
    SELECT d.area, gen_random_uuid(), d.id, d.kind, d.programme, 'handlers', d.state, d.state, d.revision,
           jsonb_build_object('removed', jsonb_build_array(NEW.account)), d.org, (now() AT TIME ZONE 'Asia/Shanghai')::date
    FROM dropped d
  ), turned AS (
    UPDATE clocks c SET handlers = d.handlers FROM dropped d WHERE c.area = d.area AND c.record = d.id
  )
  SELECT count(*) INTO left_alone FROM dropped WHERE handlers = '{}';
  IF left_alone > 0 THEN
    INSERT INTO notices (area, id, account, text_key, link)
    SELECT DISTINCT ON (p.account) p.area, gen_random_uuid(), p.account, 'case-unhandled', '/todos'
    FROM posts p WHERE p.org BETWEEN lo AND hi AND p.role = 'rights' AND p.ended_at IS NULL AND p.account <> NEW.account
      AND (p.to_date IS NULL OR p.to_date >= current_date);
  END IF;
  RETURN NULL;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['first_rights(bigint[])', 'handlers_leave()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO niangjia_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO niangjia_app', f);
  END LOOP;
END $$;
CREATE TRIGGER posts_handlers AFTER UPDATE OF ended_at ON posts FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION handlers_leave();
