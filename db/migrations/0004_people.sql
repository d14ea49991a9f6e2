-- People and households (DESIGN 6, 7). A person's area is where she was first registered and never changes.
-- Identity and phone are sealed with a key derived from the house key and key_salt; shredding key_salt is erasure.

CREATE SEQUENCE person_numbers AS integer;           -- dense: distinct persons are counted in bitmaps over it
GRANT USAGE ON SEQUENCE person_numbers TO niangjia_app;

CREATE TABLE people (
  area          integer NOT NULL,
  id            uuid NOT NULL,
  no            integer NOT NULL DEFAULT nextval('person_numbers'),
  org           bigint NOT NULL REFERENCES organisations (code),   -- where she belongs now
  -- A column and not an expression: division is not leakproof, so under row-level security no index on it would be used.
  banner        bigint NOT NULL GENERATED ALWAYS AS (org / 10000000000) STORED,
  name          text NOT NULL,
  name_key      text NOT NULL COLLATE "C",           -- for search: folded, no spaces or dots; "C", so that a prefix is a range
  gender        text NOT NULL CHECK (gender IN ('female', 'male', 'unknown')),
  birth_date    date,
  id_type       text NOT NULL DEFAULT 'none' CHECK (id_type IN ('citizen-id', 'residence-permit', 'foreign-permanent', 'passport', 'none')),
  id_sealed     bytea,
  id_hash       bytea,
  phone_sealed  bytea,
  phone_hash    bytea,
  phone_mask    text,                                -- 138****1234: what lists show
  phone_tail    text,                                -- last four digits: what she is asked for at a desk
  phone_safe    text NOT NULL DEFAULT 'yes' CHECK (phone_safe IN ('yes', 'no', 'at-times')),
  key_salt      bytea,                               -- NULL: erased
  ethnicity     text,                                -- optional, self-declared, never used to decide
  address       text,
  guardian      uuid,                                -- of a minor
  merged_into   uuid,
  erased_at     timestamptz,
  protected     boolean NOT NULL DEFAULT false,      -- reachable only through her own case (P4)
  revision      integer NOT NULL DEFAULT 1,
  demo          boolean NOT NULL DEFAULT false,
  created_by    uuid,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (area, id)
);
CREATE UNIQUE INDEX people_no ON people (no);
CREATE INDEX people_id ON people (id);
-- One living row per document; a merged row gives its number up to the row it went into.
CREATE UNIQUE INDEX people_id_hash ON people (id_type, id_hash) WHERE id_hash IS NOT NULL AND merged_into IS NULL;
CREATE INDEX people_phone_hash ON people (phone_hash) WHERE phone_hash IS NOT NULL;
CREATE INDEX people_phone_tail ON people (phone_tail, org) WHERE phone_tail IS NOT NULL;
-- Lists in the order of names: of a village or township, of a banner, of more.
CREATE INDEX people_org ON people (org, name_key, id);
CREATE INDEX people_banner ON people (banner, name_key, id);
CREATE INDEX people_name ON people (name_key, id);
CREATE INDEX people_merged_into ON people (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE households (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  org         bigint NOT NULL REFERENCES organisations (code),
  address     text NOT NULL DEFAULT '',
  revision    integer NOT NULL DEFAULT 1,
  demo        boolean NOT NULL DEFAULT false,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (area, id)
);
CREATE INDEX households_org ON households (org, id);

CREATE TABLE household_members (
  area        integer NOT NULL,
  household   uuid NOT NULL,
  person      uuid NOT NULL,
  relation    text NOT NULL,
  from_date   date,
  to_date     date,
  PRIMARY KEY (area, household, person),
  FOREIGN KEY (area, household) REFERENCES households (area, id)
);
CREATE INDEX household_members_person ON household_members (person);

-- Consent by purpose (processes 0.3). Withdrawing is a date, never a deletion.
CREATE TABLE consents (
  area         integer NOT NULL,
  id           uuid NOT NULL,
  person       uuid NOT NULL,
  org          bigint NOT NULL,
  purpose      text NOT NULL,
  recipient    text NOT NULL DEFAULT '',
  method       text NOT NULL CHECK (method IN ('ticked', 'signed', 'recorded', 'guardian-signed')),
  text_version integer NOT NULL DEFAULT 1,
  given_at     timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  by_post      uuid,
  PRIMARY KEY (area, id)
);
CREATE INDEX consents_person ON consents (person, purpose);

-- Two rows for one woman: merged, and apart again if that was wrong.
CREATE TABLE person_merges (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  org         bigint NOT NULL,
  kept        uuid NOT NULL,
  merged      uuid NOT NULL,
  reason      text NOT NULL,
  taken       text[] NOT NULL DEFAULT '{}',          -- what the kept row lacked and took over; given back when undone
  by_post     uuid,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  undone_at   timestamptz,
  undone_by   uuid,
  PRIMARY KEY (area, id)
);
CREATE INDEX person_merges_merged ON person_merges (merged);
CREATE INDEX person_merges_kept ON person_merges (kept);

-- What was done to a person's row, by whom and why: which fields, never their values. Append only.
CREATE TABLE person_events (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  person      uuid NOT NULL,
  org         bigint NOT NULL,
  event       text NOT NULL CHECK (event IN ('added', 'edited', 'merged', 'unmerged', 'erased')),
  fields      text[] NOT NULL DEFAULT '{}',
  reason      text NOT NULL DEFAULT '',
  by_account  uuid NOT NULL,
  by_post     uuid NOT NULL,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id)
);
CREATE INDEX person_events_person ON person_events (person, at);
CREATE INDEX person_events_org ON person_events (org, at DESC, id DESC);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['people', 'households', 'household_members', 'consents', 'person_merges',
                           'person_events'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- Staff who serve people see people of their subtree (masked by the server); statisticians and the three
-- administrators see none.
CREATE FUNCTION serves_people() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN actor_role() IN ('chair', 'rights', 'family', 'development', 'organisation', 'publicity', 'finance',
                          'operator', 'mediator', 'guide', 'volunteer-leader');
-- A protected woman (P4) is in no list; the rights post of the organisation that keeps her still reaches her.
CREATE POLICY people_read ON people FOR SELECT
  USING ((SELECT actor_duty()) IN ('verify', 'repost', 'load', 'erase')
    OR (org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT serves_people())
        AND (NOT protected OR (own_org(org) AND actor_role() = 'rights'))));
CREATE POLICY people_add ON people FOR INSERT
  WITH CHECK (actor_duty() = 'load' OR (in_scope(org) AND serves_people()));
CREATE POLICY people_edit ON people FOR UPDATE
  USING (actor_duty() IN ('load', 'erase')
    OR (in_scope(org) AND serves_people() AND (NOT protected OR (own_org(org) AND actor_role() = 'rights'))))
  WITH CHECK (actor_duty() IN ('load', 'erase') OR (in_scope(org) AND serves_people()));

CREATE POLICY households_all ON households FOR ALL
  USING (actor_duty() = 'load' OR (in_scope(org) AND serves_people()))
  WITH CHECK (actor_duty() = 'load' OR (in_scope(org) AND serves_people()));
-- The inner tables are filtered by the policies of the outer ones.
CREATE POLICY household_members_all ON household_members FOR ALL
  USING (actor_duty() IN ('load', 'erase') OR EXISTS (SELECT FROM households h WHERE h.area = household_members.area AND h.id = household))
  WITH CHECK (actor_duty() IN ('load', 'erase') OR EXISTS (SELECT FROM households h WHERE h.area = household_members.area AND h.id = household));
CREATE POLICY consents_all ON consents FOR ALL
  USING (actor_duty() IN ('load', 'erase') OR (in_scope(org) AND serves_people()))
  WITH CHECK (actor_duty() IN ('load', 'erase') OR (in_scope(org) AND serves_people()));
CREATE POLICY person_merges_all ON person_merges FOR ALL
  USING (actor_duty() IN ('repost', 'verify', 'erase') OR (in_scope(org) AND serves_people()))
  WITH CHECK (actor_duty() = 'erase' OR (in_scope(org) AND serves_people()));
CREATE POLICY person_events_add ON person_events FOR INSERT
  WITH CHECK (by_account = actor_account() AND by_post = actor_post());
CREATE POLICY person_events_read ON person_events FOR SELECT
  USING (in_scope(org) AND (serves_people() OR actor_role() IN ('auditor', 'security')));

GRANT SELECT, INSERT, UPDATE ON people, households, consents, person_merges TO niangjia_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON household_members TO niangjia_app;
GRANT SELECT, INSERT ON person_events TO niangjia_app;

-- The same number anywhere in the house: say so and who keeps her, without showing her (duplicate control at entry).
-- Of a protected woman not even that: org is NULL.
CREATE FUNCTION person_by_document(p_type text, p_hash bytea) RETURNS TABLE (id uuid, org bigint, visible boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.id, CASE WHEN p.protected AND NOT (own_org(p.org) AND actor_role() = 'rights') THEN NULL ELSE p.org END,
               in_scope(p.org) AND serves_people() AND (NOT p.protected OR (own_org(p.org) AND actor_role() = 'rights'))
        FROM people p
        WHERE p.id_type = p_type AND p.id_hash = p_hash AND p.merged_into IS NULL
          AND (actor_post() IS NOT NULL OR actor_duty() = 'load') $$;
-- People of the same name who may be she: born within a year in the same league, or in the same township with a birth
-- date missing. Two different numbers of one kind of document are two people.
CREATE FUNCTION people_similar(p_name text, p_birth date, p_org bigint, p_type text, p_hash bytea)
  RETURNS TABLE (id uuid, org bigint, birth_year integer, gender text, visible boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.id, p.org, extract(year FROM p.birth_date)::integer, p.gender, in_scope(p.org) AND serves_people()
        FROM people p
        WHERE p.name_key = p_name AND p.merged_into IS NULL AND p.erased_at IS NULL AND NOT p.protected
          AND (p_hash IS NULL OR p.id_hash IS NULL OR p.id_type <> p_type OR p.id_hash = p_hash)
          AND ((p.birth_date BETWEEN p_birth - 366 AND p_birth + 366 AND p.org / 1000000000000 = p_org / 1000000000000)
               OR ((p.birth_date IS NULL OR p_birth IS NULL) AND p.org / 10000000 = p_org / 10000000))
          AND actor_post() IS NOT NULL
        ORDER BY abs(p.birth_date - p_birth), p.id LIMIT 10 $$;
ALTER FUNCTION people_similar(text, date, bigint, text, bytea) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION people_similar(text, date, bigint, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_similar(text, date, bigint, text, bytea) TO niangjia_app;
ALTER FUNCTION person_by_document(text, bytea) OWNER TO niangjia_ledger;
GRANT SELECT ON people TO niangjia_ledger;
CREATE POLICY people_ledger ON people FOR SELECT TO niangjia_ledger USING (true);
REVOKE ALL ON FUNCTION person_by_document(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_by_document(text, bytea) TO niangjia_app;
