-- The kinds of record (DESIGN 8). One engine serves all kinds, so `records` is partitioned by kind and each kind is a
-- table of its own (docs/decisions/0003): cases, activities, places, teams, members.

-- What the definitions say, for the policies below; rewritten at every start from src/registry.ts.
CREATE TABLE programmes (
  id            text PRIMARY KEY,
  kind          text NOT NULL,
  confidential  boolean NOT NULL,
  see           text[] NOT NULL                     -- roles that may see its records
);
CREATE TABLE brands (                                -- 和姐益家, 拉话话…: data on top of a programme, made by an organisation
  area        integer NOT NULL,
  id          uuid NOT NULL,
  programme   text NOT NULL REFERENCES programmes (id),
  org         bigint NOT NULL REFERENCES organisations (code),
  name        text NOT NULL,
  from_date   date,
  to_date     date,
  revision    integer NOT NULL DEFAULT 1,
  demo        boolean NOT NULL DEFAULT false,
  PRIMARY KEY (area, id)
);
CREATE INDEX brands_org ON brands (programme, org);

CREATE TABLE records (
  area         integer NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('case', 'activity', 'place', 'team', 'member')),
  id           uuid NOT NULL,
  programme    text NOT NULL,
  version      smallint NOT NULL,                    -- of the definition it was made under
  org          bigint NOT NULL,                      -- keeps it now
  banner       bigint NOT NULL GENERATED ALWAYS AS (org / 10000000000) STORED,   -- a column: a policy hides indexes on expressions
  ledger_org   bigint NOT NULL,                      -- was made by: its counts stay posted there (figures follow successors)
  number       text,                                 -- HJ-152921-2026-00017 (processes 0.5)
  title        text NOT NULL,
  state        text NOT NULL,
  on_date      date NOT NULL,                        -- the day it is dated: opened, held, joined, set up
  starts_at    timestamptz,
  ends_at      timestamptz,
  sealed       boolean NOT NULL DEFAULT false,       -- confidential: handlers and the own organisation's rights post
  handlers     uuid[] NOT NULL DEFAULT '{}',         -- accounts
  parent       uuid,                                 -- team of a member, team or place of an activity, room of a case
  person       uuid,                                 -- the person of a member
  brand        uuid,
  answers      jsonb NOT NULL DEFAULT '{}',
  key_salt     bytea,                                -- P3/P4 answers are sealed under it; NULL: shredded
  heads        jsonb NOT NULL DEFAULT '[]',          -- head-counts of an activity: [{count, grade, reason?, evidence?}]
  revision     integer NOT NULL DEFAULT 1,
  demo         boolean NOT NULL DEFAULT false,
  created_by   uuid,                                 -- post
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (area, kind, id)
) PARTITION BY LIST (kind);
CREATE TABLE cases      PARTITION OF records FOR VALUES IN ('case');
CREATE TABLE activities PARTITION OF records FOR VALUES IN ('activity');
CREATE TABLE places     PARTITION OF records FOR VALUES IN ('place');
CREATE TABLE teams      PARTITION OF records FOR VALUES IN ('team');
CREATE TABLE members    PARTITION OF records FOR VALUES IN ('member');
CREATE INDEX records_id ON records (id);
CREATE INDEX records_date ON records (programme, on_date DESC, id DESC);
-- Lists of a banner and of a league come out of an index already in order.
CREATE INDEX records_banner ON records (programme, banner, on_date DESC, id DESC);
CREATE INDEX records_league ON records (programme, area, on_date DESC, id DESC);
CREATE INDEX records_org ON records (programme, org, on_date DESC, id DESC);
CREATE INDEX records_state ON records (programme, state, on_date DESC, id DESC);   -- a rare state in a whole region
CREATE INDEX records_parent ON records (parent) WHERE parent IS NOT NULL;
CREATE INDEX records_person ON records (person) WHERE person IS NOT NULL;
CREATE INDEX records_number ON records (number) WHERE number IS NOT NULL;
CREATE INDEX records_handlers ON cases USING gin (handlers);

-- Running numbers per service, banner and year; never used twice.
CREATE TABLE record_numbers (
  area      integer NOT NULL,
  series    text NOT NULL,                           -- HJ-152921-2026
  last      integer NOT NULL,
  PRIMARY KEY (area, series)
);

-- Everything that was done to a record, in order: its history. The id is made by the client, so a retry is harmless.
CREATE TABLE actions (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  record      uuid NOT NULL,
  kind        text NOT NULL,
  programme   text NOT NULL,
  action      text NOT NULL,                         -- create, edit, attend…, or one of the definition's actions
  from_state  text,
  to_state    text NOT NULL,
  revision    integer NOT NULL,                      -- of the record after it
  answers     jsonb NOT NULL DEFAULT '{}',           -- what this action asked
  changes     jsonb NOT NULL DEFAULT '{}',           -- {field: [before, after]}; P3 and P4 are sealed like in the record
  reason      text,
  by_account  uuid,
  by_post     uuid,
  by_org      bigint NOT NULL,
  made_on     date NOT NULL,                         -- the day it happened, as told
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id)
);
CREATE INDEX actions_record ON actions (record, revision);

-- People at an activity. A sign-in by code on a phone has a client-made id too.
CREATE TABLE attendances (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  activity    uuid NOT NULL,
  programme   text NOT NULL,
  org         bigint NOT NULL,
  person      uuid NOT NULL,
  role        text NOT NULL DEFAULT 'participant',
  method      text NOT NULL CHECK (method IN ('list', 'code', 'import')),
  signed_in   timestamptz,
  signed_out  timestamptz,
  minutes     integer CHECK (minutes BETWEEN 0 AND 720),
  on_date     date NOT NULL,
  by_post     uuid,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id)
);
CREATE UNIQUE INDEX attendances_once ON attendances (activity, person);
CREATE INDEX attendances_person ON attendances (person);

-- Deadlines running on a record (src/core/clock.ts): what to-do lists read.
CREATE TABLE clocks (
  area        integer NOT NULL,
  record      uuid NOT NULL,
  clock       text NOT NULL,
  kind        text NOT NULL,
  programme   text NOT NULL,
  org         bigint NOT NULL,
  legal       boolean NOT NULL,
  sealed      boolean NOT NULL,
  handlers    uuid[] NOT NULL DEFAULT '{}',
  roles       text[] NOT NULL,                       -- whose to-do it is when nobody handles it
  started_on  date NOT NULL,
  due_on      date NOT NULL,
  ended_on    date,
  PRIMARY KEY (area, record, clock, started_on)
);
CREATE INDEX clocks_record ON clocks (record);
CREATE INDEX clocks_due ON clocks (org, due_on) WHERE ended_on IS NULL;

-- A sign-in code shown at the door of an activity, valid for a few hours.
CREATE TABLE sign_in_codes (
  area        integer NOT NULL,
  code_hash   bytea NOT NULL,
  activity    uuid NOT NULL,
  org         bigint NOT NULL,
  expires_at  timestamptz NOT NULL,
  by_post     uuid,
  PRIMARY KEY (area, code_hash)
);
CREATE INDEX sign_in_codes_hash ON sign_in_codes (code_hash);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['programmes', 'brands', 'records', 'cases', 'activities', 'places', 'teams', 'members',
                           'record_numbers', 'actions', 'attendances', 'clocks', 'sign_in_codes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

CREATE POLICY programmes_read ON programmes FOR SELECT USING (true);
CREATE POLICY programmes_load ON programmes FOR ALL USING (actor_duty() = 'load') WITH CHECK (actor_duty() = 'load');
GRANT SELECT, INSERT, UPDATE, DELETE ON programmes TO niangjia_app;

-- The programmes whose records the role may see at all.
CREATE FUNCTION visible_programmes() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY(SELECT id FROM programmes WHERE actor_role() = ANY (see));

-- Break-glass: a sealed record outside one's cases, with a reason and an end; the owner is told (DESIGN 7.3).
CREATE TABLE break_glass (
  area         integer NOT NULL,
  id           uuid NOT NULL,
  record       uuid NOT NULL,
  org          bigint NOT NULL,
  account      uuid NOT NULL,
  post         uuid NOT NULL,
  reason       text NOT NULL CHECK (length(reason) >= 10),
  asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  approved_by  uuid,                                 -- a second person of the keeping organisation
  approved_at  timestamptz,
  expires_at   timestamptz,
  owner_told_at timestamptz,
  PRIMARY KEY (area, id)
);
CREATE INDEX break_glass_open ON break_glass (account, record);
CREATE INDEX break_glass_org ON break_glass (org, asked_at);
ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
CREATE POLICY break_glass_ask ON break_glass FOR INSERT
  WITH CHECK (account = actor_account() AND post = actor_post() AND num_nulls(approved_by, approved_at, expires_at) = 3);
CREATE POLICY break_glass_read ON break_glass FOR SELECT
  USING (account = actor_account() OR (own_org(org) AND actor_role() = 'rights')
         OR (actor_role() IN ('auditor', 'security') AND in_scope(org)));
-- The second person: the rights post of the organisation that keeps the record, not the one who asks.
CREATE POLICY break_glass_approve ON break_glass FOR UPDATE
  USING (own_org(org) AND actor_role() = 'rights' AND account <> actor_account())
  WITH CHECK (own_org(org) AND actor_role() = 'rights' AND account <> actor_account() AND approved_by = actor_account());
GRANT SELECT, INSERT, UPDATE (approved_by, approved_at, expires_at) ON break_glass TO niangjia_app;
CREATE FUNCTION opened_records() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY(SELECT record FROM break_glass
               WHERE account = actor_account() AND post = actor_post() AND approved_by <> account AND expires_at > clock_timestamp());

-- One sentence for every kind: in scope and open; or sealed and mine, or my organisation's and I keep its rights post.
-- It stands on the parent and on each partition, since PostgreSQL applies the policies of the table that is named.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['records', 'cases', 'activities', 'places', 'teams', 'members'] LOOP
    EXECUTE format($p$
      CREATE POLICY %1$s_read ON %1$s FOR SELECT USING (
        (NOT sealed AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
          AND programme = ANY ((SELECT visible_programmes())::text[]))
        OR (sealed AND (SELECT actor_account()) = ANY (handlers) AND programme = ANY ((SELECT visible_programmes())::text[]))
        OR (sealed AND org / 10000 = (SELECT actor_org() / 10000) AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
          AND (SELECT actor_role()) = 'rights')
        OR (sealed AND id = ANY ((SELECT opened_records())::uuid[]))
        OR (SELECT actor_duty()) IN ('verify', 'repost', 'load'))$p$, t);
    EXECUTE format($p$
      CREATE POLICY %1$s_add ON %1$s FOR INSERT WITH CHECK (         -- asked once for all rows of an import
        (SELECT actor_duty()) = 'load'
        OR (org / 10000 = (SELECT actor_org() / 10000) AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
            AND programme = ANY ((SELECT visible_programmes())::text[])))$p$, t);
    EXECUTE format($p$
      CREATE POLICY %1$s_edit ON %1$s FOR UPDATE USING (
        (NOT sealed AND in_scope(org) AND programme = ANY (visible_programmes()))
        OR (sealed AND actor_account() = ANY (handlers) AND programme = ANY (visible_programmes()))
        OR (sealed AND own_org(org) AND actor_role() = 'rights')
        OR actor_duty() IN ('load', 'repost'))
      WITH CHECK (in_scope(org) OR actor_duty() IN ('load', 'repost'))$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO niangjia_app', t);
  END LOOP;
END $$;

CREATE POLICY brands_read ON brands FOR SELECT USING (actor_post() IS NOT NULL OR actor_duty() IS NOT NULL);
CREATE POLICY brands_write ON brands FOR ALL
  USING (actor_duty() = 'load' OR (own_org(org) AND programme = ANY (visible_programmes())))
  WITH CHECK (actor_duty() = 'load' OR (own_org(org) AND programme = ANY (visible_programmes())));
GRANT SELECT, INSERT, UPDATE ON brands TO niangjia_app;

-- A series says how many cases there are: it is read and moved on in its own banner only.
CREATE POLICY record_numbers_all ON record_numbers FOR ALL
  USING (actor_duty() = 'load' OR split_part(series, '-', 2) = (actor_org() / 10000000000)::text)
  WITH CHECK (actor_duty() = 'load' OR split_part(series, '-', 2) = (actor_org() / 10000000000)::text);
GRANT SELECT, INSERT, UPDATE ON record_numbers TO niangjia_app;

-- What hangs on a record is seen by whoever sees the record: the inner query obeys the policy above.
CREATE POLICY actions_read ON actions FOR SELECT
  USING (actor_duty() IN ('verify', 'load', 'repost') OR EXISTS (SELECT FROM records r WHERE r.id = actions.record));
CREATE POLICY actions_add ON actions FOR INSERT
  WITH CHECK ((SELECT actor_duty()) IN ('load', 'repost')
    OR (by_account = (SELECT actor_account()) AND by_post = (SELECT actor_post())));
GRANT SELECT, INSERT ON actions TO niangjia_app;

-- Reading has one policy: lists count the attendance of every activity they show, and each policy is asked for each row.
CREATE POLICY attendances_read ON attendances FOR SELECT
  USING ((SELECT actor_duty()) IN ('verify', 'repost', 'load') OR EXISTS (SELECT FROM activities r WHERE r.id = attendances.activity));
DO $$ DECLARE own text := $p$(actor_duty() = 'load' OR (own_org(org) AND EXISTS (SELECT FROM activities r WHERE r.id = attendances.activity)))$p$; BEGIN
  EXECUTE 'CREATE POLICY attendances_add ON attendances FOR INSERT WITH CHECK ' || own;
  EXECUTE 'CREATE POLICY attendances_edit ON attendances FOR UPDATE USING ' || own || ' WITH CHECK ' || own;
  EXECUTE 'CREATE POLICY attendances_remove ON attendances FOR DELETE USING ' || own;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON attendances TO niangjia_app;

-- A clock is seen like its record; who may take the step that ends it may write it, so there is no policy FOR ALL.
DO $$ DECLARE seen text := $p$(
  actor_duty() IN ('verify', 'load', 'repost')
  OR (NOT sealed AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND programme = ANY ((SELECT visible_programmes())::text[]))
  OR (sealed AND (SELECT actor_account()) = ANY (handlers) AND programme = ANY ((SELECT visible_programmes())::text[]))
  OR (sealed AND own_org(org) AND (SELECT actor_role()) = 'rights'))$p$; BEGIN
  EXECUTE 'CREATE POLICY clocks_read ON clocks FOR SELECT USING ' || seen;
  EXECUTE 'CREATE POLICY clocks_start ON clocks FOR INSERT WITH CHECK ' || seen;
  EXECUTE 'CREATE POLICY clocks_turn ON clocks FOR UPDATE USING ' || seen || ' WITH CHECK ' || seen;
END $$;
GRANT SELECT, INSERT, UPDATE ON clocks TO niangjia_app;

CREATE POLICY sign_in_codes_own ON sign_in_codes FOR ALL
  USING (own_org(org) OR actor_duty() = 'sign-in') WITH CHECK (own_org(org));
GRANT SELECT, INSERT, DELETE ON sign_in_codes TO niangjia_app;

-- Whom a phone number and a name belong to, anywhere in the house: for a sign-in at the door, which tells nobody (server only).
CREATE FUNCTION person_by_phone(p_hash bytea, p_name_key text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.id FROM people p WHERE p.phone_hash = p_hash AND p.name_key = p_name_key AND p.merged_into IS NULL
          AND p.erased_at IS NULL AND actor_post() IS NOT NULL ORDER BY p.created_at, p.id LIMIT 1 $$;
ALTER FUNCTION person_by_phone(bytea, text) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION person_by_phone(bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_by_phone(bytea, text) TO niangjia_app;

-- Who keeps a sealed record of the asker's subtree: to ask for break-glass without being shown that the record exists.
CREATE POLICY records_keeper ON records FOR SELECT TO niangjia_ledger USING (true);
GRANT SELECT ON records TO niangjia_ledger;
CREATE FUNCTION sealed_keeper(p_record uuid) RETURNS TABLE (area integer, org bigint, handlers uuid[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT r.area, r.org, r.handlers FROM records r WHERE r.id = p_record AND r.sealed AND in_scope(r.org) $$;
ALTER FUNCTION sealed_keeper(uuid) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION sealed_keeper(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sealed_keeper(uuid) TO niangjia_app;
