-- People and households (DESIGN 6, 7). A person's area is where she was first registered and never changes.
-- Identity and phone are sealed with a key derived from the house key and key_salt; shredding key_salt is erasure.

CREATE SEQUENCE person_numbers AS integer;           -- dense: distinct persons are counted in bitmaps over it
GRANT USAGE ON SEQUENCE person_numbers TO niangjia_app;

CREATE TABLE people (
  area          integer NOT NULL,
  id            uuid NOT NULL,
  no            integer NOT NULL DEFAULT nextval('person_numbers'),
  org           bigint NOT NULL REFERENCES organisations (code),   -- where she belongs now
  name          text NOT NULL,
  name_key      text NOT NULL,                       -- for similar-name search: folded, no spaces or dots
  gender        text NOT NULL CHECK (gender IN ('female', 'male', 'unknown')),
  birth_date    date,
  id_type       text NOT NULL DEFAULT 'none' CHECK (id_type IN ('citizen', 'hmt-permit', 'foreign-permit', 'passport', 'none')),
  id_sealed     bytea,
  id_hash       bytea,
  phone_sealed  bytea,
  phone_hash    bytea,
  phone_tail    text,                                -- last four digits, for the masked view
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
CREATE INDEX people_name ON people (name_key text_pattern_ops, birth_date);
CREATE INDEX people_org ON people (org, name_key, id);

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
  by_post     uuid,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  undone_at   timestamptz,
  undone_by   uuid,
  PRIMARY KEY (area, id)
);
CREATE INDEX person_merges_merged ON person_merges (merged);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['people', 'households', 'household_members', 'consents', 'person_merges'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- Staff who serve people see people of their subtree (masked by the server); statisticians and the three
-- administrators see none.
CREATE FUNCTION serves_people() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN actor_role() IN ('chair', 'rights', 'family', 'development', 'organisation', 'publicity', 'finance',
                          'operator', 'mediator', 'guide', 'volunteer-leader');
CREATE POLICY people_read ON people FOR SELECT
  USING (actor_duty() IN ('verify', 'repost', 'load', 'erase') OR (in_scope(org) AND serves_people() AND NOT protected));
CREATE POLICY people_add ON people FOR INSERT
  WITH CHECK (actor_duty() = 'load' OR (in_scope(org) AND serves_people()));
CREATE POLICY people_edit ON people FOR UPDATE
  USING (actor_duty() IN ('load', 'erase') OR (in_scope(org) AND serves_people()))
  WITH CHECK (actor_duty() IN ('load', 'erase') OR (in_scope(org) AND serves_people()));

CREATE POLICY households_all ON households FOR ALL
  USING (actor_duty() = 'load' OR (in_scope(org) AND serves_people()))
  WITH CHECK (actor_duty() = 'load' OR (in_scope(org) AND serves_people()));
-- The inner tables are filtered by the policies of the outer ones.
CREATE POLICY household_members_all ON household_members FOR ALL
  USING (actor_duty() = 'load' OR EXISTS (SELECT FROM households h WHERE h.area = household_members.area AND h.id = household))
  WITH CHECK (actor_duty() = 'load' OR EXISTS (SELECT FROM households h WHERE h.area = household_members.area AND h.id = household));
CREATE POLICY consents_all ON consents FOR ALL
  USING (actor_duty() = 'load' OR (in_scope(org) AND serves_people()))
  WITH CHECK (actor_duty() = 'load' OR (in_scope(org) AND serves_people()));
CREATE POLICY person_merges_all ON person_merges FOR ALL
  USING (actor_duty() IN ('repost', 'verify') OR (in_scope(org) AND serves_people()))
  WITH CHECK (in_scope(org) AND serves_people());

GRANT SELECT, INSERT, UPDATE ON people, households, consents, person_merges TO niangjia_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON household_members TO niangjia_app;

-- The same number anywhere in the house: say so and who keeps her, without showing her (duplicate control at entry).
CREATE FUNCTION person_by_document(p_type text, p_hash bytea) RETURNS TABLE (area integer, id uuid, org bigint, visible boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT p.area, p.id, p.org, in_scope(p.org) AND serves_people() AND NOT p.protected FROM people p
        WHERE p.id_type = p_type AND p.id_hash = p_hash AND p.merged_into IS NULL AND actor_post() IS NOT NULL $$;
ALTER FUNCTION person_by_document(text, bytea) OWNER TO niangjia_ledger;
GRANT SELECT ON people TO niangjia_ledger;
CREATE POLICY people_ledger ON people FOR SELECT TO niangjia_ledger USING (true);
REVOKE ALL ON FUNCTION person_by_document(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_by_document(text, bytea) TO niangjia_app;
