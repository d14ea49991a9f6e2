-- A record that is sent to another organisation, one that goes over to it for good, records that a step opens, and what only
-- one living record may hold for a person.

ALTER TABLE records ADD COLUMN receiver bigint;      -- the organisation it was sent to, while it is with her
CREATE INDEX records_receiver ON records (programme, receiver, on_date DESC, id DESC) WHERE receiver IS NOT NULL;

-- The one record a step is opening or handing over at this moment: its keeper may be out of the actor's own sight. Set by
-- the server after it has decided that the step is hers (src/server/records/at-hand.ts), and taken back at once.
CREATE FUNCTION actor_hand() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('niangjia.hand', true), '')::uuid;

-- As in 0005, and: sent to my organisation; a handler opens a sealed record only under a post of the division that keeps it.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['records', 'cases', 'activities', 'places', 'teams', 'members'] LOOP
    EXECUTE format('DROP POLICY %1$s_read ON %1$s', t);
    EXECUTE format('DROP POLICY %1$s_add ON %1$s', t);
    EXECUTE format('DROP POLICY %1$s_edit ON %1$s', t);
    EXECUTE format($p$
      CREATE POLICY %1$s_read ON %1$s FOR SELECT USING (
        (NOT sealed AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
          AND programme = ANY ((SELECT visible_programmes())::text[]))
        OR (sealed AND (SELECT actor_account()) = ANY (handlers) AND org / 10000 = (SELECT actor_org() / 10000)
          AND programme = ANY ((SELECT visible_programmes())::text[]))
        OR (sealed AND org / 10000 = (SELECT actor_org() / 10000) AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
          AND (SELECT actor_role()) = 'rights')
        OR (receiver = (SELECT actor_org()) AND programme = ANY ((SELECT visible_programmes())::text[]))
        OR (sealed AND id = ANY ((SELECT opened_records())::uuid[]))
        OR id = (SELECT actor_hand())
        OR (SELECT actor_duty()) IN ('verify', 'repost', 'load'))$p$, t);
    EXECUTE format($p$
      CREATE POLICY %1$s_add ON %1$s FOR INSERT WITH CHECK (         -- asked once for all rows of an import
        (SELECT actor_duty()) = 'load'
        OR id = (SELECT actor_hand())
        OR (org / 10000 = (SELECT actor_org() / 10000) AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
            AND programme = ANY ((SELECT visible_programmes())::text[])))$p$, t);
    EXECUTE format($p$
      CREATE POLICY %1$s_edit ON %1$s FOR UPDATE USING (
        (NOT sealed AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
          AND programme = ANY ((SELECT visible_programmes())::text[]))
        OR (sealed AND (SELECT actor_account()) = ANY (handlers) AND org / 10000 = (SELECT actor_org() / 10000)
          AND programme = ANY ((SELECT visible_programmes())::text[]))
        OR (sealed AND org / 10000 = (SELECT actor_org() / 10000) AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
          AND (SELECT actor_role()) = 'rights')
        OR (receiver = (SELECT actor_org()) AND programme = ANY ((SELECT visible_programmes())::text[]))
        OR id = (SELECT actor_hand())
        OR (SELECT actor_duty()) IN ('load', 'repost'))
      WITH CHECK (org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) OR org / 10000 = (SELECT actor_org() / 10000)
        OR receiver = (SELECT actor_org()) OR id = (SELECT actor_hand()) OR (SELECT actor_duty()) IN ('load', 'repost'))$p$, t);
  END LOOP;
END $$;

-- History is added to a record by who can see it.
DROP POLICY actions_add ON actions;
CREATE POLICY actions_add ON actions FOR INSERT
  WITH CHECK ((SELECT actor_duty()) IN ('load', 'repost')
    OR (by_account = (SELECT actor_account()) AND by_post = (SELECT actor_post())
        AND EXISTS (SELECT FROM records r WHERE r.area = actions.area AND r.kind = actions.kind AND r.id = actions.record)));

-- Clocks as in 0005, with the same of handlers; those of the record at hand turn with it, whoever keeps it.
DROP POLICY clocks_read ON clocks;
DROP POLICY clocks_start ON clocks;
DROP POLICY clocks_turn ON clocks;
DO $$ DECLARE seen text := $p$(
  actor_duty() IN ('verify', 'load', 'repost')
  OR (NOT sealed AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND programme = ANY ((SELECT visible_programmes())::text[]))
  OR (sealed AND (SELECT actor_account()) = ANY (handlers) AND org / 10000 = (SELECT actor_org() / 10000)
      AND programme = ANY ((SELECT visible_programmes())::text[]))
  OR (sealed AND own_org(org) AND (SELECT actor_role()) = 'rights'))$p$; BEGIN
  EXECUTE 'CREATE POLICY clocks_read ON clocks FOR SELECT USING ' || seen;
  EXECUTE 'CREATE POLICY clocks_start ON clocks FOR INSERT WITH CHECK ' || seen;
  EXECUTE 'CREATE POLICY clocks_turn ON clocks FOR UPDATE USING ' || seen || ' WITH CHECK ' || seen;
END $$;
CREATE POLICY clocks_hand_read ON clocks FOR SELECT USING (record = (SELECT actor_hand()));
CREATE POLICY clocks_hand_start ON clocks FOR INSERT WITH CHECK (record = (SELECT actor_hand()));
CREATE POLICY clocks_hand_turn ON clocks FOR UPDATE USING (record = (SELECT actor_hand())) WITH CHECK (record = (SELECT actor_hand()));
CREATE POLICY record_numbers_hand ON record_numbers FOR ALL
  USING ((SELECT actor_hand()) IS NOT NULL) WITH CHECK ((SELECT actor_hand()) IS NOT NULL);

-- Whether the actor has a record only because it was sent to her organisation.
CREATE FUNCTION only_received(receiver bigint, sealed boolean, org bigint) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(receiver = actor_org(), false) AND org <> actor_org() AND (sealed OR NOT in_scope(org));

-- The receiver has the files that were meant for her, and those she sent.
ALTER TABLE attachments ADD COLUMN for_receiver boolean NOT NULL DEFAULT false;
DROP POLICY attachments_read ON attachments;
CREATE POLICY attachments_read ON attachments FOR SELECT
  USING (actor_duty() IN ('verify', 'load')
    OR EXISTS (SELECT FROM records r WHERE r.id = attachments.record
               AND (attachments.for_receiver OR NOT only_received(r.receiver, r.sealed, r.org))));
CREATE POLICY attachments_hand ON attachments FOR UPDATE
  USING (record = (SELECT actor_hand())) WITH CHECK (record = (SELECT actor_hand()));

-- What a sealed record counted is not the receiver's to read.
DROP POLICY entries_read ON entries;
CREATE POLICY entries_read ON entries FOR SELECT USING (
  (SELECT actor_duty()) IN ('fold', 'verify', 'repost', 'load')
  OR (org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND EXISTS (
        SELECT FROM measures m JOIN programmes p ON p.id = m.programme
        WHERE m.no = entries.measure AND NOT p.confidential AND actor_role() = ANY (p.see)))
  OR EXISTS (SELECT FROM records r WHERE r.id = entries.record AND r.sealed AND NOT only_received(r.receiver, r.sealed, r.org)));

-- Which step opened which record. Shown to who sees both ends.
CREATE TABLE record_links (
  area         integer NOT NULL,
  from_record  uuid NOT NULL,
  to_record    uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('started')),
  action       uuid NOT NULL,                        -- the step that did it
  at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, from_record, to_record)
);
CREATE INDEX record_links_from ON record_links (from_record);
CREATE INDEX record_links_to ON record_links (to_record);

-- What only one living record may hold for a person: relief once in a life. `named` is the row the record names, `person`
-- the living row she was merged into.
CREATE TABLE record_claims (
  area       integer NOT NULL,
  record     uuid NOT NULL,
  programme  text NOT NULL,
  key        text NOT NULL,
  named      uuid NOT NULL,
  person     uuid NOT NULL,
  PRIMARY KEY (area, record, key, named)
);
CREATE UNIQUE INDEX record_claims_once ON record_claims (programme, key, person);
CREATE INDEX record_claims_record ON record_claims (record);
CREATE INDEX record_claims_person ON record_claims (person);
CREATE INDEX record_claims_named ON record_claims (named);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['record_links', 'record_claims'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
  END LOOP;
END $$;

CREATE POLICY record_links_read ON record_links FOR SELECT USING ((SELECT actor_duty()) IN ('verify', 'load', 'clock')
  OR (EXISTS (SELECT FROM records r WHERE r.id = record_links.from_record AND NOT only_received(r.receiver, r.sealed, r.org))
      AND EXISTS (SELECT FROM records r WHERE r.id = record_links.to_record AND NOT only_received(r.receiver, r.sealed, r.org))));
CREATE POLICY record_links_add ON record_links FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'load' OR to_record = (SELECT actor_hand()));
GRANT SELECT, INSERT ON record_links TO niangjia_app;

CREATE POLICY record_claims_read ON record_claims FOR SELECT USING ((SELECT actor_duty()) IN ('verify', 'load')
  OR EXISTS (SELECT FROM records r WHERE r.id = record_claims.record AND NOT only_received(r.receiver, r.sealed, r.org)));
GRANT SELECT ON record_claims TO niangjia_app;
CREATE POLICY record_claims_ledger ON record_claims FOR ALL TO niangjia_ledger USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record_claims TO niangjia_ledger;

-- The living row of a person, however often she was merged.
CREATE FUNCTION living_person(p_id uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ WITH RECURSIVE chain(id, next, steps) AS (
          SELECT p.id, p.merged_into, 0 FROM people p WHERE p.id = p_id
          UNION ALL SELECT p.id, p.merged_into, c.steps + 1 FROM chain c JOIN people p ON p.id = c.next WHERE c.steps < 50)
        SELECT coalesce((SELECT c.id FROM chain c WHERE c.next IS NULL LIMIT 1), p_id) $$;

-- Claims of the records `p_all` become those asked for, in one step; gives the records whose claim somebody else holds
-- already, and nothing about who or where.
CREATE FUNCTION take_claims(p_programme text, p_all uuid[], p_areas integer[], p_records uuid[], p_keys text[], p_persons uuid[])
  RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT (actor_post() IS NOT NULL OR coalesce(actor_duty() IN ('load', 'repost', 'clock', 'pay'), false)) THEN
    RAISE EXCEPTION 'nobody claims for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM record_claims c WHERE c.record = ANY (p_all) AND NOT EXISTS (
    SELECT FROM unnest(p_records, p_keys, p_persons) AS a (record, key, person)
    WHERE a.record = c.record AND a.key = c.key AND a.person = c.named);
  INSERT INTO record_claims (area, record, programme, key, named, person)
  SELECT a.area, a.record, p_programme, a.key, a.person, living_person(a.person)
  FROM unnest(p_areas, p_records, p_keys, p_persons) AS a (area, record, key, person)
  ORDER BY a.key, a.person, a.record
  ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT DISTINCT a.record FROM unnest(p_records, p_keys, p_persons) AS a (record, key, person)
    WHERE NOT EXISTS (SELECT FROM record_claims c WHERE c.record = a.record AND c.key = a.key AND c.programme = p_programme
                      AND c.person IN (a.person, living_person(a.person)));
END $$;

-- Which of these are held already: for the rows of a sheet before they are written. Gives their positions.
CREATE FUNCTION claims_held(p_programme text, p_keys text[], p_persons uuid[]) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT a.place::integer FROM unnest(p_keys, p_persons) WITH ORDINALITY AS a (key, person, place)
        WHERE actor_post() IS NOT NULL AND EXISTS (
          SELECT FROM record_claims c WHERE c.programme = p_programme AND c.key = a.key AND c.person = living_person(a.person)) $$;

-- Two rows of one woman: her claims go to the row that lives on, and back when that was wrong. Where both rows held the
-- same claim, each keeps its own.
CREATE FUNCTION claims_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE record_claims c SET person = living_person(c.named)
  WHERE (c.named = NEW.id OR c.person IN (NEW.id, living_person(OLD.merged_into)))
    AND c.person <> living_person(c.named)
    AND NOT EXISTS (SELECT FROM record_claims o WHERE o.programme = c.programme AND o.key = c.key AND o.person = living_person(c.named));
  RETURN NULL;
END $$;

-- A step of mine on a record I may have given away by it: so that sending it again is answered like the first time.
CREATE POLICY actions_ledger ON actions FOR SELECT TO niangjia_ledger USING (true);
GRANT SELECT ON actions TO niangjia_ledger;
CREATE FUNCTION own_step(p_record uuid, p_action uuid) RETURNS TABLE (action text, answers jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT a.action, a.answers FROM actions a
        WHERE a.record = p_record AND a.id = p_action AND a.by_account = actor_account() AND a.by_post = actor_post() $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['living_person(uuid)', 'take_claims(text, uuid[], integer[], uuid[], text[], uuid[])',
      'claims_held(text, text[], uuid[])', 'claims_follow()', 'own_step(uuid, uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO niangjia_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO niangjia_app', f);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION living_person(uuid) FROM niangjia_app;
CREATE TRIGGER people_claims AFTER UPDATE OF merged_into ON people FOR EACH ROW
  WHEN (OLD.merged_into IS DISTINCT FROM NEW.merged_into) EXECUTE FUNCTION claims_follow();
