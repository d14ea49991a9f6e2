-- Four more kinds of record (DESIGN 8, docs/decisions/0003): an award held, an item published or measured outside, an offer
-- (listing) and an answer to one (response).

ALTER TABLE records DROP CONSTRAINT records_kind_check;
ALTER TABLE records ADD CONSTRAINT records_kind_check
  CHECK (kind IN ('case', 'activity', 'place', 'team', 'member', 'award', 'item', 'listing', 'response'));
CREATE TABLE awards    PARTITION OF records FOR VALUES IN ('award');
CREATE TABLE items     PARTITION OF records FOR VALUES IN ('item');
CREATE TABLE listings  PARTITION OF records FOR VALUES IN ('listing');
CREATE TABLE responses PARTITION OF records FOR VALUES IN ('response');

-- Behind the same walls as the others, word by word: every policy of members stands on each of them.
DO $$ DECLARE t text; p pg_policies; BEGIN
  FOREACH t IN ARRAY ARRAY['awards', 'items', 'listings', 'responses'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    FOR p IN SELECT * FROM pg_policies WHERE schemaname = 'public' AND tablename = 'members' LOOP
      EXECUTE format('CREATE POLICY %I ON %I FOR %s TO %s', replace(p.policyname, 'members_', t || '_'), t, p.cmd,
                     (SELECT string_agg(CASE r WHEN 'public' THEN 'PUBLIC' ELSE quote_ident(r) END, ', ') FROM unnest(p.roles) r))
        || coalesce(' USING (' || p.qual || ')', '') || coalesce(' WITH CHECK (' || p.with_check || ')', '');
    END LOOP;
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO niangjia_app', t);
  END LOOP;
END $$;

-- What an organisation says to all below it: a call, a plan. In the states its definition names (`shownBelow`), posts of the
-- roles it names see it under every organisation of the subtree; they change nothing of it.
ALTER TABLE programmes ADD COLUMN shown_below text[] NOT NULL DEFAULT '{}';
CREATE FUNCTION shown_below() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY(SELECT p.id || ' ' || s FROM programmes p, unnest(p.shown_below) s WHERE actor_role() = ANY (p.see) AND NOT p.confidential);
-- The federations of the divisions above the acting organisation, and of its own.
CREATE FUNCTION actor_above() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY(SELECT actor_org() - actor_org() % span FROM unnest(ARRAY[100000000000000, 1000000000000, 10000000000, 10000000, 10000]::bigint[]) span);
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['records', 'cases', 'activities', 'places', 'teams', 'members', 'awards', 'items', 'listings', 'responses'] LOOP
    EXECUTE format($p$
      CREATE POLICY %1$s_below ON %1$s FOR SELECT USING (
        org = ANY ((SELECT actor_above())::bigint[]) AND NOT sealed AND (programme || ' ' || state) = ANY ((SELECT shown_below())::text[]))$p$, t);
  END LOOP;
END $$;
