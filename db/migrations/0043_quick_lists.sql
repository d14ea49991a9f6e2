-- Lists and their counts read indexes alone: the indexes hold whatever the policies of records look at, `state` too since
-- records may be shown below (records_below).
DROP INDEX records_banner, records_league, records_org, records_date, records_state;
CREATE INDEX records_banner ON records (programme, banner, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver, state);
CREATE INDEX records_league ON records (programme, area, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver, state);
CREATE INDEX records_org ON records (programme, org, on_date DESC, id DESC) INCLUDE (sealed, handlers, receiver, state);
CREATE INDEX records_date ON records (programme, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver, state);
CREATE INDEX records_state ON records (programme, state, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver);

-- A policy asks of every row whether its programme is the actor's to see: a look into a set, where an array of a hundred
-- names was compared name by name.
CREATE FUNCTION programmes_seen() RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT coalesce(jsonb_object_agg(p.id, true), '{}') FROM programmes p
        WHERE actor_role() = ANY (p.see) AND (p.owner IS NULL OR org_covers(p.owner, actor_org())));

DO $$
DECLARE
  p record;
  held constant text := 'programme = ANY \(\( SELECT visible_programmes\(\) AS visible_programmes\)::text\[\]\)';
  asked constant text := '(SELECT programmes_seen()) ? programme';
BEGIN
  FOR p IN SELECT tablename, policyname, qual, with_check FROM pg_policies
           WHERE concat(qual, with_check) LIKE '%visible\_programmes%' LOOP
    EXECUTE format('ALTER POLICY %I ON %I', p.policyname, p.tablename)
      || coalesce(' USING (' || regexp_replace(p.qual, held, asked, 'g') || ')', '')
      || coalesce(' WITH CHECK (' || regexp_replace(p.with_check, held, asked, 'g') || ')', '');
  END LOOP;
END $$;
DROP FUNCTION visible_programmes();
