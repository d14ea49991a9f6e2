-- Written by `niangjia schema` from the migrated database. Do not edit: write a migration.

CREATE TABLE account_events (
  area integer NOT NULL,
  id uuid NOT NULL,
  account uuid NOT NULL,
  org bigint NOT NULL,
  event text NOT NULL,
  by_account uuid,
  by_post uuid,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT account_events_pkey PRIMARY KEY (area, id)
);
CREATE INDEX account_events_account ON public.account_events USING btree (account, at DESC, id DESC);
CREATE INDEX account_events_at ON public.account_events USING btree (at DESC, id DESC);
CREATE INDEX account_events_org ON public.account_events USING btree (org, at DESC, id DESC);
-- row security: forced
CREATE POLICY account_events_add ON account_events FOR INSERT TO public
  WITH CHECK (((actor_duty() = ANY (ARRAY['sign-in'::text, 'load'::text])) OR ((by_account = actor_account()) AND (by_post = actor_post()))));
CREATE POLICY account_events_backup ON account_events FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY account_events_read ON account_events FOR SELECT TO public
  USING (((account = actor_account()) OR ((actor_role() = ANY (ARRAY['auditor'::text, 'security'::text])) AND in_scope(org))));
CREATE POLICY account_events_run_out ON account_events FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'clock'::text) AND (event = 'post-ended'::text) AND (by_account IS NULL)));
GRANT INSERT, SELECT ON account_events TO niangjia_app;

CREATE TABLE accounts (
  area integer NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  display_name text NOT NULL,
  home_org bigint NOT NULL,
  password text NOT NULL,
  password_at timestamp with time zone NOT NULL DEFAULT now(),
  must_change boolean NOT NULL DEFAULT false,
  totp bytea,
  totp_pending bytea,
  totp_step bigint,
  failures integer NOT NULL DEFAULT 0,
  locked_until timestamp with time zone,
  signed_out_at timestamp with time zone,
  last_post uuid,
  disabled_at timestamp with time zone,
  revision integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT accounts_pkey PRIMARY KEY (area, id),
  CONSTRAINT accounts_home_org_fkey FOREIGN KEY (home_org) REFERENCES organisations(code)
);
CREATE INDEX accounts_home ON public.accounts USING btree (home_org, name);
CREATE INDEX accounts_id ON public.accounts USING btree (id);
CREATE UNIQUE INDEX accounts_name ON public.accounts USING btree (name);
-- row security: forced
CREATE POLICY accounts_admin_create ON accounts FOR INSERT TO public
  WITH CHECK (((actor_role() = 'administrator'::text) AND in_scope(home_org)));
CREATE POLICY accounts_admin_manage ON accounts FOR UPDATE TO public
  USING (((actor_role() = 'administrator'::text) AND in_scope(home_org) AND (id <> actor_account()) AND (NOT holds_post_beyond(id))))
  WITH CHECK (((actor_role() = 'administrator'::text) AND in_scope(home_org) AND (id <> actor_account())));
CREATE POLICY accounts_backup ON accounts FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY accounts_colleagues ON accounts FOR SELECT TO public
  USING (own_org(home_org));
CREATE POLICY accounts_gate ON accounts FOR ALL TO public
  USING ((actor_duty() = ANY (ARRAY['sign-in'::text, 'load'::text])))
  WITH CHECK ((actor_duty() = ANY (ARRAY['sign-in'::text, 'load'::text])));
CREATE POLICY accounts_ledger ON accounts FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY accounts_overseers ON accounts FOR SELECT TO public
  USING (((actor_role() = ANY (ARRAY['administrator'::text, 'security'::text, 'auditor'::text])) AND in_scope(home_org)));
CREATE POLICY accounts_self ON accounts FOR SELECT TO public
  USING ((id = actor_account()));
CREATE POLICY accounts_totp ON accounts FOR UPDATE TO niangjia_ledger
  USING (true)
  WITH CHECK (((totp IS NULL) AND (totp_pending IS NULL)));
CREATE TRIGGER accounts_moved BEFORE UPDATE OF home_org ON public.accounts FOR EACH ROW EXECUTE FUNCTION moved_by_merger();
CREATE TRIGGER accounts_totp_wall BEFORE UPDATE OF totp, totp_pending, totp_step ON public.accounts FOR EACH ROW EXECUTE FUNCTION totp_wall();
GRANT INSERT, SELECT, UPDATE (display_name, home_org, password, password_at, must_change, totp, totp_pending, totp_step, failures, locked_until, signed_out_at, last_post, disabled_at, revision) ON accounts TO niangjia_app;
GRANT SELECT, UPDATE (totp, totp_pending, totp_step, signed_out_at, revision) ON accounts TO niangjia_ledger;

CREATE TABLE actions (
  area integer NOT NULL,
  id uuid NOT NULL,
  record uuid NOT NULL,
  kind text NOT NULL,
  programme text NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  revision integer NOT NULL,
  answers jsonb NOT NULL DEFAULT '{}'::jsonb,
  changes jsonb NOT NULL DEFAULT '{}'::jsonb,
  reason text,
  by_account uuid,
  by_post uuid,
  by_org bigint NOT NULL,
  made_on date NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT actions_pkey PRIMARY KEY (area, id)
);
CREATE INDEX actions_record ON public.actions USING btree (record, revision);
-- row security: forced
CREATE POLICY actions_add ON actions FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text])) OR ((by_account = ( SELECT actor_account() AS actor_account)) AND (by_post = ( SELECT actor_post() AS actor_post)) AND (EXISTS ( SELECT
   FROM records r
  WHERE ((r.area = actions.area) AND (r.kind = actions.kind) AND (r.id = actions.record)))))));
CREATE POLICY actions_add_pay ON actions FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'pay'::text) AND (by_account IS NULL) AND (by_post IS NULL)));
CREATE POLICY actions_backup ON actions FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY actions_house_add ON actions FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'clock'::text) AND (by_account IS NULL) AND (by_post IS NULL)));
CREATE POLICY actions_house_read ON actions FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY actions_leave ON actions FOR INSERT TO niangjia_ledger
  WITH CHECK (((action = 'handlers'::text) AND (by_account IS NULL)));
CREATE POLICY actions_ledger ON actions FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY actions_pay ON actions FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY actions_read ON actions FOR SELECT TO public
  USING (((actor_duty() = ANY (ARRAY['verify'::text, 'load'::text, 'repost'::text])) OR (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = actions.record)))));
GRANT INSERT, SELECT ON actions TO niangjia_app;
GRANT INSERT, SELECT ON actions TO niangjia_ledger;

CREATE TABLE activities PARTITION OF records FOR VALUES IN ('activity');
-- row security: forced
CREATE POLICY activities_add ON activities FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY activities_backup ON activities FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY activities_below ON activities FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY activities_edit ON activities FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY activities_house_edit ON activities FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY activities_house_read ON activities FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY activities_pay_read ON activities FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY activities_pay_turn ON activities FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY activities_read ON activities FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON activities TO niangjia_app;

CREATE TABLE attachments (
  area integer NOT NULL,
  id uuid NOT NULL,
  record uuid NOT NULL,
  kind text NOT NULL,
  org bigint NOT NULL,
  name text NOT NULL,
  mime text NOT NULL,
  size integer NOT NULL,
  sha256 bytea NOT NULL,
  class text NOT NULL,
  stored_as text NOT NULL,
  by_post uuid,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  removed_at timestamp with time zone,
  for_receiver boolean NOT NULL DEFAULT false,
  CONSTRAINT attachments_pkey PRIMARY KEY (area, id),
  CONSTRAINT attachments_class_check CHECK ((class = ANY (ARRAY['P0'::text, 'P1'::text, 'P2'::text, 'P3'::text, 'P4'::text]))),
  CONSTRAINT attachments_size_check CHECK ((size > 0))
);
CREATE INDEX attachments_record ON public.attachments USING btree (record);
-- row security: forced
CREATE POLICY attachments_add ON attachments FOR INSERT TO public
  WITH CHECK (((actor_duty() = 'load'::text) OR ((by_post = actor_post()) AND (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = attachments.record))))));
CREATE POLICY attachments_backup ON attachments FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY attachments_hand ON attachments FOR UPDATE TO public
  USING ((record = ( SELECT actor_hand() AS actor_hand)))
  WITH CHECK ((record = ( SELECT actor_hand() AS actor_hand)));
CREATE POLICY attachments_read ON attachments FOR SELECT TO public
  USING (((actor_duty() = ANY (ARRAY['verify'::text, 'load'::text])) OR (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = attachments.record) AND (attachments.for_receiver OR (NOT only_received(r.receiver, r.sealed, r.org))))))));
CREATE POLICY attachments_remove ON attachments FOR UPDATE TO public
  USING ((own_org(org) AND (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = attachments.record)))))
  WITH CHECK (own_org(org));
GRANT INSERT, SELECT, UPDATE ON attachments TO niangjia_app;

CREATE TABLE attendances (
  area integer NOT NULL,
  id uuid NOT NULL,
  activity uuid NOT NULL,
  programme text NOT NULL,
  org bigint NOT NULL,
  person uuid NOT NULL,
  role text NOT NULL DEFAULT 'participant'::text,
  method text NOT NULL,
  signed_in timestamp with time zone,
  signed_out timestamp with time zone,
  minutes integer,
  on_date date NOT NULL,
  by_post uuid,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT attendances_pkey PRIMARY KEY (area, id),
  CONSTRAINT attendances_method_check CHECK ((method = ANY (ARRAY['list'::text, 'code'::text, 'import'::text]))),
  CONSTRAINT attendances_minutes_check CHECK (((minutes >= 0) AND (minutes <= 720)))
);
CREATE UNIQUE INDEX attendances_once ON public.attendances USING btree (activity, person);
CREATE INDEX attendances_person ON public.attendances USING btree (person);
-- row security: forced
CREATE POLICY attendances_add ON attendances FOR INSERT TO public
  WITH CHECK (((actor_duty() = 'load'::text) OR (own_org(org) AND (EXISTS ( SELECT
   FROM activities r
  WHERE (r.id = attendances.activity))))));
CREATE POLICY attendances_backup ON attendances FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY attendances_edit ON attendances FOR UPDATE TO public
  USING (((actor_duty() = 'load'::text) OR (own_org(org) AND (EXISTS ( SELECT
   FROM activities r
  WHERE (r.id = attendances.activity))))))
  WITH CHECK (((actor_duty() = 'load'::text) OR (own_org(org) AND (EXISTS ( SELECT
   FROM activities r
  WHERE (r.id = attendances.activity))))));
CREATE POLICY attendances_house ON attendances FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY attendances_keeper ON attendances FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY attendances_pay ON attendances FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY attendances_read ON attendances FOR SELECT TO public
  USING (((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (programme = ANY (( SELECT open_programmes() AS open_programmes)::text[]))) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text])) OR (EXISTS ( SELECT
   FROM activities r
  WHERE (r.id = attendances.activity)))));
CREATE POLICY attendances_remove ON attendances FOR DELETE TO public
  USING (((actor_duty() = 'load'::text) OR (own_org(org) AND (EXISTS ( SELECT
   FROM activities r
  WHERE (r.id = attendances.activity))))));
GRANT DELETE, INSERT, SELECT, UPDATE ON attendances TO niangjia_app;
GRANT SELECT ON attendances TO niangjia_ledger;

CREATE TABLE awards PARTITION OF records FOR VALUES IN ('award');
-- row security: forced
CREATE POLICY awards_add ON awards FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY awards_backup ON awards FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY awards_below ON awards FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY awards_edit ON awards FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY awards_house_edit ON awards FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY awards_house_read ON awards FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY awards_pay_read ON awards FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY awards_pay_turn ON awards FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY awards_read ON awards FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON awards TO niangjia_app;

CREATE TABLE brands (
  area integer NOT NULL,
  id uuid NOT NULL,
  programme text NOT NULL,
  org bigint NOT NULL,
  name text NOT NULL,
  from_date date,
  to_date date,
  revision integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT brands_pkey PRIMARY KEY (area, id),
  CONSTRAINT brands_org_fkey FOREIGN KEY (org) REFERENCES organisations(code),
  CONSTRAINT brands_programme_fkey FOREIGN KEY (programme) REFERENCES programmes(id)
);
CREATE INDEX brands_id ON public.brands USING btree (id);
CREATE INDEX brands_org ON public.brands USING btree (programme, org);
-- row security: forced
CREATE POLICY brands_backup ON brands FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY brands_keep ON brands FOR UPDATE TO public
  USING (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (in_scope(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'organisation'::text])))))
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (in_scope(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'organisation'::text])))));
CREATE POLICY brands_make ON brands FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'organisation'::text])))));
CREATE POLICY brands_read ON brands FOR SELECT TO public
  USING (((actor_post() IS NOT NULL) OR (actor_duty() IS NOT NULL)));
GRANT INSERT, SELECT, UPDATE ON brands TO niangjia_app;

CREATE TABLE break_glass (
  area integer NOT NULL,
  id uuid NOT NULL,
  record uuid NOT NULL,
  org bigint NOT NULL,
  account uuid NOT NULL,
  post uuid NOT NULL,
  reason text NOT NULL,
  asked_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  approved_by uuid,
  approved_at timestamp with time zone,
  expires_at timestamp with time zone,
  owner_told_at timestamp with time zone,
  CONSTRAINT break_glass_pkey PRIMARY KEY (area, id),
  CONSTRAINT break_glass_reason_check CHECK ((length(reason) >= 10))
);
CREATE INDEX break_glass_open ON public.break_glass USING btree (account, record);
CREATE INDEX break_glass_org ON public.break_glass USING btree (org, asked_at);
-- row security: forced
CREATE POLICY break_glass_approve ON break_glass FOR UPDATE TO public
  USING ((own_org(org) AND (actor_role() = 'rights'::text) AND (account <> actor_account())))
  WITH CHECK ((own_org(org) AND (actor_role() = 'rights'::text) AND (account <> actor_account()) AND (approved_by = actor_account())));
CREATE POLICY break_glass_ask ON break_glass FOR INSERT TO public
  WITH CHECK (((account = actor_account()) AND (post = actor_post()) AND (num_nulls(approved_by, approved_at, expires_at) = 3) AND (org = ( SELECT k.org
   FROM sealed_keeper(break_glass.record) k(area, org, handlers)))));
CREATE POLICY break_glass_backup ON break_glass FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY break_glass_read ON break_glass FOR SELECT TO public
  USING (((account = actor_account()) OR (own_org(org) AND (actor_role() = 'rights'::text)) OR ((actor_role() = ANY (ARRAY['auditor'::text, 'security'::text])) AND in_scope(org))));
GRANT INSERT, SELECT, UPDATE (approved_by, approved_at, expires_at) ON break_glass TO niangjia_app;

CREATE TABLE caller_numbers (
  area integer NOT NULL,
  record uuid NOT NULL,
  org bigint NOT NULL,
  phone_hash bytea NOT NULL,
  on_date date NOT NULL,
  CONSTRAINT caller_numbers_pkey PRIMARY KEY (area, record)
);
CREATE INDEX caller_numbers_hash ON public.caller_numbers USING btree (phone_hash, org);
-- row security: forced
CREATE POLICY caller_numbers_add ON caller_numbers FOR INSERT TO public
  WITH CHECK (((org = ( SELECT actor_org() AS actor_org)) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['operator'::text, 'rights'::text])) AND (EXISTS ( SELECT
   FROM cases r
  WHERE (r.id = caller_numbers.record)))));
CREATE POLICY caller_numbers_backup ON caller_numbers FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY caller_numbers_own ON caller_numbers FOR SELECT TO public
  USING (((org = ( SELECT actor_org() AS actor_org)) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['operator'::text, 'rights'::text]))));
GRANT INSERT, SELECT ON caller_numbers TO niangjia_app;

CREATE TABLE cases PARTITION OF records FOR VALUES IN ('case');
CREATE INDEX records_handlers ON public.cases USING gin (handlers);
-- row security: forced
CREATE POLICY cases_add ON cases FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY cases_backup ON cases FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY cases_below ON cases FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY cases_edit ON cases FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY cases_house_edit ON cases FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY cases_house_read ON cases FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY cases_pay_read ON cases FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY cases_pay_turn ON cases FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY cases_read ON cases FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON cases TO niangjia_app;

CREATE TABLE cells (
  area integer NOT NULL,
  measure smallint NOT NULL,
  org bigint NOT NULL,
  month integer NOT NULL,
  grade "char" NOT NULL,
  value bigint NOT NULL,
  entries bigint NOT NULL,
  CONSTRAINT cells_pkey PRIMARY KEY (area, measure, org, month, grade)
);
-- row security: forced
CREATE POLICY cells_backup ON cells FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY cells_fold ON cells FOR ALL TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'verify'::text, 'load'::text])))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'load'::text])));
CREATE POLICY cells_ledger ON cells FOR SELECT TO niangjia_ledger
  USING (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON cells TO niangjia_app;
GRANT SELECT ON cells TO niangjia_ledger;

CREATE TABLE clocks (
  area integer NOT NULL,
  record uuid NOT NULL,
  clock text NOT NULL,
  kind text NOT NULL,
  programme text NOT NULL,
  org bigint NOT NULL,
  legal boolean NOT NULL,
  sealed boolean NOT NULL,
  handlers uuid[] NOT NULL DEFAULT '{}'::uuid[],
  roles text[] NOT NULL,
  started_on date NOT NULL,
  due_on date NOT NULL,
  ended_on date,
  round smallint NOT NULL DEFAULT 0,
  due_at timestamp with time zone,
  paused_on date,
  for_org bigint,
  next_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone,
  duty_org bigint NOT NULL GENERATED ALWAYS AS (COALESCE(for_org, org)) STORED,
  CONSTRAINT clocks_pkey PRIMARY KEY (area, record, clock, started_on, round)
);
CREATE INDEX clocks_due ON public.clocks USING btree (duty_org, due_on) WHERE ((ended_on IS NULL) AND (paused_on IS NULL));
CREATE INDEX clocks_next ON public.clocks USING btree (next_at) WHERE ((ended_on IS NULL) AND (paused_on IS NULL));
CREATE INDEX clocks_record ON public.clocks USING btree (record);
-- row security: forced
CREATE POLICY clocks_backup ON clocks FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY clocks_duty ON clocks FOR SELECT TO public
  USING (((for_org = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)));
CREATE POLICY clocks_hand_read ON clocks FOR SELECT TO public
  USING ((record = ( SELECT actor_hand() AS actor_hand)));
CREATE POLICY clocks_hand_start ON clocks FOR INSERT TO public
  WITH CHECK ((record = ( SELECT actor_hand() AS actor_hand)));
CREATE POLICY clocks_hand_turn ON clocks FOR UPDATE TO public
  USING ((record = ( SELECT actor_hand() AS actor_hand)))
  WITH CHECK ((record = ( SELECT actor_hand() AS actor_hand)));
CREATE POLICY clocks_house ON clocks FOR ALL TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY clocks_leave ON clocks FOR UPDATE TO niangjia_ledger
  USING (sealed)
  WITH CHECK (sealed);
CREATE POLICY clocks_ledger ON clocks FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY clocks_pay_read ON clocks FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY clocks_pay_start ON clocks FOR INSERT TO public
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY clocks_pay_turn ON clocks FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY clocks_read ON clocks FOR SELECT TO public
  USING (((actor_duty() = ANY (ARRAY['verify'::text, 'load'::text, 'repost'::text])) OR ((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND own_org(org) AND (( SELECT actor_role() AS actor_role) = 'rights'::text))));
CREATE POLICY clocks_start ON clocks FOR INSERT TO public
  WITH CHECK (((actor_duty() = ANY (ARRAY['verify'::text, 'load'::text, 'repost'::text])) OR ((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND own_org(org) AND (( SELECT actor_role() AS actor_role) = 'rights'::text))));
CREATE POLICY clocks_turn ON clocks FOR UPDATE TO public
  USING (((actor_duty() = ANY (ARRAY['verify'::text, 'load'::text, 'repost'::text])) OR ((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND own_org(org) AND (( SELECT actor_role() AS actor_role) = 'rights'::text))))
  WITH CHECK (((actor_duty() = ANY (ARRAY['verify'::text, 'load'::text, 'repost'::text])) OR ((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND own_org(org) AND (( SELECT actor_role() AS actor_role) = 'rights'::text))));
GRANT INSERT, SELECT, UPDATE ON clocks TO niangjia_app;
GRANT SELECT, UPDATE (handlers) ON clocks TO niangjia_ledger;

CREATE TABLE consents (
  area integer NOT NULL,
  id uuid NOT NULL,
  person uuid NOT NULL,
  org bigint NOT NULL,
  purpose text NOT NULL,
  recipient text NOT NULL DEFAULT ''::text,
  method text NOT NULL,
  text_version integer NOT NULL DEFAULT 1,
  given_at timestamp with time zone NOT NULL DEFAULT now(),
  withdrawn_at timestamp with time zone,
  by_post uuid,
  CONSTRAINT consents_pkey PRIMARY KEY (area, id),
  CONSTRAINT consents_method_check CHECK ((method = ANY (ARRAY['ticked'::text, 'signed'::text, 'recorded'::text, 'guardian-signed'::text])))
);
CREATE INDEX consents_person ON public.consents USING btree (person, purpose);
-- row security: forced
CREATE POLICY consents_all ON consents FOR ALL TO public
  USING (((actor_duty() = ANY (ARRAY['load'::text, 'erase'::text])) OR (in_scope(org) AND serves_people())))
  WITH CHECK (((actor_duty() = ANY (ARRAY['load'::text, 'erase'::text])) OR (in_scope(org) AND serves_people())));
CREATE POLICY consents_backup ON consents FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
GRANT INSERT, SELECT, UPDATE ON consents TO niangjia_app;

CREATE TABLE day_cells (
  area integer NOT NULL,
  measure smallint NOT NULL,
  org bigint NOT NULL,
  on_date date NOT NULL,
  grade "char" NOT NULL,
  value bigint NOT NULL,
  entries bigint NOT NULL,
  CONSTRAINT day_cells_pkey PRIMARY KEY (area, measure, org, on_date, grade)
);
-- row security: forced
CREATE POLICY day_cells_backup ON day_cells FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY day_cells_fold ON day_cells FOR ALL TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'verify'::text, 'load'::text])))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'load'::text])));
CREATE POLICY day_cells_ledger ON day_cells FOR SELECT TO niangjia_ledger
  USING (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON day_cells TO niangjia_app;
GRANT SELECT ON day_cells TO niangjia_ledger;

CREATE TABLE definition_turns (
  one boolean NOT NULL DEFAULT true,
  turn uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT definition_turns_pkey PRIMARY KEY (one),
  CONSTRAINT definition_turns_one_check CHECK (one)
);
-- row security: forced
CREATE POLICY definition_turns_backup ON definition_turns FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY definition_turns_read ON definition_turns FOR SELECT TO public
  USING (true);
CREATE POLICY definition_turns_turn ON definition_turns FOR ALL TO public
  USING ((actor_duty() = 'load'::text))
  WITH CHECK ((actor_duty() = 'load'::text));
GRANT INSERT, SELECT, UPDATE (turn) ON definition_turns TO niangjia_app;

CREATE TABLE document_prints (
  area integer NOT NULL,
  id uuid NOT NULL,
  document uuid NOT NULL,
  account uuid NOT NULL,
  post uuid NOT NULL,
  by_org bigint NOT NULL,
  purpose text,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT document_prints_pkey PRIMARY KEY (area, id)
);
CREATE INDEX document_prints_document ON public.document_prints USING btree (document, at);
-- row security: forced
CREATE POLICY document_prints_add ON document_prints FOR INSERT TO public
  WITH CHECK (((account = ( SELECT actor_account() AS actor_account)) AND (post = ( SELECT actor_post() AS actor_post)) AND (EXISTS ( SELECT
   FROM documents d
  WHERE (d.id = document_prints.document)))));
CREATE POLICY document_prints_backup ON document_prints FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY document_prints_read ON document_prints FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text])) OR (EXISTS ( SELECT
   FROM documents d
  WHERE (d.id = document_prints.document)))));
GRANT INSERT, SELECT ON document_prints TO niangjia_app;

CREATE TABLE documents (
  area integer NOT NULL,
  id uuid NOT NULL,
  record uuid NOT NULL,
  kind text NOT NULL,
  programme text NOT NULL,
  document text NOT NULL,
  number text NOT NULL,
  issue integer NOT NULL,
  template_version smallint NOT NULL,
  class text NOT NULL,
  for_receiver boolean NOT NULL DEFAULT false,
  persons uuid[] NOT NULL DEFAULT '{}'::uuid[],
  content bytea,
  page bytea,
  content_sha256 bytea NOT NULL,
  page_sha256 bytea NOT NULL,
  made_from bytea NOT NULL,
  action uuid,
  by_account uuid,
  by_post uuid,
  by_org bigint NOT NULL,
  on_date date NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT documents_pkey PRIMARY KEY (area, id),
  CONSTRAINT documents_class_check CHECK ((class = ANY (ARRAY['P0'::text, 'P1'::text, 'P2'::text, 'P3'::text, 'P4'::text])))
);
CREATE INDEX documents_id ON public.documents USING btree (id);
CREATE UNIQUE INDEX documents_issue ON public.documents USING btree (record, document, issue);
CREATE UNIQUE INDEX documents_number ON public.documents USING btree (number);
CREATE INDEX documents_persons ON public.documents USING gin (persons);
-- row security: forced
CREATE POLICY documents_backup ON documents FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY documents_issue ON documents FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR ((record = ( SELECT actor_hand() AS actor_hand)) AND (NOT (by_post IS DISTINCT FROM ( SELECT actor_post() AS actor_post))))));
CREATE POLICY documents_read ON documents FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'erase'::text])) OR (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = documents.record) AND (documents.for_receiver OR (NOT only_received(r.receiver, r.sealed, r.org)) OR (r.id = ( SELECT actor_hand() AS actor_hand))))))));
CREATE POLICY documents_shred ON documents FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'erase'::text))
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'erase'::text) AND (num_nonnulls(content, page) = 0)));
GRANT INSERT, SELECT, UPDATE (content, page) ON documents TO niangjia_app;

CREATE TABLE draft_checks (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  name text NOT NULL,
  texts jsonb NOT NULL,
  numbers integer NOT NULL,
  findings integer NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  by_account uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT draft_checks_pkey PRIMARY KEY (area, id)
);
CREATE INDEX draft_checks_org ON public.draft_checks USING btree (org, at DESC, id DESC);
-- row security: forced
CREATE POLICY draft_checks_add ON draft_checks FOR INSERT TO public
  WITH CHECK ((own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text]))));
CREATE POLICY draft_checks_backup ON draft_checks FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY draft_checks_edit ON draft_checks FOR UPDATE TO public
  USING ((own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text]))))
  WITH CHECK (own_org(org));
CREATE POLICY draft_checks_read ON draft_checks FOR SELECT TO public
  USING ((own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text, 'auditor'::text]))));
GRANT INSERT, SELECT, UPDATE (name, texts, numbers, findings, revision, updated_at) ON draft_checks TO niangjia_app;

CREATE TABLE drafts (
  area integer NOT NULL,
  id uuid NOT NULL,
  account uuid NOT NULL,
  org bigint NOT NULL,
  programme text NOT NULL,
  content bytea NOT NULL,
  key_salt bytea NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  started_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamp with time zone NOT NULL DEFAULT (clock_timestamp() + '7 days'::interval),
  CONSTRAINT drafts_pkey PRIMARY KEY (area, id)
);
CREATE INDEX drafts_account ON public.drafts USING btree (account, updated_at DESC);
CREATE INDEX drafts_expired ON public.drafts USING btree (expires_at);
-- row security: forced
CREATE POLICY drafts_backup ON drafts FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY drafts_own ON drafts FOR ALL TO public
  USING (((account = ( SELECT actor_account() AS actor_account)) AND (expires_at > clock_timestamp())))
  WITH CHECK (((account = ( SELECT actor_account() AS actor_account)) AND (org = ( SELECT actor_org() AS actor_org))));
CREATE POLICY drafts_sweep ON drafts FOR DELETE TO public
  USING (((( SELECT actor_duty() AS actor_duty) = 'erase'::text) AND (expires_at <= clock_timestamp())));
CREATE POLICY drafts_sweep_find ON drafts FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = 'erase'::text) AND (expires_at <= clock_timestamp())));
GRANT DELETE, INSERT, SELECT, UPDATE (content, revision, updated_at, expires_at) ON drafts TO niangjia_app;

CREATE TABLE entries (
  area integer NOT NULL,
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  measure smallint NOT NULL,
  org bigint NOT NULL,
  on_date date NOT NULL,
  value bigint NOT NULL,
  grade "char" NOT NULL,
  person integer,
  record uuid NOT NULL,
  action uuid NOT NULL,
  post uuid,
  reverses bigint,
  tx bigint NOT NULL DEFAULT ledger_tx(),
  posted_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT entries_pkey PRIMARY KEY (area, id),
  CONSTRAINT entries_measure_fkey FOREIGN KEY (measure) REFERENCES measures(no),
  CONSTRAINT entries_check CHECK ((area = (org / '1000000000000'::bigint))),
  CONSTRAINT entries_grade_check CHECK ((grade = ANY (ARRAY['A'::"char", 'B'::"char", 'C'::"char", 'D'::"char"]))),
  CONSTRAINT entries_person_check CHECK ((person > 0)),
  CONSTRAINT entries_value_check CHECK ((value <> 0))
);
CREATE INDEX entries_newest ON public.entries USING btree (measure, on_date, id) WHERE (person IS NULL);
CREATE INDEX entries_person ON public.entries USING btree (measure, person, org) WHERE (person IS NOT NULL);
CREATE INDEX entries_person_day ON public.entries USING btree (measure, on_date, org, person) INCLUDE (value, tx, posted_at) WHERE (person IS NOT NULL);
CREATE INDEX entries_question ON public.entries USING btree (measure, org, on_date) INCLUDE (value, grade);
CREATE INDEX entries_record ON public.entries USING btree (record);
CREATE INDEX entries_tail ON public.entries USING btree (area, measure, tx);
-- row security: forced
CREATE POLICY entries_add ON entries FOR INSERT TO public
  WITH CHECK ((actor_duty() = 'load'::text));
CREATE POLICY entries_backup ON entries FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY entries_ledger ON entries FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY entries_post ON entries FOR INSERT TO niangjia_ledger
  WITH CHECK (true);
CREATE POLICY entries_read ON entries FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'verify'::text, 'repost'::text, 'load'::text])) OR (((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (EXISTS ( SELECT
   FROM (measures m
     JOIN programmes p ON ((p.id = m.programme)))
  WHERE ((m.no = entries.measure) AND (NOT p.confidential) AND (actor_role() = ANY (p.see)))))) OR (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = entries.record) AND r.sealed AND (NOT only_received(r.receiver, r.sealed, r.org)))))));
GRANT INSERT, SELECT ON entries TO niangjia_app;
GRANT INSERT, SELECT ON entries TO niangjia_ledger;

CREATE TABLE finding_answers (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  finding text NOT NULL,
  reason text NOT NULL,
  by_account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT finding_answers_pkey PRIMARY KEY (area, id, finding),
  CONSTRAINT finding_answers_area_id_fkey FOREIGN KEY (area, id) REFERENCES draft_checks(area, id)
);
-- row security: forced
CREATE POLICY finding_answers_add ON finding_answers FOR INSERT TO public
  WITH CHECK ((own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text]))));
CREATE POLICY finding_answers_backup ON finding_answers FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY finding_answers_read ON finding_answers FOR SELECT TO public
  USING ((own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text, 'auditor'::text]))));
CREATE POLICY finding_answers_take_back ON finding_answers FOR DELETE TO public
  USING ((own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text]))));
GRANT DELETE, INSERT, SELECT ON finding_answers TO niangjia_app;

CREATE TABLE fold_states (
  area integer NOT NULL,
  snap_xmin bigint NOT NULL,
  snap_xmax bigint NOT NULL,
  snap_xip bigint[] NOT NULL DEFAULT '{}'::bigint[],
  folded_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT fold_states_pkey PRIMARY KEY (area)
);
-- row security: forced
CREATE POLICY fold_states_backup ON fold_states FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY fold_states_fold ON fold_states FOR ALL TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'verify'::text, 'load'::text])))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'load'::text])));
CREATE POLICY fold_states_ledger ON fold_states FOR SELECT TO niangjia_ledger
  USING (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON fold_states TO niangjia_app;
GRANT SELECT ON fold_states TO niangjia_ledger;

CREATE TABLE fund_balances (
  area integer NOT NULL,
  fund uuid NOT NULL,
  account text NOT NULL,
  org bigint NOT NULL,
  fen bigint NOT NULL,
  lines bigint NOT NULL,
  CONSTRAINT fund_balances_pkey PRIMARY KEY (area, fund, account)
);
-- row security: forced
CREATE POLICY fund_balances_backup ON fund_balances FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY fund_balances_house ON fund_balances FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY fund_balances_keep ON fund_balances FOR ALL TO niangjia_ledger
  USING (true)
  WITH CHECK (true);
CREATE POLICY fund_balances_ledger ON fund_balances FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY fund_balances_load ON fund_balances FOR INSERT TO public
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'load'::text));
CREATE POLICY fund_balances_read ON fund_balances FOR SELECT TO public
  USING ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND ( SELECT sees_money() AS sees_money)));
GRANT INSERT, SELECT, UPDATE ON fund_balances TO niangjia_ledger;
GRANT SELECT ON fund_balances TO niangjia_app;

CREATE TABLE fund_budgets (
  area integer NOT NULL,
  id uuid NOT NULL,
  fund uuid NOT NULL,
  org bigint NOT NULL,
  record uuid,
  name text NOT NULL,
  planned bigint NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  by_post uuid,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT fund_budgets_pkey PRIMARY KEY (area, id),
  CONSTRAINT fund_budgets_area_fund_fkey FOREIGN KEY (area, fund) REFERENCES funds(area, id),
  CONSTRAINT fund_budgets_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60))),
  CONSTRAINT fund_budgets_planned_check CHECK ((planned >= 0))
);
CREATE INDEX fund_budgets_fund ON public.fund_budgets USING btree (fund, id);
CREATE UNIQUE INDEX fund_budgets_record ON public.fund_budgets USING btree (fund, record) WHERE (record IS NOT NULL);
-- row security: forced
CREATE POLICY fund_budgets_add ON fund_budgets FOR INSERT TO public
  WITH CHECK ((own_org(org) AND (actor_role() = 'finance'::text)));
CREATE POLICY fund_budgets_backup ON fund_budgets FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY fund_budgets_edit ON fund_budgets FOR UPDATE TO public
  USING ((own_org(org) AND (actor_role() = 'finance'::text)))
  WITH CHECK ((own_org(org) AND (actor_role() = 'finance'::text)));
CREATE POLICY fund_budgets_house ON fund_budgets FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY fund_budgets_ledger ON fund_budgets FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY fund_budgets_load ON fund_budgets FOR INSERT TO public
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'load'::text));
CREATE POLICY fund_budgets_read ON fund_budgets FOR SELECT TO public
  USING ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND ( SELECT sees_money() AS sees_money)));
GRANT INSERT, SELECT, UPDATE (name, planned, revision) ON fund_budgets TO niangjia_app;
GRANT SELECT ON fund_budgets TO niangjia_ledger;

CREATE TABLE fund_period_events (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  month integer NOT NULL,
  step text NOT NULL,
  reason text,
  account uuid NOT NULL,
  post uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT fund_period_events_pkey PRIMARY KEY (area, id),
  CONSTRAINT fund_period_events_step_check CHECK ((step = ANY (ARRAY['ask'::text, 'confirm'::text, 'give-back'::text, 'ask-reopen'::text, 'reopen'::text, 'keep-closed'::text])))
);
CREATE INDEX fund_period_events_month ON public.fund_period_events USING btree (org, month, at);
-- row security: forced
CREATE POLICY fund_period_events_add ON fund_period_events FOR INSERT TO public
  WITH CHECK ((own_org(org) AND (account = actor_account()) AND (post = actor_post())));
CREATE POLICY fund_period_events_backup ON fund_period_events FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY fund_period_events_house ON fund_period_events FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY fund_period_events_ledger ON fund_period_events FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY fund_period_events_load ON fund_period_events FOR INSERT TO public
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'load'::text));
CREATE POLICY fund_period_events_read ON fund_period_events FOR SELECT TO public
  USING ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND ( SELECT sees_money() AS sees_money)));
GRANT INSERT, SELECT ON fund_period_events TO niangjia_app;
GRANT SELECT ON fund_period_events TO niangjia_ledger;

CREATE TABLE fund_periods (
  area integer NOT NULL,
  org bigint NOT NULL,
  month integer NOT NULL,
  state text NOT NULL,
  asked_by uuid NOT NULL,
  confirmed_by uuid,
  reason text,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT fund_periods_pkey PRIMARY KEY (area, org, month),
  CONSTRAINT fund_periods_org_fkey FOREIGN KEY (org) REFERENCES organisations(code),
  CONSTRAINT fund_periods_check CHECK ((confirmed_by <> asked_by)),
  CONSTRAINT fund_periods_check1 CHECK (((state <> 'reopen-asked'::text) OR (length(reason) >= 4))),
  CONSTRAINT fund_periods_month_check CHECK ((((month % 100) >= 1) AND ((month % 100) <= 12))),
  CONSTRAINT fund_periods_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'closed'::text, 'reopen-asked'::text, 'open'::text])))
);
-- row security: forced
CREATE POLICY fund_periods_ask ON fund_periods FOR INSERT TO public
  WITH CHECK ((own_org(org) AND (actor_role() = 'finance'::text) AND (state = 'asked'::text) AND (asked_by = actor_account()) AND (confirmed_by IS NULL)));
CREATE POLICY fund_periods_backup ON fund_periods FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY fund_periods_house ON fund_periods FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY fund_periods_ledger ON fund_periods FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY fund_periods_load ON fund_periods FOR INSERT TO public
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'load'::text));
CREATE POLICY fund_periods_read ON fund_periods FOR SELECT TO public
  USING ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND ( SELECT sees_money() AS sees_money)));
CREATE POLICY fund_periods_turn ON fund_periods FOR UPDATE TO public
  USING ((own_org(org) AND (actor_role() = ANY (ARRAY['finance'::text, 'chair'::text]))))
  WITH CHECK ((own_org(org) AND (actor_role() = ANY (ARRAY['finance'::text, 'chair'::text])) AND ((actor_account() = asked_by) OR (actor_account() = confirmed_by)) AND ((state <> 'closed'::text) OR (actor_role() = 'chair'::text)) AND ((state <> 'open'::text) OR (confirmed_by = actor_account()))));
GRANT INSERT, SELECT, UPDATE (state, asked_by, confirmed_by, reason, at) ON fund_periods TO niangjia_app;
GRANT SELECT ON fund_periods TO niangjia_ledger;

CREATE TABLE fund_transfers (
  area integer NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  org bigint NOT NULL,
  fund uuid NOT NULL,
  to_org bigint,
  to_fund uuid,
  giver text,
  fen bigint NOT NULL,
  on_date date NOT NULL,
  purpose text NOT NULL,
  reference text NOT NULL DEFAULT ''::text,
  state text NOT NULL DEFAULT 'prepared'::text,
  prepared_by uuid NOT NULL,
  prepared_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  approved_by uuid,
  approved_at timestamp with time zone,
  received_by uuid,
  received_at timestamp with time zone,
  received_on date,
  ended_by uuid,
  end_reason text,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT fund_transfers_pkey PRIMARY KEY (area, id),
  CONSTRAINT fund_transfers_check CHECK ((approved_by <> prepared_by)),
  CONSTRAINT fund_transfers_check1 CHECK (((kind = 'transfer'::text) = ((to_fund IS NOT NULL) AND (to_org IS NOT NULL)))),
  CONSTRAINT fund_transfers_check2 CHECK ((to_fund <> fund)),
  CONSTRAINT fund_transfers_check3 CHECK (((kind = ANY (ARRAY['receive'::text, 'receive-goods'::text])) = (giver IS NOT NULL))),
  CONSTRAINT fund_transfers_check4 CHECK (((state <> 'received'::text) OR (kind = 'transfer'::text))),
  CONSTRAINT fund_transfers_fen_check CHECK ((fen > 0)),
  CONSTRAINT fund_transfers_giver_check CHECK ((giver = ANY (ARRAY['budget'::text, 'lottery'::text, 'foundation'::text, 'enterprise'::text, 'person'::text, 'above'::text, 'other'::text]))),
  CONSTRAINT fund_transfers_kind_check CHECK ((kind = ANY (ARRAY['receive'::text, 'receive-goods'::text, 'allocate'::text, 'transfer'::text]))),
  CONSTRAINT fund_transfers_purpose_check CHECK (((length(purpose) >= 2) AND (length(purpose) <= 200))),
  CONSTRAINT fund_transfers_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'approved'::text, 'received'::text, 'cancelled'::text])))
);
CREATE INDEX fund_transfers_fund ON public.fund_transfers USING btree (fund, state);
CREATE INDEX fund_transfers_id ON public.fund_transfers USING btree (id);
CREATE INDEX fund_transfers_org ON public.fund_transfers USING btree (org, id);
CREATE INDEX fund_transfers_to ON public.fund_transfers USING btree (to_org, id) WHERE (to_org IS NOT NULL);
-- row security: forced
CREATE POLICY fund_transfers_backup ON fund_transfers FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY fund_transfers_decide ON fund_transfers FOR UPDATE TO public
  USING (((own_org(org) AND (actor_role() = ANY (ARRAY['finance'::text, 'chair'::text]))) OR (own_org(to_org) AND (actor_role() = 'finance'::text) AND (state = 'approved'::text))))
  WITH CHECK ((((state = 'approved'::text) AND own_org(org) AND (approved_by = actor_account())) OR ((state = 'received'::text) AND own_org(to_org) AND (actor_role() = 'finance'::text) AND (received_by = actor_account())) OR ((state = 'cancelled'::text) AND (ended_by = actor_account()))));
CREATE POLICY fund_transfers_house ON fund_transfers FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY fund_transfers_ledger ON fund_transfers FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY fund_transfers_load ON fund_transfers FOR INSERT TO public
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'load'::text));
CREATE POLICY fund_transfers_prepare ON fund_transfers FOR INSERT TO public
  WITH CHECK ((own_org(org) AND (actor_role() = 'finance'::text) AND (state = 'prepared'::text) AND (prepared_by = actor_account()) AND (num_nulls(approved_by, received_by, ended_by) = 3)));
CREATE POLICY fund_transfers_read ON fund_transfers FOR SELECT TO public
  USING ((( SELECT sees_money() AS sees_money) AND (((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((to_org >= ( SELECT actor_lo() AS actor_lo)) AND (to_org <= ( SELECT actor_hi() AS actor_hi))))));
GRANT INSERT, SELECT, UPDATE (state, approved_by, approved_at, received_by, received_at, received_on, ended_by, end_reason) ON fund_transfers TO niangjia_app;
GRANT SELECT ON fund_transfers TO niangjia_ledger;

CREATE TABLE funds (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  source text NOT NULL,
  from_date date NOT NULL,
  to_date date,
  programmes text[] NOT NULL DEFAULT '{}'::text[],
  end_reason text,
  revision integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  created_by uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT funds_pkey PRIMARY KEY (area, id),
  CONSTRAINT funds_org_fkey FOREIGN KEY (org) REFERENCES organisations(code),
  CONSTRAINT funds_check CHECK ((to_date >= from_date)),
  CONSTRAINT funds_check1 CHECK ((area = (org / '1000000000000'::bigint))),
  CONSTRAINT funds_code_check CHECK (((length(code) >= 1) AND (length(code) <= 20))),
  CONSTRAINT funds_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60))),
  CONSTRAINT funds_source_check CHECK ((source = ANY (ARRAY['budget'::text, 'lottery'::text, 'foundation'::text, 'raised'::text, 'from-above'::text])))
);
CREATE UNIQUE INDEX funds_code ON public.funds USING btree (area, org, code);
CREATE INDEX funds_id ON public.funds USING btree (id);
CREATE INDEX funds_org ON public.funds USING btree (org, id);
-- row security: forced
CREATE POLICY funds_add ON funds FOR INSERT TO public
  WITH CHECK ((own_org(org) AND (actor_role() = 'finance'::text) AND (created_by = actor_post())));
CREATE POLICY funds_backup ON funds FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY funds_edit ON funds FOR UPDATE TO public
  USING ((own_org(org) AND (actor_role() = 'finance'::text)))
  WITH CHECK ((own_org(org) AND (actor_role() = 'finance'::text)));
CREATE POLICY funds_house ON funds FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY funds_ledger ON funds FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY funds_load ON funds FOR INSERT TO public
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'load'::text));
CREATE POLICY funds_read ON funds FOR SELECT TO public
  USING (((( SELECT actor_post() AS actor_post) IS NOT NULL) AND (((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR org_covers(org, ( SELECT actor_org() AS actor_org)))));
GRANT INSERT, SELECT, UPDATE (name, purpose, to_date, programmes, end_reason, revision) ON funds TO niangjia_app;
GRANT SELECT ON funds TO niangjia_ledger;

CREATE TABLE handler_requests (
  area integer NOT NULL,
  id uuid NOT NULL,
  record uuid NOT NULL,
  account uuid NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  decided_by uuid,
  decided_at timestamp with time zone,
  agreed boolean,
  CONSTRAINT handler_requests_pkey PRIMARY KEY (area, id),
  CONSTRAINT handler_requests_check CHECK ((num_nulls(decided_by, decided_at, agreed) = ANY (ARRAY[0, 3]))),
  CONSTRAINT handler_requests_check1 CHECK (((decided_by <> asked_by) AND (decided_by <> account)))
);
CREATE UNIQUE INDEX handler_requests_open ON public.handler_requests USING btree (record, account) WHERE (decided_at IS NULL);
CREATE INDEX handler_requests_record ON public.handler_requests USING btree (record) WHERE (decided_at IS NULL);
-- row security: forced
CREATE POLICY handler_requests_ask ON handler_requests FOR INSERT TO public
  WITH CHECK (((asked_by = ( SELECT actor_account() AS actor_account)) AND (decided_at IS NULL) AND (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = handler_requests.record) AND r.sealed AND ((r.org / 10000) = ( SELECT (actor_org() / 10000))) AND ((( SELECT actor_account() AS actor_account) = ANY (r.handlers)) OR (( SELECT actor_role() AS actor_role) = 'rights'::text)))))));
CREATE POLICY handler_requests_backup ON handler_requests FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY handler_requests_decide ON handler_requests FOR UPDATE TO public
  USING (((decided_at IS NULL) AND (asked_by <> ( SELECT actor_account() AS actor_account)) AND (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = handler_requests.record) AND ((r.org / 10000) = ( SELECT (actor_org() / 10000))) AND ((( SELECT actor_account() AS actor_account) = ANY (r.handlers)) OR (( SELECT actor_role() AS actor_role) = 'rights'::text)))))))
  WITH CHECK ((decided_by = ( SELECT actor_account() AS actor_account)));
CREATE POLICY handler_requests_read ON handler_requests FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text])) OR (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = handler_requests.record) AND (NOT only_received(r.receiver, r.sealed, r.org)))))));
GRANT INSERT, SELECT, UPDATE (decided_by, decided_at, agreed) ON handler_requests TO niangjia_app;

CREATE TABLE household_members (
  area integer NOT NULL,
  household uuid NOT NULL,
  person uuid NOT NULL,
  relation text NOT NULL,
  from_date date,
  to_date date,
  CONSTRAINT household_members_pkey PRIMARY KEY (area, household, person),
  CONSTRAINT household_members_area_household_fkey FOREIGN KEY (area, household) REFERENCES households(area, id)
);
CREATE INDEX household_members_person ON public.household_members USING btree (person);
-- row security: forced
CREATE POLICY household_members_all ON household_members FOR ALL TO public
  USING (((actor_duty() = ANY (ARRAY['load'::text, 'erase'::text])) OR (EXISTS ( SELECT
   FROM households h
  WHERE ((h.area = household_members.area) AND (h.id = household_members.household))))))
  WITH CHECK (((actor_duty() = ANY (ARRAY['load'::text, 'erase'::text])) OR (EXISTS ( SELECT
   FROM households h
  WHERE ((h.area = household_members.area) AND (h.id = household_members.household))))));
CREATE POLICY household_members_backup ON household_members FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
GRANT DELETE, INSERT, SELECT, UPDATE ON household_members TO niangjia_app;

CREATE TABLE households (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  address text NOT NULL DEFAULT ''::text,
  revision integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT households_pkey PRIMARY KEY (area, id),
  CONSTRAINT households_org_fkey FOREIGN KEY (org) REFERENCES organisations(code)
);
CREATE INDEX households_org ON public.households USING btree (org, id);
-- row security: forced
CREATE POLICY households_all ON households FOR ALL TO public
  USING (((actor_duty() = 'load'::text) OR (in_scope(org) AND serves_people())))
  WITH CHECK (((actor_duty() = 'load'::text) OR (in_scope(org) AND serves_people())));
CREATE POLICY households_backup ON households FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
GRANT INSERT, SELECT, UPDATE ON households TO niangjia_app;

CREATE TABLE imports (
  area integer NOT NULL,
  id uuid NOT NULL,
  programme text NOT NULL,
  org bigint NOT NULL,
  record uuid,
  account uuid NOT NULL,
  post uuid NOT NULL,
  file_name text NOT NULL,
  stored_as text NOT NULL,
  dry_run boolean NOT NULL,
  state text NOT NULL,
  rows_total integer,
  rows_done integer NOT NULL DEFAULT 0,
  rows_wrong integer NOT NULL DEFAULT 0,
  result_as text,
  message text,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamp with time zone,
  CONSTRAINT imports_pkey PRIMARY KEY (area, id),
  CONSTRAINT imports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'checking'::text, 'writing'::text, 'done'::text, 'refused'::text, 'failed'::text])))
);
CREATE INDEX imports_org ON public.imports USING btree (org, at DESC, id DESC);
-- row security: forced
CREATE POLICY imports_backup ON imports FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY imports_own ON imports FOR ALL TO public
  USING (((account = actor_account()) OR (actor_duty() = 'load'::text)))
  WITH CHECK (((account = actor_account()) OR (actor_duty() = 'load'::text)));
GRANT INSERT, SELECT, UPDATE ON imports TO niangjia_app;

CREATE TABLE indicator_steps (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  value uuid NOT NULL,
  step text NOT NULL,
  told numeric(16,4),
  reason text,
  by_account uuid,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT indicator_steps_pkey PRIMARY KEY (area, id),
  CONSTRAINT indicator_steps_area_value_fkey FOREIGN KEY (area, value) REFERENCES indicator_values(area, id),
  CONSTRAINT indicator_steps_step_check CHECK ((step = ANY (ARRAY['request'::text, 'report'::text, 'mend'::text, 'absent'::text, 'check'::text, 'publish'::text, 'return'::text])))
);
CREATE INDEX indicator_steps_value ON public.indicator_steps USING btree (area, value, at);
-- row security: forced
CREATE POLICY indicator_steps_add ON indicator_steps FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (in_scope(org) AND (by_account = ( SELECT actor_account() AS actor_account)) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text])))));
CREATE POLICY indicator_steps_backup ON indicator_steps FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY indicator_steps_read ON indicator_steps FOR SELECT TO public
  USING ((EXISTS ( SELECT
   FROM indicator_values v
  WHERE ((v.area = indicator_steps.area) AND (v.id = indicator_steps.value)))));
GRANT INSERT, SELECT ON indicator_steps TO niangjia_app;

CREATE TABLE indicator_values (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  indicator text NOT NULL,
  definition smallint NOT NULL,
  year smallint NOT NULL,
  version smallint NOT NULL,
  state text NOT NULL,
  form text NOT NULL DEFAULT 'level'::text,
  value numeric(16,4),
  numerator numeric(18,4),
  denominator numeric(18,4),
  base_term text,
  base_value numeric(16,4),
  source text,
  page text,
  absent text,
  note text,
  reason text,
  due_on date,
  reported_by uuid,
  reported_at timestamp with time zone,
  checked_by uuid,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT indicator_values_pkey PRIMARY KEY (area, id),
  CONSTRAINT indicator_values_org_fkey FOREIGN KEY (org) REFERENCES organisations(code),
  CONSTRAINT indicator_values_absent_check CHECK ((absent = ANY (ARRAY['not-collected'::text, 'not-yet'::text, 'refused'::text, 'other'::text]))),
  CONSTRAINT indicator_values_check CHECK (((state <> ALL (ARRAY['reported'::text, 'checked'::text, 'published'::text])) OR ((value IS NOT NULL) AND (source IS NOT NULL)))),
  CONSTRAINT indicator_values_check1 CHECK (((state <> 'absent'::text) OR (absent IS NOT NULL))),
  CONSTRAINT indicator_values_check2 CHECK ((num_nulls(numerator, denominator) = ANY (ARRAY[0, 2]))),
  CONSTRAINT indicator_values_check3 CHECK (((state <> 'published'::text) OR (form = 'level'::text) OR (num_nulls(base_term, base_value) = 0))),
  CONSTRAINT indicator_values_check4 CHECK (((checked_by IS NULL) OR (reported_by IS NULL) OR (checked_by <> reported_by))),
  CONSTRAINT indicator_values_check5 CHECK (((version = 1) OR (length(reason) >= 2))),
  CONSTRAINT indicator_values_denominator_check CHECK ((denominator > (0)::numeric)),
  CONSTRAINT indicator_values_form_check CHECK ((form = ANY (ARRAY['level'::text, 'change'::text]))),
  CONSTRAINT indicator_values_numerator_check CHECK ((numerator >= (0)::numeric)),
  CONSTRAINT indicator_values_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'reported'::text, 'checked'::text, 'published'::text, 'absent'::text]))),
  CONSTRAINT indicator_values_version_check CHECK ((version >= 1)),
  CONSTRAINT indicator_values_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);
CREATE UNIQUE INDEX indicator_values_once ON public.indicator_values USING btree (area, org, indicator, year, version);
CREATE INDEX indicator_values_series ON public.indicator_values USING btree (indicator, org, year DESC, version DESC);
CREATE INDEX indicator_values_waiting ON public.indicator_values USING btree (org, state) WHERE (state = ANY (ARRAY['requested'::text, 'reported'::text, 'checked'::text]));
-- row security: forced
CREATE POLICY indicator_values_add ON indicator_values FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (in_scope(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text])) AND (checked_by IS NULL) AND ((state = 'requested'::text) OR ((state = ANY (ARRAY['reported'::text, 'absent'::text])) AND (reported_by = ( SELECT actor_account() AS actor_account)))))));
CREATE POLICY indicator_values_backup ON indicator_values FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY indicator_values_desk ON indicator_values FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (in_scope(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'auditor'::text])))));
CREATE POLICY indicator_values_published ON indicator_values FOR SELECT TO public
  USING (((( SELECT actor_post() AS actor_post) IS NOT NULL) AND (state = ANY (ARRAY['published'::text, 'absent'::text]))));
CREATE POLICY indicator_values_step ON indicator_values FOR UPDATE TO public
  USING ((in_scope(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text])) AND (state = ANY (ARRAY['requested'::text, 'reported'::text, 'checked'::text]))))
  WITH CHECK ((in_scope(org) AND ((state = 'requested'::text) OR ((reported_by = ( SELECT actor_account() AS actor_account)) = (state = ANY (ARRAY['reported'::text, 'absent'::text]))))));
GRANT INSERT, SELECT, UPDATE (definition, state, form, value, numerator, denominator, base_term, base_value, source, page, absent, note, reason, reported_by, reported_at, checked_by) ON indicator_values TO niangjia_app;

CREATE TABLE indicators (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  code text NOT NULL,
  version smallint NOT NULL,
  outline text NOT NULL,
  domain text NOT NULL,
  name text NOT NULL,
  name_en text,
  unit text NOT NULL,
  decimals smallint NOT NULL,
  direction text NOT NULL,
  numerator text NOT NULL DEFAULT ''::text,
  denominator text NOT NULL DEFAULT ''::text,
  department text NOT NULL,
  level text NOT NULL,
  base_year smallint NOT NULL,
  targets jsonb NOT NULL DEFAULT '[]'::jsonb,
  reason text,
  by_account uuid,
  by_name text,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT indicators_pkey PRIMARY KEY (area, id),
  CONSTRAINT indicators_org_fkey FOREIGN KEY (org) REFERENCES organisations(code),
  CONSTRAINT indicators_base_year_check CHECK (((base_year >= 1990) AND (base_year <= 2100))),
  CONSTRAINT indicators_check CHECK (((version = 1) OR (length(reason) >= 2))),
  CONSTRAINT indicators_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'::text)),
  CONSTRAINT indicators_decimals_check CHECK (((decimals >= 0) AND (decimals <= 3))),
  CONSTRAINT indicators_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text]))),
  CONSTRAINT indicators_level_check CHECK ((level = ANY (ARRAY['region'::text, 'league'::text, 'banner'::text]))),
  CONSTRAINT indicators_outline_check CHECK ((outline = ANY (ARRAY['women'::text, 'children'::text]))),
  CONSTRAINT indicators_unit_check CHECK ((unit = ANY (ARRAY['percent'::text, 'per-mille'::text, 'per-100k'::text, 'age'::text, 'years'::text, 'ratio'::text, 'places'::text]))),
  CONSTRAINT indicators_version_check CHECK ((version >= 1))
);
CREATE UNIQUE INDEX indicators_once ON public.indicators USING btree (area, org, code, version);
-- row security: forced
CREATE POLICY indicators_backup ON indicators FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY indicators_make ON indicators FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text])))));
CREATE POLICY indicators_read ON indicators FOR SELECT TO public
  USING (((( SELECT actor_post() AS actor_post) IS NOT NULL) OR (( SELECT actor_duty() AS actor_duty) = 'load'::text)));
GRANT INSERT, SELECT ON indicators TO niangjia_app;

CREATE TABLE initiative_programmes (
  area integer NOT NULL,
  initiative uuid NOT NULL,
  programme text NOT NULL,
  org bigint NOT NULL,
  post uuid,
  added_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  removed_at timestamp with time zone,
  CONSTRAINT initiative_programmes_pkey PRIMARY KEY (area, initiative, programme)
);
-- row security: forced
CREATE POLICY initiative_programmes_add ON initiative_programmes FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'organisation'::text])))));
CREATE POLICY initiative_programmes_backup ON initiative_programmes FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY initiative_programmes_change ON initiative_programmes FOR UPDATE TO public
  USING ((own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'organisation'::text]))))
  WITH CHECK ((own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'organisation'::text]))));
CREATE POLICY initiative_programmes_read ON initiative_programmes FOR SELECT TO public
  USING (((actor_post() IS NOT NULL) OR (actor_duty() IS NOT NULL)));
GRANT INSERT, SELECT, UPDATE ON initiative_programmes TO niangjia_app;
GRANT SELECT ON initiative_programmes TO niangjia_ledger;

CREATE TABLE initiative_records (
  area integer NOT NULL,
  initiative uuid NOT NULL,
  record uuid NOT NULL,
  programme text NOT NULL,
  org bigint NOT NULL,
  post uuid,
  added_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  removed_at timestamp with time zone,
  CONSTRAINT initiative_records_pkey PRIMARY KEY (area, initiative, record)
);
CREATE INDEX initiative_records_of ON public.initiative_records USING btree (initiative, record) WHERE (removed_at IS NULL);
CREATE INDEX initiative_records_record ON public.initiative_records USING btree (record);
-- row security: forced
CREATE POLICY initiative_records_add ON initiative_records FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = initiative_records.record) AND (r.org = initiative_records.org) AND (r.programme = initiative_records.programme)))) AND (NOT (EXISTS ( SELECT
   FROM programmes p
  WHERE ((p.id = initiative_records.programme) AND p.confidential)))))));
CREATE POLICY initiative_records_backup ON initiative_records FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY initiative_records_change ON initiative_records FOR UPDATE TO public
  USING ((own_org(org) AND (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = initiative_records.record)))))
  WITH CHECK ((own_org(org) AND (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = initiative_records.record) AND (r.org = initiative_records.org))))));
CREATE POLICY initiative_records_ledger ON initiative_records FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY initiative_records_read ON initiative_records FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = initiative_records.record)))));
GRANT INSERT, SELECT, UPDATE ON initiative_records TO niangjia_app;
GRANT SELECT ON initiative_records TO niangjia_ledger;

CREATE TABLE items PARTITION OF records FOR VALUES IN ('item');
-- row security: forced
CREATE POLICY items_add ON items FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY items_backup ON items FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY items_below ON items FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY items_edit ON items FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY items_house_edit ON items FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY items_house_read ON items FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY items_pay_read ON items FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY items_pay_turn ON items FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY items_read ON items FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON items TO niangjia_app;

CREATE TABLE ledger_offset (
  singleton boolean NOT NULL DEFAULT true,
  value bigint NOT NULL DEFAULT 0,
  CONSTRAINT ledger_offset_pkey PRIMARY KEY (singleton),
  CONSTRAINT ledger_offset_singleton_check CHECK (singleton)
);
-- row security: forced
CREATE POLICY ledger_offset_backup ON ledger_offset FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY ledger_offset_load ON ledger_offset FOR UPDATE TO public
  USING ((actor_duty() = 'load'::text))
  WITH CHECK ((actor_duty() = 'load'::text));
CREATE POLICY ledger_offset_read ON ledger_offset FOR SELECT TO public
  USING (true);
GRANT SELECT ON ledger_offset TO niangjia_ledger;
GRANT SELECT, UPDATE ON ledger_offset TO niangjia_app;

CREATE TABLE listings PARTITION OF records FOR VALUES IN ('listing');
-- row security: forced
CREATE POLICY listings_add ON listings FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY listings_backup ON listings FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY listings_below ON listings FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY listings_edit ON listings FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY listings_house_edit ON listings FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY listings_house_read ON listings FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY listings_pay_read ON listings FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY listings_pay_turn ON listings FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY listings_read ON listings FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON listings TO niangjia_app;

CREATE TABLE local_programmes (
  area integer NOT NULL,
  id text NOT NULL,
  org bigint NOT NULL,
  closed_at timestamp with time zone,
  closed_by uuid,
  close_reason text,
  demo boolean NOT NULL DEFAULT false,
  made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT local_programmes_pkey PRIMARY KEY (area, id),
  CONSTRAINT local_programmes_check CHECK ((split_part(id, '-'::text, 2) = (area)::text)),
  CONSTRAINT local_programmes_check1 CHECK ((num_nulls(closed_at, closed_by, close_reason) = ANY (ARRAY[0, 3]))),
  CONSTRAINT local_programmes_close_reason_check CHECK (((length(close_reason) >= 2) AND (length(close_reason) <= 500))),
  CONSTRAINT local_programmes_id_check CHECK ((id ~ '^local-[0-9]{4}-[0-9a-f]{10}$'::text))
);
CREATE INDEX local_programmes_org ON public.local_programmes USING btree (org);
-- row security: forced
CREATE POLICY local_programmes_backup ON local_programmes FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY local_programmes_close ON local_programmes FOR UPDATE TO public
  USING (((org = actor_org()) AND (actor_role() = 'administrator'::text) AND (closed_at IS NULL)))
  WITH CHECK ((closed_by = actor_account()));
CREATE POLICY local_programmes_follow ON local_programmes FOR UPDATE TO public
  USING ((actor_duty() = 'load'::text))
  WITH CHECK ((actor_duty() = 'load'::text));
CREATE POLICY local_programmes_make ON local_programmes FOR INSERT TO public
  WITH CHECK (((actor_duty() = 'load'::text) OR ((org = actor_org()) AND ((org % '10000000000'::bigint) = 0) AND (actor_role() = 'administrator'::text) AND (closed_at IS NULL) AND (NOT demo))));
CREATE POLICY local_programmes_read ON local_programmes FOR SELECT TO public
  USING ((((( SELECT actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'chair'::text, 'auditor'::text])) AND in_scope(org)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'verify'::text]))));
GRANT INSERT, SELECT, UPDATE (org, closed_at, closed_by, close_reason) ON local_programmes TO niangjia_app;

CREATE TABLE local_versions (
  area integer NOT NULL,
  programme text NOT NULL,
  version smallint NOT NULL,
  org bigint NOT NULL,
  state text NOT NULL DEFAULT 'draft'::text,
  spec jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  submitted_by uuid,
  submitted_at timestamp with time zone,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  sha256 text,
  CONSTRAINT local_versions_pkey PRIMARY KEY (area, programme, version),
  CONSTRAINT local_versions_area_programme_fkey FOREIGN KEY (area, programme) REFERENCES local_programmes(area, id),
  CONSTRAINT local_versions_check CHECK (((decided_by <> made_by) AND (decided_by <> submitted_by))),
  CONSTRAINT local_versions_check1 CHECK (((state = 'in-force'::text) = (sha256 IS NOT NULL))),
  CONSTRAINT local_versions_check2 CHECK (((state <> 'submitted'::text) OR (submitted_by IS NOT NULL))),
  CONSTRAINT local_versions_check3 CHECK (((state <> 'in-force'::text) OR (num_nulls(submitted_by, submitted_at, decided_by, decided_at) = 0))),
  CONSTRAINT local_versions_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  CONSTRAINT local_versions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'in-force'::text]))),
  CONSTRAINT local_versions_version_check CHECK (((version >= 1) AND (version <= 999)))
);
CREATE UNIQUE INDEX local_versions_open ON public.local_versions USING btree (area, programme) WHERE (state <> 'in-force'::text);
CREATE INDEX local_versions_org ON public.local_versions USING btree (org);
-- row security: forced
CREATE POLICY local_versions_backup ON local_versions FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY local_versions_compose ON local_versions FOR UPDATE TO public
  USING (((org = actor_org()) AND (actor_role() = 'administrator'::text) AND (state = ANY (ARRAY['draft'::text, 'submitted'::text]))))
  WITH CHECK (((org = actor_org()) AND (state = ANY (ARRAY['draft'::text, 'submitted'::text])) AND ((state = 'draft'::text) OR (submitted_by = actor_account()))));
CREATE POLICY local_versions_decide ON local_versions FOR UPDATE TO public
  USING (((org = actor_org()) AND (actor_role() = 'chair'::text) AND (state = 'submitted'::text) AND ((actor_account() <> made_by) AND (actor_account() <> submitted_by))))
  WITH CHECK (((org = actor_org()) AND (state = ANY (ARRAY['draft'::text, 'in-force'::text])) AND (decided_by = actor_account())));
CREATE POLICY local_versions_follow ON local_versions FOR UPDATE TO public
  USING ((actor_duty() = 'load'::text))
  WITH CHECK ((actor_duty() = 'load'::text));
CREATE POLICY local_versions_make ON local_versions FOR INSERT TO public
  WITH CHECK (((actor_duty() = 'load'::text) OR ((org = actor_org()) AND (actor_role() = 'administrator'::text) AND (made_by = actor_account()) AND (state = 'draft'::text) AND (EXISTS ( SELECT
   FROM local_programmes p
  WHERE ((p.area = local_versions.area) AND (p.id = local_versions.programme) AND (p.org = local_versions.org)))))));
CREATE POLICY local_versions_read ON local_versions FOR SELECT TO public
  USING ((((( SELECT actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'chair'::text, 'auditor'::text])) AND in_scope(org)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'verify'::text]))));
GRANT INSERT, SELECT, UPDATE (org, state, spec, revision, made_by, made_at, submitted_by, submitted_at, decided_by, decided_at, reason, sha256) ON local_versions TO niangjia_app;

CREATE TABLE measures (
  no smallint NOT NULL,
  id text NOT NULL,
  programme text NOT NULL,
  unit text NOT NULL,
  flow text NOT NULL,
  confidential boolean NOT NULL,
  CONSTRAINT measures_pkey PRIMARY KEY (no),
  CONSTRAINT measures_id_key UNIQUE (id),
  CONSTRAINT measures_flow_check CHECK ((flow = ANY (ARRAY['flow'::text, 'stock'::text])))
);
-- row security: forced
CREATE POLICY measures_backup ON measures FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY measures_load ON measures FOR ALL TO public
  USING ((actor_duty() = 'load'::text))
  WITH CHECK ((actor_duty() = 'load'::text));
CREATE POLICY measures_read ON measures FOR SELECT TO public
  USING (true);
GRANT INSERT, SELECT, UPDATE ON measures TO niangjia_app;
GRANT SELECT ON measures TO niangjia_ledger;

CREATE TABLE members PARTITION OF records FOR VALUES IN ('member');
-- row security: forced
CREATE POLICY members_add ON members FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY members_backup ON members FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY members_below ON members FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY members_edit ON members FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY members_house_edit ON members FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY members_house_read ON members FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY members_pay_read ON members FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY members_pay_turn ON members FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY members_read ON members FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON members TO niangjia_app;

CREATE TABLE moments (
  at timestamp with time zone NOT NULL,
  snap_xmin bigint NOT NULL,
  snap_xmax bigint NOT NULL,
  snap_xip bigint[] NOT NULL DEFAULT '{}'::bigint[],
  CONSTRAINT moments_pkey PRIMARY KEY (at)
);
CREATE INDEX moments_snapshot ON public.moments USING btree (snap_xmax, at);
-- row security: forced
CREATE POLICY moments_backup ON moments FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY moments_fold ON moments FOR ALL TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'verify'::text, 'load'::text])))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'load'::text])));
CREATE POLICY moments_ledger ON moments FOR SELECT TO niangjia_ledger
  USING (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON moments TO niangjia_app;
GRANT SELECT ON moments TO niangjia_ledger;

CREATE TABLE notices (
  area integer NOT NULL,
  id uuid NOT NULL,
  account uuid NOT NULL,
  text_key text NOT NULL,
  link text,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  read_at timestamp with time zone,
  record uuid,
  programme text,
  clock text,
  org bigint,
  due_on date,
  due_at timestamp with time zone,
  told text,
  CONSTRAINT notices_pkey PRIMARY KEY (area, id)
);
CREATE INDEX notices_account ON public.notices USING btree (account, at DESC, id DESC);
CREATE UNIQUE INDEX notices_once ON public.notices USING btree (area, account, told);
CREATE INDEX notices_unread ON public.notices USING btree (account) WHERE (read_at IS NULL);
-- row security: forced
CREATE POLICY notices_backup ON notices FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY notices_house ON notices FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY notices_leave ON notices FOR INSERT TO niangjia_ledger
  WITH CHECK ((text_key = 'case-unhandled'::text));
CREATE POLICY notices_mine ON notices FOR SELECT TO public
  USING ((account = actor_account()));
CREATE POLICY notices_send ON notices FOR INSERT TO public
  WITH CHECK (((actor_post() IS NOT NULL) OR (actor_duty() IS NOT NULL)));
CREATE POLICY notices_tick ON notices FOR UPDATE TO public
  USING ((account = actor_account()))
  WITH CHECK ((account = actor_account()));
GRANT INSERT ON notices TO niangjia_ledger;
GRANT INSERT, SELECT, UPDATE (read_at) ON notices TO niangjia_app;

CREATE TABLE organisation_changes (
  id uuid NOT NULL,
  code bigint NOT NULL,
  change text NOT NULL,
  on_date date NOT NULL,
  before jsonb NOT NULL DEFAULT '{}'::jsonb,
  after jsonb NOT NULL DEFAULT '{}'::jsonb,
  basis text NOT NULL DEFAULT ''::text,
  by_post uuid,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT organisation_changes_pkey PRIMARY KEY (id),
  CONSTRAINT organisation_changes_code_fkey FOREIGN KEY (code) REFERENCES organisations(code),
  CONSTRAINT organisation_changes_change_check CHECK ((change = ANY (ARRAY['established'::text, 'renamed'::text, 'merged'::text, 'closed'::text])))
);
CREATE INDEX organisation_changes_code ON public.organisation_changes USING btree (code, at);
-- row security: forced
CREATE POLICY organisation_changes_add ON organisation_changes FOR INSERT TO public
  WITH CHECK (((actor_duty() = 'load'::text) OR in_scope(code)));
CREATE POLICY organisation_changes_backup ON organisation_changes FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY organisation_changes_read ON organisation_changes FOR SELECT TO public
  USING (((( SELECT actor_post() AS actor_post) IS NOT NULL) OR (( SELECT actor_duty() AS actor_duty) IS NOT NULL)));
GRANT INSERT, SELECT ON organisation_changes TO niangjia_app;

CREATE TABLE organisation_members (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  term uuid,
  person uuid NOT NULL,
  "position" text NOT NULL,
  from_date date NOT NULL,
  to_date date,
  removed_reason text,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT organisation_members_pkey PRIMARY KEY (area, id),
  CONSTRAINT organisation_members_org_fkey FOREIGN KEY (org) REFERENCES organisations(code),
  CONSTRAINT organisation_members_check CHECK ((to_date >= from_date)),
  CONSTRAINT organisation_members_position_check CHECK (("position" = ANY (ARRAY['chair'::text, 'vice'::text, 'standing'::text, 'member'::text])))
);
CREATE INDEX organisation_members_org ON public.organisation_members USING btree (org, "position");
CREATE INDEX organisation_members_person ON public.organisation_members USING btree (person);
CREATE UNIQUE INDEX organisation_members_seat ON public.organisation_members USING btree (area, org, person) WHERE (to_date IS NULL);
-- row security: forced
CREATE POLICY organisation_members_backup ON organisation_members FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY organisation_members_read ON organisation_members FOR SELECT TO public
  USING (((( SELECT actor_post() AS actor_post) IS NOT NULL) OR (( SELECT actor_duty() AS actor_duty) IS NOT NULL)));
CREATE POLICY organisation_members_write ON organisation_members FOR ALL TO public
  USING (((actor_duty() = 'load'::text) OR (in_scope(org) AND (actor_role() = ANY (ARRAY['organisation'::text, 'chair'::text])))))
  WITH CHECK (((actor_duty() = 'load'::text) OR (in_scope(org) AND (actor_role() = ANY (ARRAY['organisation'::text, 'chair'::text])))));
GRANT INSERT, SELECT, UPDATE ON organisation_members TO niangjia_app;

CREATE TABLE organisation_terms (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  number integer NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT organisation_terms_pkey PRIMARY KEY (area, id),
  CONSTRAINT organisation_terms_area_org_number_key UNIQUE (area, org, number),
  CONSTRAINT organisation_terms_org_fkey FOREIGN KEY (org) REFERENCES organisations(code),
  CONSTRAINT organisation_terms_check CHECK ((to_date > from_date)),
  CONSTRAINT organisation_terms_number_check CHECK ((number > 0))
);
-- row security: forced
CREATE POLICY organisation_terms_backup ON organisation_terms FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY organisation_terms_read ON organisation_terms FOR SELECT TO public
  USING (((( SELECT actor_post() AS actor_post) IS NOT NULL) OR (( SELECT actor_duty() AS actor_duty) IS NOT NULL)));
CREATE POLICY organisation_terms_write ON organisation_terms FOR ALL TO public
  USING (((actor_duty() = 'load'::text) OR (in_scope(org) AND (actor_role() = ANY (ARRAY['organisation'::text, 'chair'::text])))))
  WITH CHECK (((actor_duty() = 'load'::text) OR (in_scope(org) AND (actor_role() = ANY (ARRAY['organisation'::text, 'chair'::text])))));
GRANT INSERT, SELECT, UPDATE ON organisation_terms TO niangjia_app;

CREATE TABLE organisations (
  code bigint NOT NULL,
  area integer NOT NULL GENERATED ALWAYS AS (((code / '1000000000000'::bigint))::integer) STORED,
  kind text NOT NULL,
  level text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  pinyin text NOT NULL DEFAULT ''::text,
  initials text NOT NULL DEFAULT ''::text,
  quasi boolean NOT NULL DEFAULT false,
  valid_from date,
  valid_to date,
  successor bigint,
  merged_into bigint,
  merged_tx bigint,
  merged_at timestamp with time zone,
  revision integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  agency text,
  CONSTRAINT organisations_pkey PRIMARY KEY (code),
  CONSTRAINT organisations_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES organisations(code),
  CONSTRAINT organisations_successor_fkey FOREIGN KEY (successor) REFERENCES organisations(code),
  CONSTRAINT organisations_agency_check CHECK ((agency = ANY (ARRAY['court'::text, 'procuratorate'::text, 'police'::text, 'justice'::text, 'civil-affairs'::text, 'education'::text, 'health'::text, 'labour'::text, 'bank'::text, 'company'::text]))),
  CONSTRAINT organisations_agency_of_partner CHECK (((kind = 'partner'::text) = (agency IS NOT NULL))),
  CONSTRAINT organisations_check CHECK ((num_nulls(successor, merged_into, merged_tx, merged_at) = ANY (ARRAY[0, 4]))),
  CONSTRAINT organisations_kind_check CHECK ((kind = ANY (ARRAY['federation'::text, 'womens-home'::text, 'micro-home'::text, 'new-field'::text, 'industry'::text, 'group-member'::text, 'partner'::text]))),
  CONSTRAINT organisations_level_check CHECK ((level = ANY (ARRAY['region'::text, 'league'::text, 'banner'::text, 'township'::text, 'village'::text])))
);
CREATE INDEX organisations_banner ON public.organisations USING btree (code) WHERE ((code % '10000000000'::bigint) = 0);
CREATE INDEX organisations_initials ON public.organisations USING btree (initials);
CREATE INDEX organisations_league ON public.organisations USING btree (code) WHERE ((code % '1000000000000'::bigint) = 0);
CREATE INDEX organisations_name ON public.organisations USING btree (short_name);
CREATE INDEX organisations_pinyin ON public.organisations USING btree (pinyin);
CREATE INDEX organisations_successor ON public.organisations USING btree (successor) WHERE (successor IS NOT NULL);
-- row security: forced
CREATE POLICY organisations_add ON organisations FOR INSERT TO public
  WITH CHECK (((actor_duty() = 'load'::text) OR (in_scope(code) AND (actor_role() = ANY (ARRAY['administrator'::text, 'organisation'::text, 'chair'::text])))));
CREATE POLICY organisations_backup ON organisations FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY organisations_edit ON organisations FOR UPDATE TO public
  USING (((actor_duty() = 'load'::text) OR (in_scope(code) AND (actor_role() = ANY (ARRAY['administrator'::text, 'organisation'::text, 'chair'::text])))))
  WITH CHECK (((actor_duty() = 'load'::text) OR (in_scope(code) AND (actor_role() = ANY (ARRAY['administrator'::text, 'organisation'::text, 'chair'::text])))));
CREATE POLICY organisations_ledger ON organisations FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY organisations_read ON organisations FOR SELECT TO public
  USING (((( SELECT actor_post() AS actor_post) IS NOT NULL) OR (( SELECT actor_duty() AS actor_duty) IS NOT NULL)));
GRANT INSERT, SELECT, UPDATE ON organisations TO niangjia_app;
GRANT SELECT ON organisations TO niangjia_ledger;

CREATE TABLE payment_answers (
  area integer NOT NULL,
  batch uuid NOT NULL,
  no integer NOT NULL,
  result text NOT NULL,
  org bigint NOT NULL,
  reason text,
  reference text,
  on_date date NOT NULL,
  by_hand boolean NOT NULL,
  account uuid NOT NULL,
  post uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'waiting'::text,
  problem text,
  CONSTRAINT payment_answers_pkey PRIMARY KEY (area, batch, no, result),
  CONSTRAINT payment_answers_area_batch_no_fkey FOREIGN KEY (area, batch, no) REFERENCES payment_lines(area, batch, no),
  CONSTRAINT payment_answers_check CHECK (((NOT by_hand) OR (length(reason) >= 2))),
  CONSTRAINT payment_answers_result_check CHECK ((result = ANY (ARRAY['paid'::text, 'failed'::text, 'returned'::text]))),
  CONSTRAINT payment_answers_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'refused'::text])))
);
CREATE INDEX payment_answers_refused ON public.payment_answers USING btree (batch, no) WHERE (state = 'refused'::text);
CREATE INDEX payment_answers_waiting ON public.payment_answers USING btree (batch, no) WHERE (state = 'waiting'::text);
-- row security: forced
CREATE POLICY payment_answers_add ON payment_answers FOR INSERT TO public
  WITH CHECK ((((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'finance'::text) AND (account = ( SELECT actor_account() AS actor_account)) AND (post = ( SELECT actor_post() AS actor_post)) AND (state = 'waiting'::text)));
CREATE POLICY payment_answers_again ON payment_answers FOR UPDATE TO public
  USING ((own_org(org) AND (( SELECT actor_role() AS actor_role) = 'finance'::text)))
  WITH CHECK (((state = 'waiting'::text) AND own_org(org)));
CREATE POLICY payment_answers_backup ON payment_answers FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY payment_answers_house ON payment_answers FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY payment_answers_ledger ON payment_answers FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY payment_answers_pay ON payment_answers FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY payment_answers_read ON payment_answers FOR SELECT TO public
  USING ((((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['finance'::text, 'chair'::text]))));
GRANT INSERT, SELECT, UPDATE (state, problem) ON payment_answers TO niangjia_app;
GRANT SELECT ON payment_answers TO niangjia_ledger;

CREATE TABLE payment_batches (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  fund uuid NOT NULL,
  programme text NOT NULL,
  title text NOT NULL,
  key_salt bytea NOT NULL,
  remark text NOT NULL,
  state text NOT NULL DEFAULT 'prepared'::text,
  lines integer NOT NULL,
  fen bigint NOT NULL,
  open_fen bigint NOT NULL DEFAULT 0,
  paid_lines integer NOT NULL DEFAULT 0,
  paid_fen bigint NOT NULL DEFAULT 0,
  failed_lines integer NOT NULL DEFAULT 0,
  returned_lines integer NOT NULL DEFAULT 0,
  returned_fen bigint NOT NULL DEFAULT 0,
  prepared_by uuid NOT NULL,
  prepared_post uuid NOT NULL,
  prepared_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  approved_by uuid,
  approved_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  CONSTRAINT payment_batches_pkey PRIMARY KEY (area, id),
  CONSTRAINT payment_batches_area_fund_fkey FOREIGN KEY (area, fund) REFERENCES funds(area, id),
  CONSTRAINT payment_batches_check CHECK ((approved_by <> prepared_by)),
  CONSTRAINT payment_batches_fen_check CHECK ((fen > 0)),
  CONSTRAINT payment_batches_lines_check CHECK ((lines > 0)),
  CONSTRAINT payment_batches_open_fen_check CHECK ((open_fen >= 0)),
  CONSTRAINT payment_batches_remark_check CHECK (((length(remark) >= 2) AND (length(remark) <= 20))),
  CONSTRAINT payment_batches_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'approved'::text, 'sent'::text, 'settled'::text, 'cancelled'::text]))),
  CONSTRAINT payment_batches_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60)))
);
CREATE INDEX payment_batches_id ON public.payment_batches USING btree (id);
CREATE INDEX payment_batches_open ON public.payment_batches USING btree (fund) WHERE (open_fen > 0);
CREATE INDEX payment_batches_org ON public.payment_batches USING btree (org, id);
-- row security: forced
CREATE POLICY payment_batches_backup ON payment_batches FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY payment_batches_decide ON payment_batches FOR UPDATE TO public
  USING ((own_org(org) AND (actor_role() = ANY (ARRAY['finance'::text, 'chair'::text])) AND (state <> 'cancelled'::text)))
  WITH CHECK ((own_org(org) AND (((state = 'approved'::text) AND (approved_by = actor_account())) OR ((state = 'sent'::text) AND (actor_role() = 'finance'::text)) OR ((state = 'cancelled'::text) AND (ended_by = actor_account())))));
CREATE POLICY payment_batches_house ON payment_batches FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY payment_batches_ledger ON payment_batches FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY payment_batches_pay ON payment_batches FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY payment_batches_prepare ON payment_batches FOR INSERT TO public
  WITH CHECK ((own_org(org) AND (actor_role() = 'finance'::text) AND (state = 'prepared'::text) AND (prepared_by = actor_account()) AND (prepared_post = actor_post()) AND (num_nulls(approved_by, ended_by) = 2) AND (((open_fen + paid_fen) + returned_fen) = 0)));
CREATE POLICY payment_batches_read ON payment_batches FOR SELECT TO public
  USING ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND ( SELECT sees_money() AS sees_money)));
GRANT INSERT, SELECT, UPDATE (state, open_fen, paid_lines, paid_fen, failed_lines, returned_lines, returned_fen, approved_by, approved_at, ended_by, end_reason) ON payment_batches TO niangjia_app;
GRANT SELECT ON payment_batches TO niangjia_ledger;

CREATE TABLE payment_lines (
  area integer NOT NULL,
  batch uuid NOT NULL,
  no integer NOT NULL,
  org bigint NOT NULL,
  programme text NOT NULL,
  record uuid NOT NULL,
  record_org bigint NOT NULL,
  round smallint NOT NULL,
  fen bigint NOT NULL,
  name_mask text NOT NULL,
  account_end text NOT NULL,
  sealed bytea NOT NULL,
  state text NOT NULL DEFAULT 'waiting'::text,
  reason text,
  reference text,
  on_date date,
  CONSTRAINT payment_lines_pkey PRIMARY KEY (area, batch, no),
  CONSTRAINT payment_lines_area_batch_fkey FOREIGN KEY (area, batch) REFERENCES payment_batches(area, id),
  CONSTRAINT payment_lines_fen_check CHECK ((fen > 0)),
  CONSTRAINT payment_lines_no_check CHECK ((no > 0)),
  CONSTRAINT payment_lines_round_check CHECK ((round > 0)),
  CONSTRAINT payment_lines_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'paid'::text, 'failed'::text, 'returned'::text, 'stuck'::text, 'dropped'::text])))
);
CREATE UNIQUE INDEX payment_lines_living ON public.payment_lines USING btree (record) WHERE (state = ANY (ARRAY['waiting'::text, 'paid'::text, 'stuck'::text]));
CREATE UNIQUE INDEX payment_lines_round ON public.payment_lines USING btree (record, round);
CREATE INDEX payment_lines_state ON public.payment_lines USING btree (batch, state, no);
-- row security: forced
CREATE POLICY payment_lines_backup ON payment_lines FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY payment_lines_drop ON payment_lines FOR UPDATE TO public
  USING (((( SELECT actor_role() AS actor_role) = ANY (ARRAY['finance'::text, 'chair'::text])) AND own_org(org) AND (state = 'waiting'::text)))
  WITH CHECK ((own_org(org) AND (state = 'dropped'::text)));
CREATE POLICY payment_lines_house ON payment_lines FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY payment_lines_ledger ON payment_lines FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY payment_lines_pay ON payment_lines FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY payment_lines_prepare ON payment_lines FOR INSERT TO public
  WITH CHECK (((( SELECT actor_role() AS actor_role) = 'finance'::text) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (state = 'waiting'::text)));
CREATE POLICY payment_lines_read ON payment_lines FOR SELECT TO public
  USING ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND ((((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['finance'::text, 'chair'::text]))) OR ((( SELECT actor_role() AS actor_role) = 'auditor'::text) AND (programme IN ( SELECT programmes.id
   FROM programmes
  WHERE (NOT programmes.confidential)))))));
GRANT INSERT, SELECT, UPDATE (state, reason, reference, on_date) ON payment_lines TO niangjia_app;
GRANT SELECT ON payment_lines TO niangjia_ledger;

CREATE TABLE payment_sheets (
  area integer NOT NULL,
  id uuid NOT NULL,
  batch uuid NOT NULL,
  org bigint NOT NULL,
  lines integer NOT NULL,
  account uuid NOT NULL,
  post uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT payment_sheets_pkey PRIMARY KEY (area, id),
  CONSTRAINT payment_sheets_area_batch_fkey FOREIGN KEY (area, batch) REFERENCES payment_batches(area, id)
);
CREATE INDEX payment_sheets_batch ON public.payment_sheets USING btree (batch, at);
-- row security: forced
CREATE POLICY payment_sheets_add ON payment_sheets FOR INSERT TO public
  WITH CHECK ((own_org(org) AND (actor_role() = 'finance'::text) AND (account = actor_account()) AND (post = actor_post())));
CREATE POLICY payment_sheets_backup ON payment_sheets FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY payment_sheets_house ON payment_sheets FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY payment_sheets_ledger ON payment_sheets FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY payment_sheets_pay ON payment_sheets FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY payment_sheets_read ON payment_sheets FOR SELECT TO public
  USING ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND ( SELECT sees_money() AS sees_money)));
GRANT INSERT, SELECT ON payment_sheets TO niangjia_app;
GRANT SELECT ON payment_sheets TO niangjia_ledger;

CREATE TABLE people (
  area integer NOT NULL,
  id uuid NOT NULL,
  no integer NOT NULL DEFAULT nextval('person_numbers'::regclass),
  org bigint NOT NULL,
  banner bigint NOT NULL GENERATED ALWAYS AS ((org / '10000000000'::bigint)) STORED,
  name text NOT NULL,
  name_key text NOT NULL,
  gender text NOT NULL,
  birth_date date,
  id_type text NOT NULL DEFAULT 'none'::text,
  id_sealed bytea,
  id_hash bytea,
  phone_sealed bytea,
  phone_hash bytea,
  phone_mask text,
  phone_tail text,
  phone_safe text NOT NULL DEFAULT 'yes'::text,
  key_salt bytea,
  ethnicity text,
  address text,
  guardian uuid,
  merged_into uuid,
  erased_at timestamp with time zone,
  protected boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  created_by uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT people_pkey PRIMARY KEY (area, id),
  CONSTRAINT people_org_fkey FOREIGN KEY (org) REFERENCES organisations(code),
  CONSTRAINT people_gender_check CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text, 'unknown'::text]))),
  CONSTRAINT people_id_type_check CHECK ((id_type = ANY (ARRAY['citizen-id'::text, 'residence-permit'::text, 'foreign-permanent'::text, 'passport'::text, 'none'::text]))),
  CONSTRAINT people_phone_safe_check CHECK ((phone_safe = ANY (ARRAY['yes'::text, 'no'::text, 'at-times'::text])))
);
CREATE INDEX people_banner ON public.people USING btree (banner, name_key, id);
CREATE INDEX people_id ON public.people USING btree (id);
CREATE UNIQUE INDEX people_id_hash ON public.people USING btree (id_type, id_hash) WHERE ((id_hash IS NOT NULL) AND (merged_into IS NULL));
CREATE INDEX people_merged_into ON public.people USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX people_name ON public.people USING btree (name_key, id);
CREATE UNIQUE INDEX people_no ON public.people USING btree (no);
CREATE INDEX people_org ON public.people USING btree (org, name_key, id);
CREATE INDEX people_phone_hash ON public.people USING btree (phone_hash) WHERE (phone_hash IS NOT NULL);
CREATE INDEX people_phone_tail ON public.people USING btree (phone_tail, org) WHERE (phone_tail IS NOT NULL);
-- row security: forced
CREATE POLICY people_add ON people FOR INSERT TO public
  WITH CHECK (((actor_duty() = 'load'::text) OR (in_scope(org) AND serves_people())));
CREATE POLICY people_backup ON people FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY people_edit ON people FOR UPDATE TO public
  USING (((actor_duty() = ANY (ARRAY['load'::text, 'erase'::text])) OR (in_scope(org) AND serves_people() AND ((NOT protected) OR (own_org(org) AND (actor_role() = 'rights'::text))))))
  WITH CHECK (((actor_duty() = ANY (ARRAY['load'::text, 'erase'::text])) OR (in_scope(org) AND serves_people())));
CREATE POLICY people_ledger ON people FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY people_read ON people FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text, 'erase'::text])) OR (((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND ( SELECT serves_people() AS serves_people) AND ((NOT protected) OR (own_org(org) AND (actor_role() = 'rights'::text))))));
CREATE TRIGGER people_claims AFTER UPDATE OF merged_into ON public.people FOR EACH ROW WHEN ((old.merged_into IS DISTINCT FROM new.merged_into)) EXECUTE FUNCTION claims_follow();
GRANT INSERT, SELECT, UPDATE ON people TO niangjia_app;
GRANT SELECT ON people TO niangjia_ledger;

CREATE TABLE person_cells (
  area integer NOT NULL,
  measure smallint NOT NULL,
  org bigint NOT NULL,
  period integer NOT NULL,
  persons bytea NOT NULL,
  CONSTRAINT person_cells_pkey PRIMARY KEY (area, measure, org, period)
);
-- row security: forced
CREATE POLICY person_cells_backup ON person_cells FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY person_cells_fold ON person_cells FOR ALL TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'verify'::text, 'load'::text])))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['fold'::text, 'load'::text])));
CREATE POLICY person_cells_ledger ON person_cells FOR SELECT TO niangjia_ledger
  USING (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON person_cells TO niangjia_app;
GRANT SELECT ON person_cells TO niangjia_ledger;

CREATE TABLE person_events (
  area integer NOT NULL,
  id uuid NOT NULL,
  person uuid NOT NULL,
  org bigint NOT NULL,
  event text NOT NULL,
  fields text[] NOT NULL DEFAULT '{}'::text[],
  reason text NOT NULL DEFAULT ''::text,
  by_account uuid NOT NULL,
  by_post uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT person_events_pkey PRIMARY KEY (area, id),
  CONSTRAINT person_events_event_check CHECK ((event = ANY (ARRAY['added'::text, 'edited'::text, 'merged'::text, 'unmerged'::text, 'erased'::text])))
);
CREATE INDEX person_events_org ON public.person_events USING btree (org, at DESC, id DESC);
CREATE INDEX person_events_person ON public.person_events USING btree (person, at);
-- row security: forced
CREATE POLICY person_events_add ON person_events FOR INSERT TO public
  WITH CHECK (((by_account = actor_account()) AND (by_post = actor_post())));
CREATE POLICY person_events_backup ON person_events FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY person_events_read ON person_events FOR SELECT TO public
  USING ((in_scope(org) AND (serves_people() OR (actor_role() = ANY (ARRAY['auditor'::text, 'security'::text])))));
GRANT INSERT, SELECT ON person_events TO niangjia_app;

CREATE TABLE person_merges (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  kept uuid NOT NULL,
  merged uuid NOT NULL,
  reason text NOT NULL,
  taken text[] NOT NULL DEFAULT '{}'::text[],
  by_post uuid,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  undone_at timestamp with time zone,
  undone_by uuid,
  CONSTRAINT person_merges_pkey PRIMARY KEY (area, id)
);
CREATE INDEX person_merges_kept ON public.person_merges USING btree (kept);
CREATE INDEX person_merges_merged ON public.person_merges USING btree (merged);
-- row security: forced
CREATE POLICY person_merges_all ON person_merges FOR ALL TO public
  USING (((actor_duty() = ANY (ARRAY['repost'::text, 'verify'::text, 'erase'::text])) OR (in_scope(org) AND serves_people())))
  WITH CHECK (((actor_duty() = 'erase'::text) OR (in_scope(org) AND serves_people())));
CREATE POLICY person_merges_backup ON person_merges FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
GRANT INSERT, SELECT, UPDATE ON person_merges TO niangjia_app;

CREATE TABLE places PARTITION OF records FOR VALUES IN ('place');
-- row security: forced
CREATE POLICY places_add ON places FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY places_backup ON places FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY places_below ON places FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY places_edit ON places FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY places_house_edit ON places FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY places_house_read ON places FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY places_pay_read ON places FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY places_pay_turn ON places FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY places_read ON places FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON places TO niangjia_app;

CREATE TABLE postings (
  area integer NOT NULL,
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  fund uuid NOT NULL,
  org bigint NOT NULL,
  account text NOT NULL,
  for_date date NOT NULL,
  on_date date NOT NULL,
  fen bigint NOT NULL,
  record uuid,
  programme text,
  transfer uuid,
  action uuid NOT NULL,
  post uuid,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT postings_pkey PRIMARY KEY (area, id),
  CONSTRAINT postings_area_fund_fkey FOREIGN KEY (area, fund) REFERENCES funds(area, id),
  CONSTRAINT postings_account_check CHECK ((account = ANY (ARRAY['cash'::text, 'goods'::text, 'pledged'::text, 'pledges'::text, 'income'::text, 'income-goods'::text, 'allocated'::text, 'allocations'::text, 'transferred-in'::text, 'transferred-out'::text, 'paid'::text, 'premium'::text, 'goods-issued'::text, 'returned'::text]))),
  CONSTRAINT postings_check CHECK ((on_date >= for_date)),
  CONSTRAINT postings_check1 CHECK ((num_nonnulls(record, transfer) = 1)),
  CONSTRAINT postings_check2 CHECK ((area = (org / '1000000000000'::bigint))),
  CONSTRAINT postings_fen_check CHECK ((fen <> 0))
);
CREATE INDEX postings_day ON public.postings USING btree (fund, on_date) INCLUDE (account, fen, programme);
CREATE INDEX postings_fund ON public.postings USING btree (fund, id);
CREATE INDEX postings_record ON public.postings USING btree (record) WHERE (record IS NOT NULL);
CREATE UNIQUE INDEX postings_transfer ON public.postings USING btree (transfer, fund, account) WHERE (transfer IS NOT NULL);
-- row security: forced
CREATE POLICY postings_backup ON postings FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY postings_book ON postings FOR INSERT TO niangjia_ledger
  WITH CHECK (true);
CREATE POLICY postings_house ON postings FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'pay'::text])));
CREATE POLICY postings_ledger ON postings FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY postings_load ON postings FOR INSERT TO public
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'load'::text));
CREATE POLICY postings_read ON postings FOR SELECT TO public
  USING ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND ( SELECT sees_money() AS sees_money) AND ((record IS NULL) OR (EXISTS ( SELECT
   FROM records r
  WHERE (r.id = postings.record))))));
CREATE TRIGGER postings_settle AFTER INSERT ON public.postings REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION postings_settle();
GRANT INSERT, SELECT ON postings TO niangjia_app;
GRANT INSERT, SELECT ON postings TO niangjia_ledger;

CREATE TABLE posts (
  area integer NOT NULL,
  id uuid NOT NULL,
  account uuid NOT NULL,
  org bigint NOT NULL,
  role text NOT NULL,
  from_date date NOT NULL DEFAULT CURRENT_DATE,
  to_date date,
  ended_at timestamp with time zone,
  given_by uuid,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT posts_pkey PRIMARY KEY (area, id),
  CONSTRAINT posts_org_fkey FOREIGN KEY (org) REFERENCES organisations(code)
);
CREATE INDEX posts_account ON public.posts USING btree (account);
CREATE INDEX posts_id ON public.posts USING btree (id);
CREATE INDEX posts_org ON public.posts USING btree (org, role);
-- row security: forced
CREATE POLICY posts_admin_end ON posts FOR UPDATE TO public
  USING (((actor_role() = 'administrator'::text) AND in_scope(org) AND (account <> actor_account()) AND (ended_at IS NULL)))
  WITH CHECK (((actor_role() = 'administrator'::text) AND in_scope(org) AND (account <> actor_account()) AND (ended_at IS NOT NULL)));
CREATE POLICY posts_admin_give ON posts FOR INSERT TO public
  WITH CHECK (((actor_role() = 'administrator'::text) AND in_scope(org) AND (account <> actor_account()) AND (given_by = actor_account()) AND (NOT breaks_separation(account, role)) AND (EXISTS ( SELECT
   FROM accounts a
  WHERE ((a.id = posts.account) AND in_scope(a.home_org))))));
CREATE POLICY posts_backup ON posts FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY posts_colleagues ON posts FOR SELECT TO public
  USING (own_org(org));
CREATE POLICY posts_gate ON posts FOR ALL TO public
  USING ((actor_duty() = ANY (ARRAY['sign-in'::text, 'load'::text])))
  WITH CHECK ((actor_duty() = ANY (ARRAY['sign-in'::text, 'load'::text])));
CREATE POLICY posts_house ON posts FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY posts_ledger ON posts FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY posts_overseers ON posts FOR SELECT TO public
  USING (((actor_role() = ANY (ARRAY['administrator'::text, 'security'::text, 'auditor'::text])) AND in_scope(org)));
CREATE POLICY posts_run_out ON posts FOR UPDATE TO public
  USING (((( SELECT actor_duty() AS actor_duty) = 'clock'::text) AND (ended_at IS NULL) AND (to_date < CURRENT_DATE)))
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'clock'::text) AND (ended_at IS NOT NULL)));
CREATE POLICY posts_self ON posts FOR SELECT TO public
  USING ((account = actor_account()));
CREATE TRIGGER posts_handlers AFTER UPDATE OF ended_at ON public.posts FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION handlers_leave();
CREATE TRIGGER posts_moved BEFORE UPDATE OF org ON public.posts FOR EACH ROW EXECUTE FUNCTION moved_by_merger();
GRANT INSERT, SELECT, UPDATE (org, to_date, ended_at) ON posts TO niangjia_app;
GRANT SELECT ON posts TO niangjia_ledger;

CREATE TABLE programmes (
  id text NOT NULL,
  kind text NOT NULL,
  confidential boolean NOT NULL,
  see text[] NOT NULL,
  payment jsonb,
  shown_below text[] NOT NULL DEFAULT '{}'::text[],
  owner bigint,
  CONSTRAINT programmes_pkey PRIMARY KEY (id),
  CONSTRAINT programmes_owner_fkey FOREIGN KEY (owner) REFERENCES organisations(code)
);
-- row security: forced
CREATE POLICY programmes_backup ON programmes FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY programmes_load ON programmes FOR ALL TO public
  USING ((actor_duty() = 'load'::text))
  WITH CHECK ((actor_duty() = 'load'::text));
CREATE POLICY programmes_read ON programmes FOR SELECT TO public
  USING (((owner IS NULL) OR ((owner >= ( SELECT actor_lo() AS actor_lo)) AND (owner <= ( SELECT actor_hi() AS actor_hi))) OR org_covers(owner, ( SELECT actor_org() AS actor_org)) OR (( SELECT actor_duty() AS actor_duty) IS NOT NULL)));
GRANT DELETE, INSERT, SELECT, UPDATE ON programmes TO niangjia_app;
GRANT SELECT ON programmes TO niangjia_ledger;

CREATE TABLE reads (
  area integer NOT NULL,
  id uuid NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  programme text,
  org bigint NOT NULL,
  fields text[] NOT NULL,
  purpose text NOT NULL,
  account uuid NOT NULL,
  post uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT reads_pkey PRIMARY KEY (area, id)
);
CREATE INDEX reads_at ON public.reads USING btree (at DESC, id DESC);
CREATE INDEX reads_org ON public.reads USING btree (org, at DESC, id DESC);
CREATE INDEX reads_subject ON public.reads USING btree (subject_id, at DESC);
-- row security: forced
CREATE POLICY reads_add ON reads FOR INSERT TO public
  WITH CHECK (((account = actor_account()) AND (post = actor_post())));
CREATE POLICY reads_backup ON reads FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY reads_read ON reads FOR SELECT TO public
  USING (((account = actor_account()) OR ((actor_role() = ANY (ARRAY['auditor'::text, 'security'::text])) AND in_scope(org)) OR (own_org(org) AND (actor_role() = 'rights'::text))));
GRANT INSERT, SELECT ON reads TO niangjia_app;

CREATE TABLE record_claims (
  area integer NOT NULL,
  record uuid NOT NULL,
  programme text NOT NULL,
  key text NOT NULL,
  named uuid NOT NULL,
  person uuid NOT NULL,
  CONSTRAINT record_claims_pkey PRIMARY KEY (area, record, key, named)
);
CREATE INDEX record_claims_named ON public.record_claims USING btree (named);
CREATE UNIQUE INDEX record_claims_once ON public.record_claims USING btree (programme, key, person);
CREATE INDEX record_claims_person ON public.record_claims USING btree (person);
CREATE INDEX record_claims_record ON public.record_claims USING btree (record);
-- row security: forced
CREATE POLICY record_claims_backup ON record_claims FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY record_claims_ledger ON record_claims FOR ALL TO niangjia_ledger
  USING (true)
  WITH CHECK (true);
CREATE POLICY record_claims_read ON record_claims FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text])) OR (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = record_claims.record) AND (NOT only_received(r.receiver, r.sealed, r.org)))))));
GRANT DELETE, INSERT, SELECT, UPDATE ON record_claims TO niangjia_ledger;
GRANT SELECT ON record_claims TO niangjia_app;

CREATE TABLE record_links (
  area integer NOT NULL,
  from_record uuid NOT NULL,
  to_record uuid NOT NULL,
  kind text NOT NULL,
  action uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT record_links_pkey PRIMARY KEY (area, from_record, to_record),
  CONSTRAINT record_links_kind_check CHECK ((kind = 'started'::text))
);
CREATE INDEX record_links_from ON public.record_links USING btree (from_record);
CREATE INDEX record_links_to ON public.record_links USING btree (to_record);
-- row security: forced
CREATE POLICY record_links_add ON record_links FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (to_record = ( SELECT actor_hand() AS actor_hand))));
CREATE POLICY record_links_backup ON record_links FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY record_links_read ON record_links FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text, 'clock'::text])) OR ((EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = record_links.from_record) AND (NOT only_received(r.receiver, r.sealed, r.org))))) AND (EXISTS ( SELECT
   FROM records r
  WHERE ((r.id = record_links.to_record) AND (NOT only_received(r.receiver, r.sealed, r.org))))))));
GRANT INSERT, SELECT ON record_links TO niangjia_app;

CREATE TABLE record_numbers (
  area integer NOT NULL,
  series text NOT NULL,
  last integer NOT NULL,
  CONSTRAINT record_numbers_pkey PRIMARY KEY (area, series)
);
-- row security: forced
CREATE POLICY record_numbers_all ON record_numbers FOR ALL TO public
  USING (((actor_duty() = 'load'::text) OR (split_part(series, '-'::text, 2) = ((actor_org() / '10000000000'::bigint))::text)))
  WITH CHECK (((actor_duty() = 'load'::text) OR (split_part(series, '-'::text, 2) = ((actor_org() / '10000000000'::bigint))::text)));
CREATE POLICY record_numbers_backup ON record_numbers FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY record_numbers_hand ON record_numbers FOR ALL TO public
  USING ((( SELECT actor_hand() AS actor_hand) IS NOT NULL))
  WITH CHECK ((( SELECT actor_hand() AS actor_hand) IS NOT NULL));
GRANT INSERT, SELECT, UPDATE ON record_numbers TO niangjia_app;

CREATE TABLE records (
  area integer NOT NULL,
  kind text NOT NULL,
  id uuid NOT NULL,
  programme text NOT NULL,
  version smallint NOT NULL,
  org bigint NOT NULL,
  banner bigint NOT NULL GENERATED ALWAYS AS ((org / '10000000000'::bigint)) STORED,
  ledger_org bigint NOT NULL,
  number text,
  title text NOT NULL,
  state text NOT NULL,
  on_date date NOT NULL,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  sealed boolean NOT NULL DEFAULT false,
  handlers uuid[] NOT NULL DEFAULT '{}'::uuid[],
  parent uuid,
  person uuid,
  brand uuid,
  answers jsonb NOT NULL DEFAULT '{}'::jsonb,
  key_salt bytea,
  heads jsonb NOT NULL DEFAULT '[]'::jsonb,
  revision integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  created_by uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  receiver bigint,
  CONSTRAINT records_pkey PRIMARY KEY (area, kind, id),
  CONSTRAINT records_kind_check CHECK ((kind = ANY (ARRAY['case'::text, 'activity'::text, 'place'::text, 'team'::text, 'member'::text, 'award'::text, 'item'::text, 'listing'::text, 'response'::text])))
) PARTITION BY LIST (kind);
CREATE INDEX records_banner ON ONLY public.records USING btree (programme, banner, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver, state);
CREATE INDEX records_date ON ONLY public.records USING btree (programme, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver, state);
CREATE INDEX records_id ON ONLY public.records USING btree (id);
CREATE INDEX records_league ON ONLY public.records USING btree (programme, area, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver, state);
CREATE INDEX records_number ON ONLY public.records USING btree (number) WHERE (number IS NOT NULL);
CREATE INDEX records_org ON ONLY public.records USING btree (programme, org, on_date DESC, id DESC) INCLUDE (sealed, handlers, receiver, state);
CREATE INDEX records_parent ON ONLY public.records USING btree (parent) WHERE (parent IS NOT NULL);
CREATE INDEX records_person ON ONLY public.records USING btree (person) WHERE (person IS NOT NULL);
CREATE INDEX records_receiver ON ONLY public.records USING btree (programme, receiver, on_date DESC, id DESC) WHERE (receiver IS NOT NULL);
CREATE INDEX records_sealed_handlers ON ONLY public.records USING gin (handlers) WHERE sealed;
CREATE INDEX records_state ON ONLY public.records USING btree (programme, state, on_date DESC, id DESC) INCLUDE (org, sealed, handlers, receiver);
CREATE INDEX records_title ON ONLY public.records USING gin (title_pieces(programme, title)) WHERE (NOT sealed);
-- row security: forced
CREATE POLICY records_add ON records FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY records_below ON records FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY records_edit ON records FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY records_house_edit ON records FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY records_house_read ON records FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY records_keeper ON records FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY records_leave ON records FOR UPDATE TO niangjia_ledger
  USING (sealed)
  WITH CHECK (sealed);
CREATE POLICY records_pay_read ON records FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY records_pay_turn ON records FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY records_read ON records FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON records TO niangjia_app;
GRANT SELECT, UPDATE (handlers, revision, updated_at) ON records TO niangjia_ledger;

CREATE TABLE release_chunks (
  area integer NOT NULL,
  release uuid NOT NULL,
  "position" smallint NOT NULL,
  measure text NOT NULL,
  of_area integer NOT NULL,
  month integer NOT NULL,
  entries bigint NOT NULL,
  value bigint NOT NULL,
  sha256 bytea NOT NULL,
  CONSTRAINT release_chunks_pkey PRIMARY KEY (area, release, "position", measure, of_area, month),
  CONSTRAINT release_chunks_area_release_position_fkey FOREIGN KEY (area, release, "position") REFERENCES release_figures(area, release, "position")
);
-- row security: forced
CREATE POLICY release_chunks_backup ON release_chunks FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY release_chunks_read ON release_chunks FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text])));
CREATE POLICY release_chunks_seal ON release_chunks FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (EXISTS ( SELECT
   FROM releases r
  WHERE ((r.area = release_chunks.area) AND (r.id = release_chunks.release) AND (r.state = 'asked'::text) AND own_org(r.org) AND (( SELECT actor_role() AS actor_role) = 'chair'::text))))));
GRANT INSERT, SELECT ON release_chunks TO niangjia_app;

CREATE TABLE release_figures (
  area integer NOT NULL,
  release uuid NOT NULL,
  "position" smallint NOT NULL,
  measure text NOT NULL,
  definition jsonb NOT NULL,
  org bigint NOT NULL,
  org_name text NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  value bigint,
  numerator bigint,
  denominator bigint,
  grades jsonb,
  entries bigint,
  CONSTRAINT release_figures_pkey PRIMARY KEY (area, release, "position"),
  CONSTRAINT release_figures_area_release_fkey FOREIGN KEY (area, release) REFERENCES releases(area, id)
);
-- row security: forced
CREATE POLICY release_figures_ask ON release_figures FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (EXISTS ( SELECT
   FROM releases r
  WHERE ((r.area = release_figures.area) AND (r.id = release_figures.release) AND (r.state = 'asked'::text) AND (r.made_post = ( SELECT actor_post() AS actor_post)))))));
CREATE POLICY release_figures_backup ON release_figures FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY release_figures_read ON release_figures FOR SELECT TO public
  USING ((EXISTS ( SELECT
   FROM releases r
  WHERE ((r.area = release_figures.area) AND (r.id = release_figures.release)))));
GRANT INSERT, SELECT ON release_figures TO niangjia_app;

CREATE TABLE release_tables (
  area integer NOT NULL,
  release uuid NOT NULL,
  "position" smallint NOT NULL,
  measure text NOT NULL,
  definition jsonb NOT NULL,
  org bigint NOT NULL,
  org_name text NOT NULL,
  columns jsonb NOT NULL,
  rows jsonb NOT NULL,
  total jsonb NOT NULL,
  CONSTRAINT release_tables_pkey PRIMARY KEY (area, release, "position"),
  CONSTRAINT release_tables_area_release_fkey FOREIGN KEY (area, release) REFERENCES releases(area, id)
);
-- row security: forced
CREATE POLICY release_tables_ask ON release_tables FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (EXISTS ( SELECT
   FROM releases r
  WHERE ((r.area = release_tables.area) AND (r.id = release_tables.release) AND (r.state = 'asked'::text) AND (r.made_post = ( SELECT actor_post() AS actor_post)))))));
CREATE POLICY release_tables_backup ON release_tables FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY release_tables_read ON release_tables FOR SELECT TO public
  USING ((EXISTS ( SELECT
   FROM releases r
  WHERE ((r.area = release_tables.area) AND (r.id = release_tables.release)))));
GRANT INSERT, SELECT ON release_tables TO niangjia_app;

CREATE TABLE releases (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  number text,
  title text NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  state text NOT NULL DEFAULT 'asked'::text,
  watermark text NOT NULL,
  as_of timestamp with time zone NOT NULL,
  supersedes uuid,
  made_by uuid NOT NULL,
  made_post uuid NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  decided_by uuid,
  decided_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  reason text,
  sha256 text,
  sm3 text,
  CONSTRAINT releases_pkey PRIMARY KEY (area, id),
  CONSTRAINT releases_number_key UNIQUE (number),
  CONSTRAINT releases_check CHECK ((decided_by <> made_by)),
  CONSTRAINT releases_check1 CHECK (((state = ANY (ARRAY['sealed'::text, 'withdrawn'::text])) = (num_nulls(number, sha256, sm3) = 0))),
  CONSTRAINT releases_check2 CHECK (((state = 'asked'::text) = (decided_by IS NULL))),
  CONSTRAINT releases_check3 CHECK (((state <> ALL (ARRAY['returned'::text, 'withdrawn'::text])) OR (reason IS NOT NULL))),
  CONSTRAINT releases_note_check CHECK ((length(note) <= 1000)),
  CONSTRAINT releases_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  CONSTRAINT releases_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'returned'::text, 'sealed'::text, 'withdrawn'::text]))),
  CONSTRAINT releases_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100)))
);
CREATE INDEX releases_id ON public.releases USING btree (id);
CREATE INDEX releases_org ON public.releases USING btree (org, made_at DESC);
CREATE INDEX releases_supersedes ON public.releases USING btree (supersedes) WHERE (supersedes IS NOT NULL);
-- row security: forced
CREATE POLICY releases_ask ON releases FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text])) AND (made_by = ( SELECT actor_account() AS actor_account)) AND (made_post = ( SELECT actor_post() AS actor_post)) AND (state = 'asked'::text))));
CREATE POLICY releases_backup ON releases FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY releases_decide ON releases FOR UPDATE TO public
  USING (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = 'chair'::text))))
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = 'chair'::text) AND ((state <> 'withdrawn'::text) OR (withdrawn_by = ( SELECT actor_account() AS actor_account))) AND ((state = 'withdrawn'::text) OR (decided_by = ( SELECT actor_account() AS actor_account))))));
CREATE POLICY releases_read ON releases FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text])) OR ((state = ANY (ARRAY['sealed'::text, 'withdrawn'::text])) AND ((( SELECT actor_duty() AS actor_duty) = 'public'::text) OR (( SELECT actor_post() AS actor_post) IS NOT NULL))) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text, 'auditor'::text])))));
CREATE TRIGGER releases_guard BEFORE UPDATE ON public.releases FOR EACH ROW EXECUTE FUNCTION guard_release();
GRANT INSERT, SELECT, UPDATE (number, state, decided_by, decided_at, withdrawn_by, withdrawn_at, reason, sha256, sm3) ON releases TO niangjia_app;

CREATE TABLE responses PARTITION OF records FOR VALUES IN ('response');
-- row security: forced
CREATE POLICY responses_add ON responses FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY responses_backup ON responses FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY responses_below ON responses FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY responses_edit ON responses FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY responses_house_edit ON responses FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY responses_house_read ON responses FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY responses_pay_read ON responses FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY responses_pay_turn ON responses FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY responses_read ON responses FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON responses TO niangjia_app;

CREATE TABLE review_versions (
  area integer NOT NULL,
  review uuid NOT NULL,
  version integer NOT NULL,
  org bigint NOT NULL,
  title text NOT NULL,
  template text NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  by_account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  release uuid,
  document jsonb,
  sha256 text,
  CONSTRAINT review_versions_pkey PRIMARY KEY (area, review, version),
  CONSTRAINT review_versions_area_release_fkey FOREIGN KEY (area, release) REFERENCES releases(area, id),
  CONSTRAINT review_versions_area_review_fkey FOREIGN KEY (area, review) REFERENCES reviews(area, id),
  CONSTRAINT review_versions_check CHECK ((to_date >= from_date)),
  CONSTRAINT review_versions_check1 CHECK ((num_nulls(release, document, sha256) = ANY (ARRAY[0, 3]))),
  CONSTRAINT review_versions_template_check CHECK ((length(template) <= 50000)),
  CONSTRAINT review_versions_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100)))
);
CREATE UNIQUE INDEX review_versions_release ON public.review_versions USING btree (release) WHERE (release IS NOT NULL);
-- row security: forced
CREATE POLICY review_versions_backup ON review_versions FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY review_versions_read ON review_versions FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text])) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text, 'auditor'::text]))) OR ((release IS NOT NULL) AND ((( SELECT actor_duty() AS actor_duty) = 'public'::text) OR (( SELECT actor_post() AS actor_post) IS NOT NULL)) AND (EXISTS ( SELECT
   FROM releases r
  WHERE ((r.area = review_versions.area) AND (r.id = review_versions.release) AND (r.state = ANY (ARRAY['sealed'::text, 'withdrawn'::text]))))))));
CREATE POLICY review_versions_save ON review_versions FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text])) AND (by_account = ( SELECT actor_account() AS actor_account)) AND (release IS NULL))));
CREATE POLICY review_versions_submit ON review_versions FOR UPDATE TO public
  USING (((release IS NULL) AND own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text]))))
  WITH CHECK (((release IS NOT NULL) AND own_org(org)));
GRANT INSERT, SELECT, UPDATE (release, document, sha256) ON review_versions TO niangjia_app;

CREATE TABLE reviews (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  title text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  made_by uuid NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT reviews_pkey PRIMARY KEY (area, id),
  CONSTRAINT reviews_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100)))
);
CREATE INDEX reviews_id ON public.reviews USING btree (id);
CREATE INDEX reviews_org ON public.reviews USING btree (org, updated_at DESC, id DESC);
-- row security: forced
CREATE POLICY reviews_backup ON reviews FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY reviews_make ON reviews FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text])) AND (made_by = ( SELECT actor_account() AS actor_account)))));
CREATE POLICY reviews_read ON reviews FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'load'::text])) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text, 'auditor'::text]))) OR (EXISTS ( SELECT
   FROM (review_versions v
     JOIN releases r ON (((r.area = v.area) AND (r.id = v.release))))
  WHERE ((v.area = reviews.area) AND (v.review = reviews.id) AND (r.state = ANY (ARRAY['sealed'::text, 'withdrawn'::text])) AND ((( SELECT actor_duty() AS actor_duty) = 'public'::text) OR (( SELECT actor_post() AS actor_post) IS NOT NULL)))))));
CREATE POLICY reviews_save ON reviews FOR UPDATE TO public
  USING ((own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text]))))
  WITH CHECK (own_org(org));
GRANT INSERT, SELECT, UPDATE (title, version, updated_at) ON reviews TO niangjia_app;

CREATE TABLE schema_migrations (
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT schema_migrations_pkey PRIMARY KEY (name)
);
-- row security: forced
CREATE POLICY schema_migrations_backup ON schema_migrations FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY schema_migrations_owner ON schema_migrations FOR ALL TO niangjia_owner
  USING (true)
  WITH CHECK (true);

CREATE TABLE sessions (
  area integer NOT NULL,
  token_hash bytea NOT NULL,
  account uuid NOT NULL,
  post uuid,
  second_step boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  device text NOT NULL DEFAULT ''::text,
  CONSTRAINT sessions_pkey PRIMARY KEY (area, token_hash)
);
CREATE INDEX sessions_account ON public.sessions USING btree (account);
CREATE INDEX sessions_token ON public.sessions USING btree (token_hash);
-- row security: forced
CREATE POLICY sessions_backup ON sessions FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY sessions_gate ON sessions FOR ALL TO public
  USING ((actor_duty() = 'sign-in'::text))
  WITH CHECK ((actor_duty() = 'sign-in'::text));
CREATE POLICY sessions_ledger ON sessions FOR SELECT TO niangjia_ledger
  USING (true);
CREATE POLICY sessions_self ON sessions FOR SELECT TO public
  USING ((account = actor_account()));
CREATE POLICY sessions_self_end ON sessions FOR DELETE TO public
  USING ((account = actor_account()));
GRANT DELETE, INSERT, SELECT, UPDATE ON sessions TO niangjia_app;
GRANT SELECT ON sessions TO niangjia_ledger;

CREATE TABLE sign_in_codes (
  area integer NOT NULL,
  code_hash bytea NOT NULL,
  activity uuid NOT NULL,
  org bigint NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  by_post uuid,
  CONSTRAINT sign_in_codes_pkey PRIMARY KEY (area, code_hash)
);
CREATE INDEX sign_in_codes_hash ON public.sign_in_codes USING btree (code_hash);
-- row security: forced
CREATE POLICY sign_in_codes_backup ON sign_in_codes FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY sign_in_codes_own ON sign_in_codes FOR ALL TO public
  USING ((own_org(org) OR (actor_duty() = 'sign-in'::text)))
  WITH CHECK (own_org(org));
GRANT DELETE, INSERT, SELECT ON sign_in_codes TO niangjia_app;

CREATE TABLE statements (
  area integer NOT NULL,
  id uuid NOT NULL,
  org bigint NOT NULL,
  code text NOT NULL,
  title text NOT NULL,
  measure text,
  value numeric(20,4) NOT NULL,
  bound text NOT NULL,
  unit text NOT NULL,
  unit_label text NOT NULL,
  period text NOT NULL DEFAULT ''::text,
  as_of date,
  version smallint,
  grade "char" NOT NULL,
  source text NOT NULL,
  quote text NOT NULL,
  approved_by text,
  supersedes uuid,
  by_account uuid,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  demo boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'standing'::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  differs_from uuid,
  differs_because text,
  CONSTRAINT statements_pkey PRIMARY KEY (area, id),
  CONSTRAINT statements_org_fkey FOREIGN KEY (org) REFERENCES organisations(code),
  CONSTRAINT statements_bound_check CHECK ((bound = ANY (ARRAY['='::text, '>='::text, '<='::text, '~'::text]))),
  CONSTRAINT statements_check CHECK ((num_nulls(differs_from, differs_because) = ANY (ARRAY[0, 2]))),
  CONSTRAINT statements_check1 CHECK ((decided_by <> by_account)),
  CONSTRAINT statements_check2 CHECK (((state <> 'returned'::text) OR (reason IS NOT NULL))),
  CONSTRAINT statements_differs_because_check CHECK (((length(differs_because) >= 2) AND (length(differs_because) <= 500))),
  CONSTRAINT statements_grade_check CHECK ((grade = ANY (ARRAY['A'::"char", 'B'::"char", 'C'::"char", 'D'::"char"]))),
  CONSTRAINT statements_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  CONSTRAINT statements_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'standing'::text, 'returned'::text])))
);
CREATE UNIQUE INDEX statements_once ON public.statements USING btree (area, org, source, code);
CREATE INDEX statements_org ON public.statements USING btree (org, code);
CREATE INDEX statements_supersedes ON public.statements USING btree (supersedes) WHERE (supersedes IS NOT NULL);
-- row security: forced
CREATE POLICY statements_add ON statements FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text])) AND (decided_by IS NULL) AND (by_account = ( SELECT actor_account() AS actor_account)) AND ((state = 'asked'::text) OR ((state = 'standing'::text) AND (grade = 'D'::"char"))))));
CREATE POLICY statements_backup ON statements FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY statements_decide ON statements FOR UPDATE TO public
  USING (((state = 'asked'::text) AND own_org(org) AND (( SELECT actor_role() AS actor_role) = 'chair'::text) AND (by_account <> ( SELECT actor_account() AS actor_account))))
  WITH CHECK (((state = ANY (ARRAY['standing'::text, 'returned'::text])) AND (decided_by = ( SELECT actor_account() AS actor_account))));
CREATE POLICY statements_read ON statements FOR SELECT TO public
  USING (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR ((state = 'standing'::text) AND (( SELECT actor_post() AS actor_post) IS NOT NULL)) OR (own_org(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['chair'::text, 'statistician'::text, 'publicity'::text, 'auditor'::text])))));
GRANT INSERT, SELECT, UPDATE (approved_by, state, decided_by, decided_at, reason) ON statements TO niangjia_app;

CREATE TABLE teams PARTITION OF records FOR VALUES IN ('team');
-- row security: forced
CREATE POLICY teams_add ON teams FOR INSERT TO public
  WITH CHECK (((( SELECT actor_duty() AS actor_duty) = 'load'::text) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme))));
CREATE POLICY teams_backup ON teams FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY teams_below ON teams FOR SELECT TO public
  USING (((org = ANY (( SELECT actor_above() AS actor_above)::bigint[])) AND (NOT sealed) AND (((programme || ' '::text) || state) = ANY (( SELECT shown_below() AS shown_below)::text[]))));
CREATE POLICY teams_edit ON teams FOR UPDATE TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))))
  WITH CHECK ((((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) OR ((org / 10000) = ( SELECT (actor_org() / 10000))) OR (receiver = ( SELECT actor_org() AS actor_org)) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['load'::text, 'repost'::text]))));
CREATE POLICY teams_house_edit ON teams FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY teams_house_read ON teams FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'clock'::text));
CREATE POLICY teams_pay_read ON teams FOR SELECT TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY teams_pay_turn ON teams FOR UPDATE TO public
  USING ((( SELECT actor_duty() AS actor_duty) = 'pay'::text))
  WITH CHECK ((( SELECT actor_duty() AS actor_duty) = 'pay'::text));
CREATE POLICY teams_read ON teams FOR SELECT TO public
  USING ((((NOT sealed) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (( SELECT actor_account() AS actor_account) = ANY (handlers)) AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND ((org / 10000) = ( SELECT (actor_org() / 10000))) AND ((org >= ( SELECT actor_lo() AS actor_lo)) AND (org <= ( SELECT actor_hi() AS actor_hi))) AND (( SELECT actor_role() AS actor_role) = 'rights'::text)) OR ((receiver = ( SELECT actor_org() AS actor_org)) AND (( SELECT programmes_seen() AS programmes_seen) ? programme)) OR (sealed AND (id = ANY (( SELECT opened_records() AS opened_records)::uuid[]))) OR (id = ( SELECT actor_hand() AS actor_hand)) OR (( SELECT actor_duty() AS actor_duty) = ANY (ARRAY['verify'::text, 'repost'::text, 'load'::text]))));
GRANT INSERT, SELECT, UPDATE ON teams TO niangjia_app;

CREATE TABLE totp_resets (
  area integer NOT NULL,
  id uuid NOT NULL,
  account uuid NOT NULL,
  org bigint NOT NULL,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  decided_by uuid,
  decided_at timestamp with time zone,
  agreed boolean,
  CONSTRAINT totp_resets_pkey PRIMARY KEY (area, id),
  CONSTRAINT totp_resets_check CHECK ((num_nulls(decided_by, decided_at, agreed) = ANY (ARRAY[0, 3]))),
  CONSTRAINT totp_resets_check1 CHECK (((asked_by <> account) AND (decided_by <> account) AND (decided_by <> asked_by))),
  CONSTRAINT totp_resets_reason_check CHECK ((length(reason) >= 2))
);
CREATE UNIQUE INDEX totp_resets_open ON public.totp_resets USING btree (account) WHERE (decided_at IS NULL);
-- row security: forced
CREATE POLICY totp_resets_ask ON totp_resets FOR INSERT TO public
  WITH CHECK (((asked_by = ( SELECT actor_account() AS actor_account)) AND (account <> ( SELECT actor_account() AS actor_account)) AND (decided_at IS NULL) AND (( SELECT actor_role() AS actor_role) = 'administrator'::text) AND (NOT holds_post_beyond(account)) AND (EXISTS ( SELECT
   FROM accounts a
  WHERE ((a.id = totp_resets.account) AND (a.home_org = totp_resets.org) AND in_scope(a.home_org))))));
CREATE POLICY totp_resets_backup ON totp_resets FOR SELECT TO niangjia_owner
  USING ((( SELECT actor_duty() AS actor_duty) = 'backup'::text));
CREATE POLICY totp_resets_decide ON totp_resets FOR UPDATE TO public
  USING (((decided_at IS NULL) AND in_scope(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'security'::text])) AND ((( SELECT actor_account() AS actor_account) <> asked_by) AND (( SELECT actor_account() AS actor_account) <> account))))
  WITH CHECK ((decided_by = ( SELECT actor_account() AS actor_account)));
CREATE POLICY totp_resets_read ON totp_resets FOR SELECT TO public
  USING (((account = ( SELECT actor_account() AS actor_account)) OR (in_scope(org) AND (( SELECT actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'security'::text, 'auditor'::text])))));
CREATE TRIGGER totp_resets_done AFTER UPDATE OF agreed ON public.totp_resets FOR EACH ROW WHEN (((old.agreed IS NULL) AND new.agreed)) EXECUTE FUNCTION totp_taken_off();
GRANT INSERT, SELECT, UPDATE (decided_by, decided_at, agreed) ON totp_resets TO niangjia_app;

CREATE OR REPLACE FUNCTION public.account_names(p_accounts uuid[])
 RETURNS TABLE(id uuid, display_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT a.id, a.display_name FROM accounts a WHERE a.id = ANY(p_accounts) AND actor_post() IS NOT NULL $function$;
ALTER FUNCTION account_names(uuid[]) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION account_names(uuid[]) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.actor_above()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ARRAY(SELECT (actor_org() - (actor_org() % span.span)) FROM unnest(ARRAY['100000000000000'::bigint, '1000000000000'::bigint, '10000000000'::bigint, (10000000)::bigint, (10000)::bigint]) span(span));
ALTER FUNCTION actor_above() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION actor_above() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.actor_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('niangjia.account'::text, true), ''::text))::uuid;
ALTER FUNCTION actor_account() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION actor_account() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.actor_duty()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('niangjia.duty'::text, true), ''::text);
ALTER FUNCTION actor_duty() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION actor_duty() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.actor_hand()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('niangjia.hand'::text, true), ''::text))::uuid;
ALTER FUNCTION actor_hand() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION actor_hand() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.actor_hi()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('niangjia.hi'::text, true), ''::text))::bigint;
ALTER FUNCTION actor_hi() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION actor_hi() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.actor_lo()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('niangjia.lo'::text, true), ''::text))::bigint;
ALTER FUNCTION actor_lo() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION actor_lo() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.actor_org()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('niangjia.org'::text, true), ''::text))::bigint;
ALTER FUNCTION actor_org() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION actor_org() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.actor_post()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('niangjia.post'::text, true), ''::text))::uuid;
ALTER FUNCTION actor_post() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION actor_post() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.actor_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('niangjia.role'::text, true), ''::text);
ALTER FUNCTION actor_role() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION actor_role() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.book_postings(p_post uuid, p_records uuid[], p_actions uuid[], p_orgs bigint[], p_programmes text[], p_of uuid[], p_funds uuid[], p_accounts text[], p_days date[], p_fen bigint[])
 RETURNS TABLE(booked integer, moved_to date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE fault text; fault_fund text;
BEGIN
  IF NOT (coalesce(actor_duty() IN ('load', 'repost', 'clock', 'pay'), false) OR coalesce(p_post = actor_post(), false)) THEN
    RAISE EXCEPTION 'nobody books for another post' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- A month is not closed while something is being booked into it (close_period takes the same lock alone).
  PERFORM pg_advisory_xact_lock_shared(o.org)
  FROM (SELECT f.org FROM funds f WHERE f.id = ANY (p_funds)
        UNION SELECT p.org FROM postings p WHERE p.record = ANY (p_records) ORDER BY 1) o;
  WITH sources AS (
    SELECT * FROM unnest(p_records, p_actions, p_orgs, p_programmes) AS s (record, action, org, programme)
  ), changes AS (
    SELECT record, fund, account, for_date, sum(fen)::bigint AS fen, bool_or(asked) AS asked
    FROM (SELECT *, true AS asked FROM unnest(p_of, p_funds, p_accounts, p_days, p_fen) AS l (record, fund, account, for_date, fen)
          UNION ALL SELECT record, fund, account, for_date, -fen, false FROM postings WHERE record = ANY (p_records)) x
    GROUP BY record, fund, account, for_date HAVING sum(fen) <> 0
  ), placed AS (
    SELECT c.record, c.fund, c.account, c.for_date, c.fen, s.action, s.programme, f.area, f.org, f.name,
           CASE WHEN NOT c.asked THEN NULL           -- what is taken back may always be
                WHEN f.id IS NULL OR NOT org_covers(f.org, s.org) OR NOT (f.programmes = '{}' OR s.programme = ANY (f.programmes)) THEN 'fund-not-usable'
                WHEN c.account NOT IN ('cash', 'goods', 'returned', 'pledges', 'allocations')
                  AND NOT c.for_date BETWEEN f.from_date AND coalesce(f.to_date, 'infinity') THEN 'fund-closed' END AS fault
    FROM changes c JOIN sources s ON s.record = c.record LEFT JOIN funds f ON f.id = c.fund
  ), days AS (
    SELECT d.org, d.for_date, fund_open_day(d.org, d.for_date) AS on_date FROM (SELECT DISTINCT org, for_date FROM placed) d
  ), written AS (
    INSERT INTO postings (area, fund, org, account, for_date, on_date, fen, record, programme, action, post)
    SELECT p.area, p.fund, p.org, p.account, p.for_date, d.on_date, p.fen, p.record, p.programme, p.action, p_post
    FROM placed p JOIN days d ON d.org = p.org AND d.for_date = p.for_date
    WHERE NOT EXISTS (SELECT FROM placed WHERE placed.fault IS NOT NULL)
    ORDER BY p.record, p.fund, p.for_date, p.account
    RETURNING postings.for_date, postings.on_date
  )
  SELECT (SELECT count(*) FROM written), (SELECT max(w.on_date) FROM written w WHERE w.on_date > w.for_date),
         (SELECT min(p.fault) FROM placed p), (SELECT min(p.name) FROM placed p WHERE p.fault IS NOT NULL)
  INTO booked, moved_to, fault, fault_fund;
  IF fault IS NOT NULL THEN RAISE EXCEPTION '%', fault USING ERRCODE = 'NJ001', DETAIL = coalesce(fault_fund, ''); END IF;
  RETURN NEXT;
END $function$;
ALTER FUNCTION book_postings(uuid,uuid[],uuid[],bigint[],text[],uuid[],uuid[],text[],date[],bigint[]) OWNER TO niangjia_ledger;

CREATE OR REPLACE FUNCTION public.book_transfer(p_id uuid)
 RETURNS date
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE t fund_transfers; moved date; fault text;
BEGIN
  SELECT * INTO t FROM fund_transfers WHERE id = p_id;
  IF t.id IS NULL OR t.state <> (CASE WHEN t.kind = 'transfer' THEN 'received' ELSE 'approved' END)
     OR NOT coalesce(actor_account() = (CASE WHEN t.kind = 'transfer' THEN t.received_by ELSE t.approved_by END), actor_duty() = 'load') THEN
    RAISE EXCEPTION 'this order is not to be booked now' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(o.org) FROM (SELECT t.org UNION SELECT t.to_org WHERE t.to_org IS NOT NULL ORDER BY 1) o;
  SELECT f.name INTO fault FROM funds f
  WHERE f.id IN (t.fund, t.to_fund) AND NOT coalesce(t.received_on, t.on_date) BETWEEN f.from_date AND coalesce(f.to_date, 'infinity') LIMIT 1;
  IF FOUND THEN RAISE EXCEPTION 'fund-closed' USING ERRCODE = 'NJ001', DETAIL = fault; END IF;
  WITH lines AS (
    SELECT * FROM (VALUES ('receive', t.fund, 'cash', 1), ('receive', t.fund, 'income', -1),
      ('receive-goods', t.fund, 'goods', 1), ('receive-goods', t.fund, 'income-goods', -1),
      ('allocate', t.fund, 'allocated', 1), ('allocate', t.fund, 'allocations', -1),
      ('transfer', t.fund, 'transferred-out', 1), ('transfer', t.fund, 'cash', -1),
      ('transfer', t.to_fund, 'cash', 1), ('transfer', t.to_fund, 'transferred-in', -1)) l (kind, fund, account, sign)
    WHERE l.kind = t.kind
  ), written AS (
    INSERT INTO postings (area, fund, org, account, for_date, on_date, fen, transfer, action, post)
    SELECT f.area, f.id, f.org, l.account, coalesce(t.received_on, t.on_date), fund_open_day(f.org, coalesce(t.received_on, t.on_date)),
           l.sign * t.fen, t.id, t.id, actor_post()
    FROM lines l JOIN funds f ON f.id = l.fund
    RETURNING on_date, for_date
  )
  SELECT max(w.on_date) INTO moved FROM written w WHERE w.on_date > w.for_date;
  RETURN moved;
END $function$;
ALTER FUNCTION book_transfer(uuid) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION book_transfer(uuid) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.breaks_separation(p_account uuid, p_role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT p_role IN ('administrator', 'security', 'auditor')
           AND EXISTS (SELECT FROM posts p WHERE p.account = p_account AND p.ended_at IS NULL AND p.role <> p_role
                       AND (p.to_date IS NULL OR p.to_date >= current_date)
                       AND p.role IN ('administrator', 'security', 'auditor')) $function$;
ALTER FUNCTION breaks_separation(uuid,text) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION breaks_separation(uuid,text) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.budget_sums(p_fund uuid)
 RETURNS TABLE(budget uuid, raised bigint, spent bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT b.id,
         coalesce(-sum(p.fen) FILTER (WHERE p.account IN ('income', 'income-goods', 'transferred-in')), 0)::bigint,
         coalesce(sum(p.fen) FILTER (WHERE p.account IN ('paid', 'premium', 'goods-issued', 'returned')), 0)::bigint
  FROM funds f
  CROSS JOIN LATERAL (
    SELECT g.id, g.record, g.record IS NOT NULL AND count(*) OVER () = 1 AS alone FROM fund_budgets g WHERE g.fund = f.id
  ) b
  LEFT JOIN LATERAL (
    SELECT o.account, o.fen FROM postings o WHERE b.alone AND o.fund = f.id
    UNION ALL
    SELECT o.account, o.fen
    FROM (SELECT b.record AS id UNION ALL SELECT r.id FROM records r WHERE r.parent = b.record) s
    JOIN postings o ON o.record = s.id AND o.fund = f.id
    WHERE b.record IS NOT NULL AND NOT b.alone
  ) p ON true
  WHERE f.id = p_fund AND in_scope(f.org) AND sees_money()
  GROUP BY b.id $function$;
ALTER FUNCTION budget_sums(uuid) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION budget_sums(uuid) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.child_check_valid(p_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT actor_role() IN ('rights', 'family', 'chair', 'organisation')
          AND EXISTS (SELECT FROM records c WHERE c.kind = 'case' AND c.person = p_person AND c.programme = 'volunteer-check' AND c.state = 'passed'
                      AND (c.answers ->> 'validTo')::date >= current_date) $function$;
ALTER FUNCTION child_check_valid(uuid) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION child_check_valid(uuid) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.claims_follow()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  UPDATE record_claims c SET person = living_person(c.named)
  WHERE (c.named = NEW.id OR c.person IN (NEW.id, living_person(OLD.merged_into)))
    AND c.person <> living_person(c.named)
    AND NOT EXISTS (SELECT FROM record_claims o WHERE o.programme = c.programme AND o.key = c.key AND o.person = living_person(c.named));
  RETURN NULL;
END $function$;
ALTER FUNCTION claims_follow() OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION claims_follow() TO niangjia_app;

CREATE OR REPLACE FUNCTION public.claims_held(p_programme text, p_keys text[], p_persons uuid[])
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT a.place::integer FROM unnest(p_keys, p_persons) WITH ORDINALITY AS a (key, person, place)
        WHERE actor_post() IS NOT NULL AND EXISTS (
          SELECT FROM record_claims c WHERE c.programme = p_programme AND c.key = a.key AND c.person = living_person(a.person)) $function$;
ALTER FUNCTION claims_held(text,text[],uuid[]) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION claims_held(text,text[],uuid[]) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.figure_cells(p_org bigint, p_by_child boolean)
 RETURNS TABLE(lo bigint, hi bigint)
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  IF p_org % 100000000000000 = 0 THEN      -- a region: its leagues, and itself for what is its own
    RETURN QUERY SELECT c, c FROM figure_divisions(p_org, org_last(p_org), 1000000000000) c;
  ELSIF NOT p_by_child THEN
    RETURN QUERY SELECT p_org, p_org;
  ELSIF p_org % 1000000000000 = 0 THEN     -- a league: its banners; townships right under it (东莞) come as a range
    RETURN QUERY SELECT c, c FROM figure_divisions(p_org + 10000000000, org_last(p_org), 10000000000) c
      UNION ALL SELECT p_org + 10000000, p_org + 9999999999;
  ELSE
    RETURN QUERY SELECT p_org + 10000000, org_last(p_org);
  END IF;
END $function$;
ALTER FUNCTION figure_cells(bigint,boolean) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION figure_cells(bigint,boolean) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.figure_chunks(p_measures smallint[], p_org bigint, p_from date, p_to date, p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamp with time zone)
 RETURNS TABLE(measure smallint, of_area integer, month integer, entries bigint, value bigint, sha256 bytea)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
BEGIN
  PERFORM figure_guard(p_measures, p_org, 'total');
  RETURN QUERY
    SELECT e.measure, e.area, to_char(e.on_date, 'YYYYMM')::integer AS month, count(*), sum(e.value)::bigint,
           sha256(string_agg(sha256(convert_to(concat_ws('|', e.id, e.measure, e.org, e.on_date, e.value, e.grade,
             coalesce(e.person::text, ''), coalesce(e.record::text, ''), coalesce(e.reverses::text, '')), 'UTF8')), ''::bytea ORDER BY e.id))
    FROM entries e LEFT JOIN ledger_moves(p_xmin, p_xmax, p_xip, p_at) v ON v.code = e.org
    WHERE e.measure = ANY (p_measures) AND e.on_date BETWEEN p_from AND p_to
      AND ledger_holds(e.tx, e.posted_at, p_xmin, p_xmax, p_xip, p_at)
      AND coalesce(v.home, e.org) BETWEEN p_org AND org_last(p_org)
    GROUP BY e.measure, e.area, month;
END $function$;
ALTER FUNCTION figure_chunks(smallint[],bigint,date,date,bigint,bigint,bigint[],timestamp with time zone) OWNER TO niangjia_ledger;

CREATE OR REPLACE FUNCTION public.figure_days_hold(p_measure smallint, p_org bigint, p_from date, p_to date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT p_org % 10000000000 > 0 OR EXISTS (
    SELECT FROM figure_cells(p_org, false) r
    CROSS JOIN LATERAL (
      SELECT FROM day_cells c WHERE c.area = (r.lo / 1000000000000)::integer AND c.measure = p_measure AND c.org = r.lo
        AND c.on_date BETWEEN p_from AND p_to LIMIT 1) c) $function$;
ALTER FUNCTION figure_days_hold(smallint,bigint,date,date) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION figure_days_hold(smallint,bigint,date,date) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.figure_difference(p_measure smallint, a_org bigint, a_from date, a_to date, a_xmin bigint, a_xmax bigint, a_xip bigint[], a_at timestamp with time zone, b_org bigint, b_from date, b_to date, b_xmin bigint, b_xmax bigint, b_xip bigint[], b_at timestamp with time zone, p_earlier date)
 RETURNS TABLE(id bigint, org bigint, on_date date, worth bigint, person integer, record uuid, cause text, posted_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
DECLARE v_same boolean := (a_org, a_from, a_to) = (b_org, b_from, b_to);
BEGIN
  PERFORM figure_guard(ARRAY[p_measure], a_org, 'total');
  PERFORM figure_guard(ARRAY[p_measure], b_org, 'total');
  RETURN QUERY
    WITH moved_a AS MATERIALIZED (SELECT * FROM ledger_moves(a_xmin, a_xmax, a_xip, a_at)),
    moved_b AS MATERIALIZED (SELECT * FROM ledger_moves(b_xmin, b_xmax, b_xip, b_at)),
    -- Of the same question at two moments only what was posted since the earlier, and what has moved, can differ.
    candidates AS (
      SELECT e.* FROM entries e
      WHERE v_same AND e.measure = p_measure AND e.tx >= least(a_xmin, b_xmin) AND e.area = ANY (ARRAY(SELECT ledger_areas()))
      UNION
      SELECT e.* FROM (SELECT code FROM moved_a UNION SELECT code FROM moved_b) m JOIN entries e ON e.org = m.code
      WHERE v_same AND e.measure = p_measure
      UNION ALL
      SELECT e.* FROM entries e
      WHERE NOT v_same AND e.measure = p_measure AND e.on_date BETWEEN least(a_from, b_from) AND greatest(a_to, b_to)
    ), judged AS (
      SELECT e.*, ledger_holds(e.tx, e.posted_at, a_xmin, a_xmax, a_xip, a_at) AS held_a, ledger_holds(e.tx, e.posted_at, b_xmin, b_xmax, b_xip, b_at) AS held_b,
             e.on_date BETWEEN a_from AND a_to AS days_a, e.on_date BETWEEN b_from AND b_to AS days_b,
             coalesce(ma.home, e.org) BETWEEN a_org AND org_last(a_org) AS place_a, coalesce(mb.home, e.org) BETWEEN b_org AND org_last(b_org) AS place_b
      FROM candidates e LEFT JOIN moved_a ma ON ma.code = e.org LEFT JOIN moved_b mb ON mb.code = e.org
    )
    SELECT j.id, j.org, j.on_date, CASE WHEN j.held_b AND j.days_b AND j.place_b THEN j.value ELSE -j.value END, j.person, j.record,
      CASE WHEN j.days_a <> j.days_b THEN 'period'
           WHEN j.place_a <> j.place_b THEN CASE WHEN a_org = b_org THEN 'merged' ELSE 'place' END
           WHEN j.post IS NULL AND EXISTS (SELECT FROM entries x WHERE x.record = j.record AND x.action = j.action AND x.tx < j.tx) THEN 'recount'
           WHEN EXISTS (SELECT FROM entries x WHERE x.record = j.record AND x.measure = j.measure AND x.tx < least(a_xmin, b_xmin) AND x.tx < j.tx) THEN 'correction'
           WHEN j.on_date > p_earlier THEN 'since'
           ELSE 'late' END,
      j.posted_at
    FROM judged j
    WHERE (j.held_a AND j.days_a AND j.place_a) <> (j.held_b AND j.days_b AND j.place_b);
END $function$;
ALTER FUNCTION figure_difference(smallint,bigint,date,date,bigint,bigint,bigint[],timestamp with time zone,bigint,date,date,bigint,bigint,bigint[],timestamp with time zone,date) OWNER TO niangjia_ledger;

CREATE OR REPLACE FUNCTION public.figure_divisions(p_from bigint, p_to bigint, p_span bigint)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  IF p_span = 1000000000000 THEN
    RETURN QUERY SELECT code FROM organisations WHERE code % 1000000000000 = 0 AND code BETWEEN p_from - p_from % p_span AND p_to;
  ELSE
    RETURN QUERY SELECT code FROM organisations WHERE code % 10000000000 = 0 AND code BETWEEN p_from AND p_to;
  END IF;
END $function$;
ALTER FUNCTION figure_divisions(bigint,bigint,bigint) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION figure_divisions(bigint,bigint,bigint) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.figure_entries(p_measure smallint, p_org bigint, p_from date, p_to date, p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamp with time zone, p_day date, p_id bigint, p_limit integer)
 RETURNS TABLE(id bigint, org bigint, on_date date, value bigint, grade "char", record uuid, reverses bigint, posted_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET join_collapse_limit TO '1'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_memoize TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
BEGIN
  PERFORM figure_guard(ARRAY[p_measure], p_org, 'total');
  -- A region holds nearly all there is: newest first by day. What is smaller is put together from its organisations.
  IF p_org % 100000000000000 = 0 THEN
    RETURN QUERY
      SELECT e.id, e.org, e.on_date, e.value, e.grade, e.record, e.reverses, e.posted_at
      FROM entries e LEFT JOIN ledger_moves(p_xmin, p_xmax, p_xip, p_at) v ON v.code = e.org
      WHERE e.measure = p_measure AND e.person IS NULL AND e.on_date BETWEEN p_from AND p_to AND (e.on_date, e.id) < (p_day, p_id)
        AND ledger_holds(e.tx, e.posted_at, p_xmin, p_xmax, p_xip, p_at)
        AND coalesce(v.home, e.org) BETWEEN p_org AND org_last(p_org)
      ORDER BY e.on_date DESC, e.id DESC LIMIT p_limit;
    RETURN;
  END IF;
  RETURN QUERY
    SELECT e.id, e.org, e.on_date, e.value, e.grade, e.record, e.reverses, e.posted_at
    FROM (SELECT o.code FROM organisations o
          WHERE o.code BETWEEN p_org AND org_last(p_org) AND o.code NOT IN (SELECT v.code FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v)
          UNION ALL SELECT v.code FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v WHERE v.home BETWEEN p_org AND org_last(p_org)) o
    CROSS JOIN LATERAL (
      SELECT * FROM entries e
      WHERE e.measure = p_measure AND e.org = o.code AND e.on_date BETWEEN p_from AND least(p_to, p_day) AND (e.on_date, e.id) < (p_day, p_id)
        AND ledger_holds(e.tx, e.posted_at, p_xmin, p_xmax, p_xip, p_at)
      ORDER BY e.on_date DESC, e.id DESC LIMIT p_limit) e
    ORDER BY e.on_date DESC, e.id DESC LIMIT p_limit;
END $function$;
ALTER FUNCTION figure_entries(smallint,bigint,date,date,bigint,bigint,bigint[],timestamp with time zone,date,bigint,integer) OWNER TO niangjia_ledger;

CREATE OR REPLACE FUNCTION public.figure_guard(p_measures smallint[], p_org bigint, p_by text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  IF actor_duty() = 'verify' THEN RETURN; END IF;
  IF NOT coalesce(p_org >= actor_lo() AND org_last(p_org) <= actor_hi(), false) THEN
    RAISE EXCEPTION 'out of scope' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (
      SELECT FROM measures m JOIN programmes p ON p.id = m.programme
      WHERE m.no = ANY (p_measures) AND m.confidential
        AND ((p_org % 10000000000 > 0 AND NOT (own_org(p_org) AND actor_role() = ANY (p.see)))
             OR (p_by = 'child' AND p_org % 1000000000000 > 0))) THEN
    RAISE EXCEPTION 'confidential' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $function$;
ALTER FUNCTION figure_guard(smallint[],bigint,text) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION figure_guard(smallint[],bigint,text) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.figure_parts(p_measures smallint[], p_org bigint, p_from date, p_to date, p_by text, p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamp with time zone)
 RETURNS TABLE(measure smallint, key bigint, grade "char", value bigint, entries bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET join_collapse_limit TO '1'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_memoize TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
DECLARE
  v_last bigint := org_last(p_org);
  v_span bigint := v_last - p_org + 1;
  v_areas integer[] := ARRAY(SELECT c / 1000000000000 FROM figure_divisions(p_org, v_last, 1000000000000) c);
  v_child boolean := p_by = 'child';
  -- Below township, and villages of a township, there are no cells: entries are read through an index.
  v_direct boolean := v_span < 10000000 OR (v_child AND v_span = 10000000);
  -- By child, the row 本级 has no cell of its own (a region's has).
  v_own bigint := CASE WHEN v_child AND v_span < 100000000000000 THEN p_org + 9999 ELSE p_org - 1 END;
  -- Days that do not fill a month: cells by day where there are such, else entries.
  v_days boolean := v_span >= CASE WHEN v_child THEN 1000000000000 ELSE 10000000000 END;
  v_first date := date_trunc('month', p_from)::date;
  v_end date := (date_trunc('month', p_to + 1) - interval '1 day')::date;
  v_month integer;
  v_month_end integer;
BEGIN
  PERFORM figure_guard(p_measures, p_org, p_by);
  IF v_first < p_from THEN v_first := (v_first + interval '1 month')::date; END IF;
  IF v_first > v_end OR v_direct THEN v_first := p_to + 1; v_end := p_to; END IF;

  IF NOT v_direct AND v_first <= v_end THEN
    v_month := to_char(v_first, 'YYYYMM');
    v_month_end := to_char(v_end, 'YYYYMM');
    RETURN QUERY
      SELECT c.measure, CASE p_by WHEN 'child' THEN org_child(c.org, p_org) WHEN 'month' THEN c.month::bigint ELSE 0 END AS k,
             c.grade, sum(c.value)::bigint, sum(c.entries)::bigint
      FROM figure_cells(p_org, v_child) r CROSS JOIN unnest(p_measures) m (no)
      CROSS JOIN LATERAL (
        SELECT * FROM cells c WHERE c.area = (r.lo / 1000000000000)::integer AND c.measure = m.no AND c.org BETWEEN r.lo AND r.hi
          AND c.month BETWEEN v_month AND v_month_end OFFSET 0) c
      GROUP BY c.measure, k, c.grade;
  END IF;
  IF NOT v_direct AND v_days AND (p_from < v_first OR v_end < p_to) THEN
    RETURN QUERY
      SELECT c.measure, CASE p_by WHEN 'child' THEN org_child(c.org, p_org) WHEN 'month' THEN to_char(c.on_date, 'YYYYMM')::bigint ELSE 0 END AS k,
             c.grade, sum(c.value)::bigint, sum(c.entries)::bigint
      FROM figure_cells(p_org, v_child) r CROSS JOIN unnest(p_measures) m (no)
      CROSS JOIN (VALUES (p_from, least(v_first - 1, p_to)), (greatest(v_end + 1, p_from, v_first), p_to)) d (d1, d2)
      CROSS JOIN LATERAL (
        SELECT * FROM day_cells c WHERE c.area = (r.lo / 1000000000000)::integer AND c.measure = m.no AND c.org = r.lo
          AND c.on_date BETWEEN d.d1 AND d.d2 OFFSET 0) c
      WHERE r.lo = r.hi
      GROUP BY c.measure, k, c.grade;
  END IF;

  -- Straight from entries: everything of a leaf, the row 本级, and days without cells.
  IF v_direct OR v_own >= p_org OR p_from < v_first OR v_end < p_to THEN
    RETURN QUERY
      SELECT e.measure, CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k,
             e.grade, sum(e.value)::bigint, count(*)
      FROM (SELECT p_org, v_last, p_from, p_to WHERE v_direct
            UNION ALL SELECT p_org, v_own, p_from, p_to WHERE NOT v_direct AND v_own >= p_org
            UNION ALL SELECT greatest(v_own + 1, p_org), CASE WHEN v_days THEN p_org + 9999999999 ELSE v_last END, d.d1, d.d2
              FROM (VALUES (p_from, least(v_first - 1, p_to)), (greatest(v_end + 1, p_from, v_first), p_to)) d (d1, d2)
              WHERE NOT v_direct AND d.d1 <= d.d2 AND (NOT v_days OR (v_child AND v_span = 1000000000000))
           ) r (lo, hi, d1, d2)
      CROSS JOIN unnest(p_measures) m (no)
      CROSS JOIN LATERAL (
        SELECT e.measure, e.org, e.on_date, e.grade, e.value FROM entries e
        WHERE e.measure = m.no AND e.org BETWEEN r.lo AND r.hi AND e.on_date BETWEEN r.d1 AND r.d2 OFFSET 0) e
      GROUP BY e.measure, k, e.grade;
  END IF;

  -- The tail: what the asked moment has and the above has not, and the other way round.
  IF NOT v_direct OR p_xmin IS NOT NULL THEN
    RETURN QUERY
      SELECT t.measure, t.k, t.grade, sum(t.worth * t.value)::bigint, sum(t.worth)::bigint
      FROM (
        SELECT e.measure, e.grade, e.value,
               CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k,
               (p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false))::integer
               - (v_direct OR e.org <= v_own
                  OR (e.on_date NOT BETWEEN v_first AND v_end
                      AND (NOT v_days OR (v_child AND v_span = 1000000000000 AND e.org <= p_org + 9999999999)))
                  OR coalesce(ledger_seen(e.tx, f.snap_xmin, f.snap_xmax, f.snap_xip), false))::integer AS worth
        FROM unnest(v_areas) a (area)
        LEFT JOIN fold_states f ON f.area = a.area
        CROSS JOIN unnest(p_measures) m (no)
        CROSS JOIN LATERAL (
          SELECT * FROM entries e WHERE e.area = a.area AND e.measure = m.no
            AND e.tx >= least(coalesce(f.snap_xmin, 0), coalesce(p_xmin, f.snap_xmin, 0)) OFFSET 0) e
        WHERE e.org BETWEEN p_org AND v_last AND e.on_date BETWEEN p_from AND p_to
      ) t WHERE t.worth <> 0
      GROUP BY t.measure, t.k, t.grade;
  END IF;

  -- Merged organisations: their entries leave the row they were posted under and come to the row of the successor.
  IF EXISTS (SELECT FROM organisations WHERE successor IS NOT NULL) THEN
    RETURN QUERY
      SELECT e.measure, CASE p_by WHEN 'child' THEN w.child WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k,
             e.grade, sum(w.worth * e.value)::bigint, sum(w.worth)::bigint
      FROM (SELECT v.code, org_child(v.code, p_org) AS child, -1 AS worth FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v WHERE v.code BETWEEN p_org AND v_last
            UNION ALL
            SELECT v.code, org_child(v.home, p_org), 1 FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v WHERE v.home BETWEEN p_org AND v_last) w
      CROSS JOIN unnest(p_measures) m (no)
      CROSS JOIN LATERAL (
        SELECT * FROM entries e WHERE e.measure = m.no AND e.org = w.code AND e.on_date BETWEEN p_from AND p_to OFFSET 0) e
      WHERE p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false)
      GROUP BY e.measure, k, e.grade;
  END IF;
END $function$;
ALTER FUNCTION figure_parts(smallint[],bigint,date,date,text,bigint,bigint,bigint[],timestamp with time zone) OWNER TO niangjia_ledger;

CREATE OR REPLACE FUNCTION public.figure_periods(p_from date, p_to date, p_months boolean)
 RETURNS SETOF integer
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT DISTINCT CASE WHEN NOT p_months AND date_trunc('year', m) >= p_from AND date_trunc('year', m) + interval '1 year - 1 day' <= p_to
              THEN to_char(m, 'YYYY')::integer ELSE to_char(m, 'YYYYMM')::integer END
  FROM generate_series(p_from::timestamp, p_to::timestamp, interval '1 month') m $function$;
ALTER FUNCTION figure_periods(date,date,boolean) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION figure_periods(date,date,boolean) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.figure_persons(p_measure smallint, p_org bigint, p_from date, p_to date, p_by text, p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamp with time zone)
 RETURNS TABLE(key bigint, cell bytea, present integer[], absent integer[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET join_collapse_limit TO '1'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_memoize TO 'off'
 SET jit TO 'off'
AS $function$
#variable_conflict use_column
DECLARE
  v_last bigint := org_last(p_org);
  v_span bigint := v_last - p_org + 1;
  v_areas integer[] := ARRAY(SELECT c / 1000000000000 FROM figure_divisions(p_org, v_last, 1000000000000) c);
  v_child boolean := p_by = 'child';
  v_direct boolean := v_span < 10000000 OR (v_child AND v_span = 10000000);
  v_own bigint := CASE WHEN v_child AND v_span < 100000000000000 THEN p_org + 9999 ELSE p_org - 1 END;
  v_stock boolean := (SELECT flow = 'stock' FROM measures WHERE no = p_measure);
  v_from date := CASE WHEN v_stock THEN '0001-01-01' ELSE p_from END;
  v_first date := date_trunc('month', v_from)::date;
  v_end date := (date_trunc('month', p_to) + interval '1 month - 1 day')::date;
  v_into bigint[] := ARRAY(SELECT code FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) WHERE home BETWEEN p_org AND v_last AND code NOT BETWEEN p_org AND v_last);
  v_out bigint[] := ARRAY(SELECT code FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) WHERE code BETWEEN p_org AND v_last);
  v_periods integer[];
  v_less integer[];
  v_keys bigint[] := '{}';
  v_persons integer[] := '{}';
BEGIN
  PERFORM figure_guard(ARRAY[p_measure], p_org, p_by);

  -- Leaves and the row 本级: exactly, from entries.
  RETURN QUERY
    SELECT x.k, NULL::bytea, array_agg(x.person), NULL::integer[]
    FROM (SELECT CASE p_by WHEN 'child' THEN org_child(coalesce(v.home, e.org), p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k, e.person
          FROM (SELECT p_org AS lo, CASE WHEN v_direct THEN v_last ELSE v_own END AS hi
                UNION ALL SELECT c, c FROM unnest(v_into || v_out) c) r
          CROSS JOIN LATERAL (
            SELECT * FROM entries e
            WHERE e.measure = p_measure AND e.org BETWEEN r.lo AND r.hi AND e.on_date BETWEEN v_from AND p_to OFFSET 0) e
          LEFT JOIN ledger_moves(p_xmin, p_xmax, p_xip, p_at) v ON v.code = e.org
          WHERE (p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false))
            AND (r.lo = r.hi OR v.code IS NULL) AND e.person IS NOT NULL
            AND coalesce(v.home, e.org) BETWEEN p_org AND CASE WHEN v_direct THEN v_last ELSE v_own END
          GROUP BY k, e.person HAVING sum(e.value) > 0) x
    WHERE v_direct OR v_own >= p_org
    GROUP BY x.k;
  IF v_direct THEN RETURN; END IF;

  -- A month that is cut may still be used whole when nothing is dated in the part that was cut off.
  IF v_first < v_from AND figure_days_hold(p_measure, p_org, v_first, v_from - 1) THEN
    v_first := (v_first + interval '1 month')::date;
  END IF;
  IF v_end > p_to AND figure_days_hold(p_measure, p_org, p_to + 1, v_end) THEN
    v_end := (date_trunc('month', p_to) - interval '1 day')::date;
  END IF;
  IF v_first > v_end THEN v_first := v_from; v_end := v_from - 1; END IF;

  IF v_stock THEN
    RETURN QUERY
      SELECT CASE WHEN v_child THEN org_child(o.code, p_org) ELSE 0 END, c.persons, NULL::integer[], NULL::integer[]
      FROM figure_cells(p_org, v_child) r
      CROSS JOIN LATERAL (SELECT r.lo AS code WHERE r.lo = r.hi
                          UNION ALL SELECT o.code FROM organisations o
                          WHERE r.lo < r.hi AND o.code BETWEEN r.lo AND r.hi AND o.code % 10000000 = 0) o
      CROSS JOIN LATERAL (SELECT c.persons FROM person_cells c
                          WHERE c.area = (o.code / 1000000000000)::integer AND c.measure = p_measure AND c.org = o.code
                            AND c.period <= to_char(v_end, 'YYYYMM')::integer
                          ORDER BY c.period DESC LIMIT 1) c;
  ELSIF v_first <= v_end THEN
    v_periods := ARRAY(SELECT figure_periods(v_first, v_end, p_by = 'month'));
    RETURN QUERY
      SELECT CASE p_by WHEN 'child' THEN org_child(c.org, p_org) WHEN 'month' THEN c.period::bigint ELSE 0 END,
             c.persons, NULL::integer[], NULL::integer[]
      FROM figure_cells(p_org, v_child) r
      CROSS JOIN LATERAL (
        SELECT * FROM person_cells c WHERE c.area = (r.lo / 1000000000000)::integer AND c.measure = p_measure AND c.org BETWEEN r.lo AND r.hi
          AND c.period = ANY (v_periods) OFFSET 0) c;
  END IF;

  -- Days cut off from a flow: who came on them came, whatever the whole months say, since no record is worth less than
  -- nothing on a day. Whom something was taken back from, what stands, the tail and the merged are recounted over the whole
  -- range, person by person.
  IF NOT v_stock AND (v_first > v_from OR v_end < p_to) THEN
    FOR key, present, v_less IN
      SELECT x.k, array_agg(x.person) FILTER (WHERE x.value > 0), array_agg(x.person) FILTER (WHERE x.value < 0)
      FROM (SELECT CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k, e.person, e.value
            FROM (VALUES (v_from, least(v_first - 1, p_to)), (greatest(v_end + 1, v_from), p_to)) d (d1, d2)
            CROSS JOIN LATERAL (
              SELECT * FROM entries e WHERE e.measure = p_measure AND e.on_date BETWEEN d.d1 AND d.d2 AND e.person IS NOT NULL
                AND e.org BETWEEN greatest(p_org, v_own + 1) AND v_last OFFSET 0) e
            WHERE ledger_holds(e.tx, e.posted_at, p_xmin, p_xmax, p_xip, p_at) AND e.org <> ALL (v_out)) x
      GROUP BY x.k
    LOOP
      IF v_less IS NOT NULL THEN
        present := ARRAY(SELECT unnest(present) EXCEPT SELECT unnest(v_less));
        v_keys := v_keys || array_fill(key, ARRAY[cardinality(v_less)]);
        v_persons := v_persons || v_less;
      END IF;
      RETURN NEXT;
    END LOOP;
  END IF;

  RETURN QUERY
    WITH touched AS (
      SELECT CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END AS k, e.person
      FROM (VALUES (v_from, least(v_first - 1, p_to)), (greatest(v_end + 1, v_from), p_to)) d (d1, d2)
      CROSS JOIN LATERAL (
        SELECT e.org, e.on_date, e.person FROM entries e WHERE e.measure = p_measure AND e.on_date BETWEEN d.d1 AND d.d2 AND e.person IS NOT NULL
          AND e.org BETWEEN greatest(p_org, v_own + 1) AND v_last OFFSET 0) e
      WHERE v_stock AND (v_first > v_from OR v_end < p_to)
      UNION
      SELECT * FROM unnest(v_keys, v_persons)
      UNION
      SELECT CASE p_by WHEN 'child' THEN org_child(e.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END, e.person
      FROM unnest(v_areas) a (area)
      LEFT JOIN fold_states f ON f.area = a.area
      CROSS JOIN LATERAL (
        SELECT * FROM entries e WHERE e.area = a.area AND e.measure = p_measure
          AND e.tx >= least(coalesce(f.snap_xmin, 0), coalesce(p_xmin, f.snap_xmin, 0)) OFFSET 0) e
      WHERE e.org BETWEEN greatest(p_org, v_own + 1) AND v_last AND e.on_date <= greatest(v_end, p_to) AND e.on_date >= least(v_first, v_from)
        AND (p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false))
            IS DISTINCT FROM coalesce(ledger_seen(e.tx, f.snap_xmin, f.snap_xmax, f.snap_xip), false)
      UNION
      SELECT CASE p_by WHEN 'child' THEN org_child(w.org, p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END, e.person
      FROM (SELECT v.code, x.org FROM ledger_moves(p_xmin, p_xmax, p_xip, p_at) v CROSS JOIN LATERAL (VALUES (v.code), (v.home)) x (org)
            WHERE x.org BETWEEN greatest(p_org, v_own + 1) AND v_last) w
      JOIN entries e ON e.measure = p_measure AND e.org = w.code AND e.on_date BETWEEN least(v_first, v_from) AND greatest(v_end, p_to) AND e.person IS NOT NULL
    ), worth AS (
      SELECT t.k, t.person, coalesce(sum(x.value), 0) AS net
      FROM touched t
      LEFT JOIN LATERAL (
        SELECT e.value
        FROM (SELECT p_org AS lo, v_last AS hi UNION ALL SELECT c, c FROM unnest(v_into) c) r
        CROSS JOIN LATERAL (
          SELECT * FROM entries e
          WHERE e.measure = p_measure AND e.person = t.person AND e.org BETWEEN r.lo AND r.hi AND e.on_date BETWEEN v_from AND p_to OFFSET 0) e
        LEFT JOIN ledger_moves(p_xmin, p_xmax, p_xip, p_at) v ON v.code = e.org
        WHERE (p_xmin IS NULL OR ledger_seen(e.tx, p_xmin, p_xmax, p_xip) OR coalesce(e.posted_at <= p_at, false))
          AND coalesce(v.home, e.org) BETWEEN p_org AND v_last
          AND t.k = CASE p_by WHEN 'child' THEN org_child(coalesce(v.home, e.org), p_org) WHEN 'month' THEN to_char(e.on_date, 'YYYYMM')::bigint ELSE 0 END
      ) x ON true
      GROUP BY t.k, t.person
    )
    SELECT w.k, NULL::bytea, array_agg(w.person) FILTER (WHERE w.net > 0), array_agg(w.person) FILTER (WHERE w.net <= 0)
    FROM worth w GROUP BY w.k;
END $function$;
ALTER FUNCTION figure_persons(smallint,bigint,date,date,text,bigint,bigint,bigint[],timestamp with time zone) OWNER TO niangjia_ledger;

CREATE OR REPLACE FUNCTION public.first_rights(p_orgs bigint[])
 RETURNS TABLE(area integer, account uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ WITH found AS (
          SELECT o.place, p.area, p.account FROM unnest(p_orgs) WITH ORDINALITY AS o (code, place) JOIN posts p ON p.org = o.code
          WHERE p.role = 'rights' AND p.ended_at IS NULL AND p.from_date <= current_date
            AND (p.to_date IS NULL OR p.to_date >= current_date) AND actor_post() IS NOT NULL)
        SELECT DISTINCT f.area, f.account FROM found f WHERE f.place = (SELECT min(place) FROM found) $function$;
ALTER FUNCTION first_rights(bigint[]) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION first_rights(bigint[]) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.fund_open_day(p_org bigint, p_day date)
 RETURNS date
 LANGUAGE plpgsql
 STABLE
AS $function$
DECLARE m date := date_trunc('month', p_day)::date; d date := p_day;
BEGIN
  WHILE EXISTS (SELECT FROM fund_periods p WHERE p.org = p_org AND p.month = to_char(m, 'YYYYMM')::integer AND p.state IN ('closed', 'reopen-asked')) LOOP
    m := (m + interval '1 month')::date;
    d := m;
  END LOOP;
  RETURN d;
END $function$;
ALTER FUNCTION fund_open_day(bigint,date) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION fund_open_day(bigint,date) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.fund_promised(p_fund uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT fund_reserved(f.id) FROM funds f WHERE f.id = p_fund AND ((in_scope(f.org) AND sees_money()) OR actor_duty() = 'verify') $function$;
ALTER FUNCTION fund_promised(uuid) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION fund_promised(uuid) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.fund_reserved(p_fund uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  SELECT (coalesce((SELECT sum(fen) FROM fund_transfers WHERE fund = p_fund AND state = 'approved' AND kind = 'transfer'), 0)
        + coalesce((SELECT sum(open_fen) FROM payment_batches WHERE fund = p_fund AND open_fen > 0), 0))::bigint $function$;
ALTER FUNCTION fund_reserved(uuid) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION fund_reserved(uuid) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.fund_sums(p_fund uuid, p_from date, p_to date, p_by text)
 RETURNS TABLE(key text, account text, fen bigint, lines bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT CASE p_by WHEN 'day' THEN p.on_date::text
                   WHEN 'month' THEN to_char(p.on_date, 'YYYY-MM')
                   ELSE CASE WHEN p.record IS NOT NULL THEN CASE WHEN g.confidential AND NOT own.it THEN 'confidential' ELSE 'programme:' || p.programme END
                             WHEN t.kind = 'transfer' THEN 'org:' || CASE WHEN p.fund = t.fund THEN t.to_org ELSE t.org END
                             WHEN t.kind = 'allocate' THEN 'allocate'
                             ELSE 'giver:' || t.giver END END,
         p.account, sum(p.fen)::bigint, count(*)
  FROM funds f
  CROSS JOIN LATERAL (SELECT own_org(f.org) AND actor_role() = 'finance' AS it) own
  JOIN postings p ON p.fund = f.id AND p.on_date BETWEEN p_from AND p_to
  LEFT JOIN programmes g ON g.id = p.programme
  LEFT JOIN fund_transfers t ON t.id = p.transfer
  WHERE f.id = p_fund AND ((in_scope(f.org) AND sees_money()) OR actor_duty() = 'verify')
  GROUP BY 1, 2 $function$;
ALTER FUNCTION fund_sums(uuid,date,date,text) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION fund_sums(uuid,date,date,text) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.guard_release()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.state = 'asked' AND NEW.state IN ('returned', 'sealed')
     OR OLD.state = 'sealed' AND NEW.state = 'withdrawn'
        AND (to_jsonb(OLD) - ARRAY['state', 'reason', 'withdrawn_by', 'withdrawn_at'])
          = (to_jsonb(NEW) - ARRAY['state', 'reason', 'withdrawn_by', 'withdrawn_at']) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a release is only decided, then at most withdrawn' USING ERRCODE = 'insufficient_privilege';
END $function$;
ALTER FUNCTION guard_release() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION guard_release() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.handlers_leave()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM handlers_settle(ARRAY[OLD.account]);
  RETURN NULL;
END $function$;
ALTER FUNCTION handlers_leave() OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION handlers_leave() TO niangjia_app;

CREATE OR REPLACE FUNCTION public.handlers_settle(p_accounts uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  WITH leaving AS (
    SELECT r.area, r.kind, r.id, array_agg(h.account) AS gone
    FROM records r, unnest(r.handlers) AS h (account)
    WHERE r.sealed AND r.handlers && p_accounts AND h.account = ANY (p_accounts)
      AND NOT EXISTS (SELECT FROM posts p JOIN programmes g ON g.id = r.programme
                      WHERE p.account = h.account AND p.ended_at IS NULL AND p.org / 10000 = r.org / 10000 AND p.role = ANY (g.see)
                        AND (p.to_date IS NULL OR p.to_date >= current_date))
    GROUP BY r.area, r.kind, r.id
  ), dropped AS (
    UPDATE records r SET handlers = ARRAY(SELECT h FROM unnest(r.handlers) AS h WHERE h <> ALL (l.gone)), revision = r.revision + 1,
      updated_at = clock_timestamp()
    FROM leaving l WHERE r.area = l.area AND r.kind = l.kind AND r.id = l.id
    RETURNING r.area, r.kind, r.id, r.programme, r.state, r.revision, r.org, r.handlers, l.gone
  ), told AS (
    INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, answers, by_org, made_on)
    SELECT d.area, gen_random_uuid(), d.id, d.kind, d.programme, 'handlers', d.state, d.state, d.revision,
           jsonb_build_object('removed', to_jsonb(d.gone)), d.org, (now() AT TIME ZONE 'Asia/Shanghai')::date
    FROM dropped d
  ), turned AS (
    UPDATE clocks c SET handlers = d.handlers FROM dropped d WHERE c.area = d.area AND c.record = d.id
  )
  INSERT INTO notices (area, id, account, text_key, link)
  SELECT DISTINCT ON (p.account) p.area, gen_random_uuid(), p.account, 'case-unhandled', '/todos'
  FROM posts p
  WHERE p.org / 10000 IN (SELECT d.org / 10000 FROM dropped d WHERE d.handlers = '{}') AND p.role = 'rights' AND p.ended_at IS NULL
    AND (p.to_date IS NULL OR p.to_date >= current_date)
$function$;
ALTER FUNCTION handlers_settle(uuid[]) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION handlers_settle(uuid[]) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.holds_post_beyond(p_account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT actor_role() IS DISTINCT FROM 'administrator'
            OR EXISTS (SELECT FROM posts p WHERE p.account = p_account AND p.ended_at IS NULL
                       AND (p.to_date IS NULL OR p.to_date >= current_date) AND NOT in_scope(p.org)) $function$;
ALTER FUNCTION holds_post_beyond(uuid) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION holds_post_beyond(uuid) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.in_scope(org bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((org >= actor_lo()) AND (org <= actor_hi()));
ALTER FUNCTION in_scope(bigint) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION in_scope(bigint) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.initiative_sums(p_initiatives uuid[], p_whole text[], p_org bigint, p_from date, p_to date)
 RETURNS TABLE(measure text, grade "char", value bigint, records bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
BEGIN
  PERFORM figure_guard(ARRAY[]::smallint[], p_org, 'total');
  RETURN QUERY
    WITH marked AS MATERIALIZED (
      SELECT DISTINCT m.record FROM initiative_records m
      WHERE m.initiative = ANY (p_initiatives) AND m.removed_at IS NULL AND m.programme <> ALL (p_whole)),
    held AS MATERIALIZED (
      SELECT m.id, e.grade, e.value, e.person, e.record
      FROM marked k JOIN entries e ON e.record = k.record JOIN measures m ON m.no = e.measure AND NOT m.confidential
      LEFT JOIN ledger_moves(NULL, NULL, NULL, NULL) v ON v.code = e.org
      WHERE e.on_date <= p_to AND (e.on_date >= p_from OR m.flow = 'stock')
        AND coalesce(v.home, e.org) BETWEEN p_org AND org_last(p_org))
    SELECT h.id, h.grade, sum(h.value)::bigint, count(DISTINCT h.record) FROM held h WHERE h.person IS NULL GROUP BY h.id, h.grade
    UNION ALL
    SELECT p.id, 'A'::"char", count(*)::bigint, max(p.records)
    FROM (SELECT h.id, h.person, count(DISTINCT h.record) AS records FROM held h WHERE h.person IS NOT NULL GROUP BY h.id, h.person HAVING sum(h.value) > 0) p
    GROUP BY p.id;
END $function$;
ALTER FUNCTION initiative_sums(uuid[],text[],bigint,date,date) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION initiative_sums(uuid[],text[],bigint,date,date) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.ledger_areas()
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE
AS $function$
  WITH RECURSIVE found(area) AS (
    SELECT (min(code) / 1000000000000)::integer FROM organisations
    UNION ALL
    SELECT (SELECT (min(o.code) / 1000000000000)::integer FROM organisations o WHERE o.code >= (f.area + 1) * 1000000000000)
    FROM found f WHERE f.area IS NOT NULL)
  SELECT area FROM found WHERE area IS NOT NULL $function$;
ALTER FUNCTION ledger_areas() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION ledger_areas() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.ledger_clock_of(p_xmax bigint)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT at FROM moments WHERE snap_xmax >= p_xmax ORDER BY snap_xmax, at LIMIT 1 $function$;
ALTER FUNCTION ledger_clock_of(bigint) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION ledger_clock_of(bigint) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.ledger_holds(tx bigint, at timestamp with time zone, p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((p_xmin IS NULL) OR ledger_seen(tx, p_xmin, p_xmax, p_xip) OR COALESCE((at <= p_at), false));
ALTER FUNCTION ledger_holds(bigint,timestamp with time zone,bigint,bigint,bigint[],timestamp with time zone) OWNER TO niangjia_owner;

CREATE OR REPLACE FUNCTION public.ledger_moment_at(p_at timestamp with time zone)
 RETURNS TABLE(snap_xmin bigint, snap_xmax bigint, snap_xip bigint[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT snap_xmin, snap_xmax, snap_xip FROM moments WHERE at <= p_at ORDER BY at DESC LIMIT 1 $function$;
ALTER FUNCTION ledger_moment_at(timestamp with time zone) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION ledger_moment_at(timestamp with time zone) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.ledger_moves(p_xmin bigint, p_xmax bigint, p_xip bigint[], p_at timestamp with time zone)
 RETURNS TABLE(code bigint, home bigint)
 LANGUAGE plpgsql
 STABLE ROWS 1
AS $function$
#variable_conflict use_column
BEGIN
  IF NOT EXISTS (SELECT FROM organisations o WHERE o.successor IS NOT NULL) THEN RETURN; END IF;
  RETURN QUERY
    WITH RECURSIVE ways(code, home, steps) AS (
      SELECT o.code, o.merged_into, 1 FROM organisations o
      WHERE o.successor IS NOT NULL AND ledger_holds(o.merged_tx, o.merged_at, p_xmin, p_xmax, p_xip, p_at)
      UNION ALL
      SELECT w.code, o.merged_into, w.steps + 1 FROM ways w JOIN organisations o ON o.code = w.home
      WHERE o.successor IS NOT NULL AND ledger_holds(o.merged_tx, o.merged_at, p_xmin, p_xmax, p_xip, p_at) AND w.steps < 20
    ), ends AS (SELECT DISTINCT ON (code) code, home FROM ways ORDER BY code, steps DESC)
    SELECT code, home FROM ends
    UNION ALL
    SELECT o.code, e.home FROM ends e JOIN organisations o ON o.code BETWEEN e.code + 1 AND e.code + 9999
    WHERE e.code % 10000 = 0
      AND NOT (o.successor IS NOT NULL AND ledger_holds(o.merged_tx, o.merged_at, p_xmin, p_xmax, p_xip, p_at));
END $function$;
ALTER FUNCTION ledger_moves(bigint,bigint,bigint[],timestamp with time zone) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION ledger_moves(bigint,bigint,bigint[],timestamp with time zone) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.ledger_seen(tx bigint, snap_xmin bigint, snap_xmax bigint, snap_xip bigint[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((tx < snap_xmin) OR ((tx < snap_xmax) AND (tx <> ALL (snap_xip))));
ALTER FUNCTION ledger_seen(bigint,bigint,bigint,bigint[]) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION ledger_seen(bigint,bigint,bigint,bigint[]) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.ledger_snapshot(OUT snap_xmin bigint, OUT snap_xmax bigint, OUT snap_xip bigint[])
 RETURNS record
 LANGUAGE sql
 STABLE
AS $function$
  SELECT pg_snapshot_xmin(s)::text::bigint + o.value, pg_snapshot_xmax(s)::text::bigint + o.value,
         ARRAY(SELECT x::text::bigint + o.value FROM pg_snapshot_xip(s) x)
  FROM pg_current_snapshot() s, ledger_offset o $function$;
ALTER FUNCTION ledger_snapshot() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION ledger_snapshot() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.ledger_tx()
 RETURNS bigint
 LANGUAGE sql
AS $function$ SELECT pg_current_xact_id()::text::bigint + value FROM ledger_offset $function$;
ALTER FUNCTION ledger_tx() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION ledger_tx() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.living_person(p_id uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ WITH RECURSIVE chain(id, next, steps) AS (
          SELECT p.id, p.merged_into, 0 FROM people p WHERE p.id = p_id
          UNION ALL SELECT p.id, p.merged_into, c.steps + 1 FROM chain c JOIN people p ON p.id = c.next WHERE c.steps < 50)
        SELECT coalesce((SELECT c.id FROM chain c WHERE c.next IS NULL LIMIT 1), p_id) $function$;
ALTER FUNCTION living_person(uuid) OWNER TO niangjia_ledger;

CREATE OR REPLACE FUNCTION public.moved_by_merger()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF current_user = 'niangjia_app' AND coalesce(actor_duty() <> 'load', true) THEN
    RAISE EXCEPTION 'posts and accounts move by a merger' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
ALTER FUNCTION moved_by_merger() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION moved_by_merger() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.only_received(receiver bigint, sealed boolean, org bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE((receiver = actor_org()), false) AND (org <> actor_org()) AND (sealed OR (NOT in_scope(org))));
ALTER FUNCTION only_received(bigint,boolean,bigint) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION only_received(bigint,boolean,bigint) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.open_programmes()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ARRAY(SELECT programmes.id FROM programmes WHERE ((NOT programmes.confidential) AND (actor_role() = ANY (programmes.see)) AND ((programmes.owner IS NULL) OR org_covers(programmes.owner, actor_org()))));
ALTER FUNCTION open_programmes() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION open_programmes() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.opened_records()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ARRAY(SELECT break_glass.record FROM break_glass WHERE ((break_glass.account = actor_account()) AND (break_glass.post = actor_post()) AND (break_glass.approved_by <> break_glass.account) AND (break_glass.expires_at > clock_timestamp())));
ALTER FUNCTION opened_records() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION opened_records() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.org_child(code bigint, parent bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((code - (code % '1000000000000'::bigint)) > parent) THEN (code - (code % '1000000000000'::bigint)) WHEN ((code - (code % '10000000000'::bigint)) > parent) THEN (code - (code % '10000000000'::bigint)) WHEN ((code - (code % (10000000)::bigint)) > parent) THEN (code - (code % (10000000)::bigint)) WHEN ((code - (code % (10000)::bigint)) > parent) THEN (code - (code % (10000)::bigint)) ELSE parent END;
ALTER FUNCTION org_child(bigint,bigint) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION org_child(bigint,bigint) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.org_covers(above bigint, below bigint)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((above = below) OR (((above % (10000)::bigint) = 0) AND ((below >= above) AND (below <= ((above - 1) + CASE WHEN ((above % '100000000000000'::bigint) = 0) THEN '100000000000000'::bigint WHEN ((above % '1000000000000'::bigint) = 0) THEN '1000000000000'::bigint WHEN ((above % '10000000000'::bigint) = 0) THEN '10000000000'::bigint WHEN ((above % (10000000)::bigint) = 0) THEN (10000000)::bigint ELSE (10000)::bigint END)))));
ALTER FUNCTION org_covers(bigint,bigint) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION org_covers(bigint,bigint) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.org_last(code bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (code + CASE WHEN ((code % (10000)::bigint) > 0) THEN (0)::bigint WHEN ((code % '100000000000000'::bigint) = 0) THEN '99999999999999'::bigint WHEN ((code % '1000000000000'::bigint) = 0) THEN '999999999999'::bigint WHEN ((code % '10000000000'::bigint) = 0) THEN '9999999999'::bigint WHEN ((code % (10000000)::bigint) = 0) THEN (9999999)::bigint ELSE (9999)::bigint END);
ALTER FUNCTION org_last(bigint) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION org_last(bigint) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.own_org(org bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (((org / 10000) = (actor_org() / 10000)) AND ((org >= actor_lo()) AND (org <= actor_hi())));
ALTER FUNCTION own_org(bigint) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION own_org(bigint) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.own_step(p_record uuid, p_action uuid)
 RETURNS TABLE(action text, answers jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT a.action, a.answers FROM actions a
        WHERE a.record = p_record AND a.id = p_action AND a.by_account = actor_account() AND a.by_post = actor_post() $function$;
ALTER FUNCTION own_step(uuid,uuid) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION own_step(uuid,uuid) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.payable_records(p_programme text, p_fund uuid, p_after uuid, p_limit integer)
 RETURNS TABLE(area integer, id uuid, org bigint, number text, fen jsonb, payee jsonb, name text, holder jsonb, proof jsonb, account jsonb, key_salt bytea, rounds integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT r.area, r.id, r.org, r.number, r.answers->(p.payment->>'amount'), r.answers->(p.payment->>'payee'), who.name,
         r.answers->(p.payment->>'holder'), r.answers->(p.payment->>'proof'), r.answers->(p.payment->>'account'), r.key_salt,
         (SELECT count(*)::integer FROM payment_lines l WHERE l.record = r.id)
  FROM programmes p
  JOIN funds f ON f.id = p_fund AND own_org(f.org) AND actor_role() = 'finance' AND (f.programmes = '{}' OR p.id = ANY (f.programmes))
  JOIN records r ON r.kind = p.kind AND r.programme = p.id AND r.state IN (SELECT jsonb_array_elements_text(p.payment->'in'))
    AND r.answers->>(p.payment->>'fund') = f.id::text AND in_scope(r.org)
  LEFT JOIN people who ON p.payment->>'payeeKind' = 'person' AND who.id::text = r.answers->>(p.payment->>'payee') AND who.erased_at IS NULL
  WHERE p.id = p_programme AND p.payment IS NOT NULL AND (p_after IS NULL OR r.id > p_after)
    AND NOT EXISTS (SELECT FROM payment_lines l WHERE l.record = r.id AND l.state IN ('waiting', 'paid', 'stuck'))
  ORDER BY r.id LIMIT p_limit $function$;
ALTER FUNCTION payable_records(text,uuid,uuid,integer) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION payable_records(text,uuid,uuid,integer) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.payable_sums()
 RETURNS TABLE(programme text, fund uuid, records bigint, fen bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT p.id, f.id, count(*), coalesce(sum(CASE WHEN jsonb_typeof(r.answers->(p.payment->>'amount')) = 'number' THEN (r.answers->>(p.payment->>'amount'))::bigint END), 0)::bigint
  FROM programmes p
  JOIN records r ON r.kind = p.kind AND r.programme = p.id AND r.state IN (SELECT jsonb_array_elements_text(p.payment->'in')) AND in_scope(r.org)
  JOIN funds f ON f.id::text = r.answers->>(p.payment->>'fund') AND own_org(f.org) AND (f.programmes = '{}' OR p.id = ANY (f.programmes))
  WHERE p.payment IS NOT NULL AND actor_role() = 'finance'
    AND NOT EXISTS (SELECT FROM payment_lines l WHERE l.record = r.id AND l.state IN ('waiting', 'paid', 'stuck'))
  GROUP BY p.id, f.id $function$;
ALTER FUNCTION payable_sums() OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION payable_sums() TO niangjia_app;

CREATE OR REPLACE FUNCTION public.people_similar(p_name text, p_birth date, p_org bigint, p_type text, p_hash bytea)
 RETURNS TABLE(id uuid, org bigint, birth_year integer, gender text, visible boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT p.id, p.org, extract(year FROM p.birth_date)::integer, p.gender, in_scope(p.org) AND serves_people()
        FROM people p
        WHERE p.name_key = p_name AND p.merged_into IS NULL AND p.erased_at IS NULL AND NOT p.protected
          AND (p_hash IS NULL OR p.id_hash IS NULL OR p.id_type <> p_type OR p.id_hash = p_hash)
          AND ((p.birth_date BETWEEN p_birth - 366 AND p_birth + 366 AND p.org / 1000000000000 = p_org / 1000000000000)
               OR ((p.birth_date IS NULL OR p_birth IS NULL) AND p.org / 10000000 = p_org / 10000000))
          AND actor_post() IS NOT NULL AND (actor_role() <> 'company' OR in_scope(p.org))
        ORDER BY abs(p.birth_date - p_birth), p.id LIMIT 10 $function$;
ALTER FUNCTION people_similar(text,date,bigint,text,bytea) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION people_similar(text,date,bigint,text,bytea) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.person_by_document(p_type text, p_hash bytea)
 RETURNS TABLE(id uuid, org bigint, visible boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT p.id, CASE WHEN p.protected AND NOT (own_org(p.org) AND actor_role() = 'rights') OR actor_role() = 'company' AND NOT in_scope(p.org)
                    THEN NULL ELSE p.org END,
               in_scope(p.org) AND serves_people() AND (NOT p.protected OR (own_org(p.org) AND actor_role() = 'rights'))
        FROM people p
        WHERE p.id_type = p_type AND p.id_hash = p_hash AND p.merged_into IS NULL
          AND (actor_post() IS NOT NULL OR actor_duty() = 'load') $function$;
ALTER FUNCTION person_by_document(text,bytea) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION person_by_document(text,bytea) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.person_by_phone(p_hash bytea, p_name_key text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT p.id FROM people p WHERE p.phone_hash = p_hash AND p.name_key = p_name_key AND p.merged_into IS NULL
          AND p.erased_at IS NULL AND actor_post() IS NOT NULL ORDER BY p.created_at, p.id LIMIT 1 $function$;
ALTER FUNCTION person_by_phone(bytea,text) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION person_by_phone(bytea,text) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.person_numbers_of(p_ids uuid[])
 RETURNS TABLE(id uuid, no integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ WITH RECURSIVE chain(id, no, next, steps) AS (
          SELECT p.id, p.no, p.merged_into, 0 FROM people p WHERE p.id = ANY (p_ids)
          UNION ALL
          SELECT c.id, p.no, p.merged_into, c.steps + 1 FROM chain c JOIN people p ON p.id = c.next WHERE c.steps < 50)
        SELECT c.id, c.no FROM chain c WHERE c.next IS NULL $function$;
ALTER FUNCTION person_numbers_of(uuid[]) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION person_numbers_of(uuid[]) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.post_counts(p_post uuid, p_records uuid[], p_actions uuid[], p_orgs bigint[], p_measures text[], p_days date[], p_values bigint[], p_grades text[], p_persons uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE posted integer;
BEGIN
  IF NOT (coalesce(actor_duty() IN ('clock', 'load', 'pay', 'repost', 'sign-in'), false) OR coalesce(p_post = actor_post(), false)) THEN
    RAISE EXCEPTION 'nobody posts for another post' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH asked AS MATERIALIZED (
    SELECT a.record, a.action, a.org, m.no AS measure, a.on_date, a.value, a.grade::"char" AS grade,
           CASE WHEN a.person IS NOT NULL THEN coalesce(n.no, -1) END AS person
    FROM unnest(p_records, p_actions, p_orgs, p_measures, p_days, p_values, p_grades, p_persons)
      AS a (record, action, org, measure, on_date, value, grade, person)
    LEFT JOIN measures m ON m.id = a.measure
    LEFT JOIN person_numbers_of(array_remove(p_persons, NULL)) n ON n.id = a.person
  ), sources AS (
    SELECT DISTINCT ON (record) record, action FROM asked
  ), desired AS (
    SELECT record, measure, org, on_date, grade, person,
           CASE WHEN person IS NULL THEN sum(value) ELSE max(greatest(value, 0)) + min(least(value, 0)) END AS value,
           0::bigint AS held, NULL::bigint AS latest
    FROM asked GROUP BY record, measure, org, on_date, grade, person
  ), held AS (
    SELECT record, measure, org, on_date, grade, person, -sum(value) AS value, sum(value) AS held, max(id) AS latest
    FROM entries WHERE record = ANY (p_records) GROUP BY record, measure, org, on_date, grade, person
  ), differences AS (
    SELECT record, measure, org, on_date, grade, person, sum(value)::bigint AS value, sum(held) AS held, max(latest) AS latest
    FROM (SELECT * FROM desired UNION ALL SELECT * FROM held) x
    GROUP BY record, measure, org, on_date, grade, person HAVING sum(value) <> 0
  )
  INSERT INTO entries (area, measure, org, on_date, value, grade, person, record, action, post, reverses, tx)
  SELECT d.org / 1000000000000, d.measure, d.org, d.on_date, d.value, d.grade, d.person, d.record, s.action, p_post,
         CASE WHEN sign(d.held) = -sign(d.value) THEN d.latest END, (SELECT ledger_tx())
  FROM differences d JOIN sources s USING (record)
  ORDER BY d.record, d.measure, d.on_date, d.grade, d.person;
  GET DIAGNOSTICS posted = ROW_COUNT;
  RETURN posted;
END $function$;
ALTER FUNCTION post_counts(uuid,uuid[],uuid[],bigint[],text[],date[],bigint[],text[],uuid[]) OWNER TO niangjia_ledger;

CREATE OR REPLACE FUNCTION public.postings_settle()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE short record;
BEGIN
  IF EXISTS (SELECT FROM fresh GROUP BY fund, coalesce(record, transfer), on_date HAVING sum(fen) <> 0) THEN
    RAISE EXCEPTION 'postings do not sum to zero' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO fund_balances AS held (area, fund, account, org, fen, lines)
  SELECT area, fund, account, org, sum(fen), count(*) FROM fresh GROUP BY area, fund, account, org ORDER BY fund, account
  ON CONFLICT (area, fund, account) DO UPDATE SET fen = held.fen + excluded.fen, lines = held.lines + excluded.lines;
  SELECT f.name INTO short
  FROM (SELECT fund, account FROM fresh WHERE account IN ('cash', 'goods') GROUP BY fund, account HAVING sum(fen) < 0) spent
  JOIN fund_balances b ON b.fund = spent.fund AND b.account = spent.account
  JOIN funds f ON f.id = b.fund
  WHERE b.fen < CASE WHEN b.account = 'cash' THEN fund_reserved(b.fund) ELSE 0 END
  LIMIT 1;
  IF FOUND THEN RAISE EXCEPTION 'fund-overdrawn' USING ERRCODE = 'NJ001', DETAIL = short.name; END IF;
  RETURN NULL;
END $function$;
ALTER FUNCTION postings_settle() OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION postings_settle() TO niangjia_app;

CREATE OR REPLACE FUNCTION public.programmes_seen()
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (SELECT COALESCE(jsonb_object_agg(p.id, true), '{}'::jsonb) AS "coalesce" FROM programmes p WHERE ((actor_role() = ANY (p.see)) AND ((p.owner IS NULL) OR org_covers(p.owner, actor_org()))));
ALTER FUNCTION programmes_seen() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION programmes_seen() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.records_titled(p_kind text, p_programme text, p_words text, p_most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET work_mem TO '64MB'
AS $function$
DECLARE
  v_lo bigint := actor_lo();
  v_hi bigint := actor_hi();
  v_like text := '%' || regexp_replace(p_words, '([\\%_])', '\\\1', 'g') || '%';
  v_ids uuid[];
BEGIN
  IF length(lower(p_words)) < 2 THEN RETURN NULL; END IF;
  IF NOT coalesce(programmes_seen() ? p_programme, false) THEN RETURN '{}'; END IF;
  -- A piece names its programme: said once more, another index would be read beside.
  v_ids := ARRAY(
    (SELECT r.id FROM records r
     WHERE r.kind = p_kind AND NOT r.sealed AND r.org BETWEEN v_lo AND v_hi
       AND title_pieces(r.programme, r.title) @> title_pieces(p_programme, p_words) AND r.title ILIKE v_like LIMIT p_most + 1)
    UNION
    (SELECT r.id FROM records r
     WHERE r.kind = p_kind AND r.programme = p_programme AND NOT r.sealed AND r.org BETWEEN v_lo AND v_hi
       AND starts_with(r.number, upper(p_words)) LIMIT p_most + 1));
  RETURN CASE WHEN cardinality(v_ids) <= p_most THEN v_ids END;
END $function$;
ALTER FUNCTION records_titled(text,text,text,integer) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION records_titled(text,text,text,integer) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.refuse_overdrawn(p_fund uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE held bigint;
BEGIN
  SELECT fen INTO held FROM fund_balances WHERE fund = p_fund AND account = 'cash' FOR UPDATE;
  IF coalesce(held, 0) < fund_reserved(p_fund) THEN
    RAISE EXCEPTION 'fund-overdrawn' USING ERRCODE = 'NJ001', DETAIL = (SELECT name FROM funds WHERE id = p_fund);
  END IF;
END $function$;
ALTER FUNCTION refuse_overdrawn(uuid) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION refuse_overdrawn(uuid) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.sealed_keeper(p_record uuid)
 RETURNS TABLE(area integer, org bigint, handlers uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT r.area, r.org, r.handlers FROM records r WHERE r.id = p_record AND r.sealed AND in_scope(r.org) $function$;
ALTER FUNCTION sealed_keeper(uuid) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION sealed_keeper(uuid) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.sees_money()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (actor_role() = ANY (ARRAY['finance'::text, 'auditor'::text, 'chair'::text, 'statistician'::text, 'rights'::text]));
ALTER FUNCTION sees_money() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION sees_money() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.serves_people()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (actor_role() = ANY (ARRAY['chair'::text, 'rights'::text, 'family'::text, 'development'::text, 'organisation'::text, 'publicity'::text, 'finance'::text, 'operator'::text, 'mediator'::text, 'guide'::text, 'volunteer-leader'::text, 'company'::text]));
ALTER FUNCTION serves_people() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION serves_people() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.session_actor(p_token bytea)
 RETURNS TABLE(area integer, account uuid, name text, display_name text, home_org bigint, must_change boolean, has_totp boolean, second_step boolean, seen_at timestamp with time zone, post uuid, role text, org bigint, org_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT s.area, a.id, a.name, a.display_name, a.home_org, a.must_change, a.totp IS NOT NULL,
               s.second_step, s.seen_at, p.id, p.role, p.org, o.name
        FROM sessions s
        JOIN accounts a ON a.id = s.account AND a.disabled_at IS NULL
                       AND (a.signed_out_at IS NULL OR s.created_at > a.signed_out_at)
        LEFT JOIN posts p ON p.id = s.post AND p.account = a.id AND p.ended_at IS NULL AND p.from_date <= current_date
                         AND (p.to_date IS NULL OR p.to_date >= current_date)
        LEFT JOIN organisations o ON o.code = p.org
        WHERE s.token_hash = p_token AND s.expires_at > now() $function$;
ALTER FUNCTION session_actor(bytea) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION session_actor(bytea) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.shift_standing(p_shift uuid, p_persons uuid[])
 RETURNS TABLE(person uuid, registered boolean, checked boolean, trained boolean, busy boolean, inside boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  WITH shift AS (
    SELECT r.id, r.on_date, (r.answers ->> 'startsAt')::timestamptz AS starts, (r.answers ->> 'endsAt')::timestamptz AS ends, p.answers ->> 'training' AS training
    FROM records r LEFT JOIN records p ON p.kind = 'listing' AND p.programme = 'volunteer-project' AND p.id = (r.answers ->> 'project')::uuid
    WHERE r.kind = 'activity' AND r.id = p_shift AND r.programme = 'volunteer-session' AND in_scope(r.org)
  )
  SELECT who.person,
    EXISTS (SELECT FROM records m WHERE m.kind = 'member' AND m.person = who.person AND m.programme = 'volunteer' AND m.state = 'active'),
    EXISTS (SELECT FROM records c WHERE c.kind = 'case' AND c.person = who.person AND c.programme = 'volunteer-check' AND c.state = 'passed'
            AND (c.answers ->> 'validTo')::date >= shift.on_date),
    shift.training IS NULL
      OR EXISTS (SELECT FROM attendances a JOIN records t ON t.kind = 'activity' AND t.id = a.activity
                 WHERE a.person = who.person AND t.programme = 'volunteer-training' AND t.state = 'held' AND t.answers ->> 'kind' = shift.training
                   AND t.on_date BETWEEN shift.on_date - interval '2 years' AND shift.on_date),
    EXISTS (SELECT FROM records u JOIN records o ON o.kind = 'activity' AND o.id = u.parent
            WHERE u.kind = 'response' AND u.person = who.person AND u.programme = 'volunteer-signup' AND u.state = 'accepted' AND o.id <> shift.id
              AND o.state IN ('open', 'running') AND (o.answers ->> 'startsAt')::timestamptz < shift.ends AND (o.answers ->> 'endsAt')::timestamptz > shift.starts)
      OR EXISTS (SELECT FROM attendances a JOIN records o ON o.kind = 'activity' AND o.id = a.activity
                 WHERE a.person = who.person AND o.programme = 'volunteer-session' AND o.id <> shift.id AND o.state <> 'cancelled'
                   AND coalesce(a.minutes, 1) > 0 AND (o.answers ->> 'startsAt')::timestamptz < shift.ends AND (o.answers ->> 'endsAt')::timestamptz > shift.starts),
    EXISTS (SELECT FROM attendances a
            WHERE a.person = who.person AND a.programme = 'volunteer-session' AND a.activity <> shift.id
              AND a.minutes IS NULL AND a.signed_out IS NULL AND a.signed_in > clock_timestamp() - interval '1 day')
  FROM shift, unnest(p_persons) AS who (person)
$function$;
ALTER FUNCTION shift_standing(uuid,uuid[]) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION shift_standing(uuid,uuid[]) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.shown_below()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ARRAY(SELECT ((p.id || ' '::text) || s.s) FROM programmes p, LATERAL unnest(p.shown_below) s(s) WHERE ((actor_role() = ANY (p.see)) AND (NOT p.confidential)));
ALTER FUNCTION shown_below() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION shown_below() TO PUBLIC;

CREATE OR REPLACE FUNCTION public.take_claims(p_programme text, p_all uuid[], p_areas integer[], p_records uuid[], p_keys text[], p_persons uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
END $function$;
ALTER FUNCTION take_claims(text,uuid[],integer[],uuid[],text[],uuid[]) OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION take_claims(text,uuid[],integer[],uuid[],text[],uuid[]) TO niangjia_app;

CREATE OR REPLACE FUNCTION public.title_pieces(p_programme text, p_title text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 10000
RETURN ARRAY(SELECT DISTINCT ((title_pieces.p_programme || ' '::text) || substr(lower(title_pieces.p_title), i.i, 2)) FROM generate_series(1, (length(lower(title_pieces.p_title)) - 1)) i(i));
ALTER FUNCTION title_pieces(text,text) OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION title_pieces(text,text) TO PUBLIC;

CREATE OR REPLACE FUNCTION public.totp_taken_off()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  UPDATE accounts SET totp = NULL, totp_pending = NULL, totp_step = NULL, signed_out_at = clock_timestamp(), revision = revision + 1
  WHERE id = NEW.account;
  RETURN NULL;
END $function$;
ALTER FUNCTION totp_taken_off() OWNER TO niangjia_ledger;
GRANT EXECUTE ON FUNCTION totp_taken_off() TO niangjia_app;

CREATE OR REPLACE FUNCTION public.totp_wall()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF current_user = 'niangjia_app' AND coalesce(actor_duty() NOT IN ('sign-in', 'load'), true) THEN
    RAISE EXCEPTION 'the second step is taken off by two people' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $function$;
ALTER FUNCTION totp_wall() OWNER TO niangjia_owner;
GRANT EXECUTE ON FUNCTION totp_wall() TO PUBLIC;
