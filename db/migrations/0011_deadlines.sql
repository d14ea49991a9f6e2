-- Deadlines that remind, escalate and expire (src/server/deadlines): clocks of hours, rounds, pauses, clocks that belong to
-- another organisation than the keeping one, and the notices that are told of them.

ALTER TABLE clocks
  ADD COLUMN round     smallint NOT NULL DEFAULT 0,      -- follow-up calls: 0 the first
  ADD COLUMN due_at    timestamptz,                      -- clocks of minutes and hours
  ADD COLUMN paused_on date,                             -- stands still since: not due, not late
  ADD COLUMN for_org   bigint,                           -- who must act, when that is not the keeper: a receiver, an approver above
  -- When the house must look at it next; NULL: all has been said. A row that comes without is looked at at once.
  ADD COLUMN next_at   timestamptz DEFAULT '-infinity';
ALTER TABLE clocks ADD COLUMN duty_org bigint NOT NULL GENERATED ALWAYS AS (coalesce(for_org, org)) STORED;
ALTER TABLE clocks DROP CONSTRAINT clocks_pkey, ADD PRIMARY KEY (area, record, clock, started_on, round);
DROP INDEX clocks_due;
CREATE INDEX clocks_due ON clocks (duty_org, due_on) WHERE ended_on IS NULL AND paused_on IS NULL;    -- to-do lists
CREATE INDEX clocks_next ON clocks (next_at) WHERE ended_on IS NULL AND paused_on IS NULL;            -- the house, every minute

-- Whoever must act sees her clock, also of a record that another organisation keeps.
CREATE POLICY clocks_duty ON clocks FOR SELECT
  USING (for_org = (SELECT actor_org()) AND programme = ANY ((SELECT visible_programmes())::text[]));

-- The duty 'clock': the house looks at running clocks, tells who must act, and takes the steps of clocks that expire
CREATE POLICY clocks_house ON clocks FOR ALL
  USING ((SELECT actor_duty()) = 'clock') WITH CHECK ((SELECT actor_duty()) = 'clock');
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['records', 'cases', 'activities', 'places', 'teams', 'members'] LOOP
    EXECUTE format($p$CREATE POLICY %1$s_house_read ON %1$s FOR SELECT USING ((SELECT actor_duty()) = 'clock')$p$, t);
    EXECUTE format($p$CREATE POLICY %1$s_house_edit ON %1$s FOR UPDATE
      USING ((SELECT actor_duty()) = 'clock') WITH CHECK ((SELECT actor_duty()) = 'clock')$p$, t);
  END LOOP;
END $$;
CREATE POLICY actions_house_read ON actions FOR SELECT USING ((SELECT actor_duty()) = 'clock');
CREATE POLICY actions_house_add ON actions FOR INSERT                    -- its steps name nobody
  WITH CHECK ((SELECT actor_duty()) = 'clock' AND by_account IS NULL AND by_post IS NULL);
CREATE POLICY attendances_house ON attendances FOR SELECT USING ((SELECT actor_duty()) = 'clock');
CREATE POLICY posts_house ON posts FOR SELECT USING ((SELECT actor_duty()) = 'clock');

-- A notice of a sealed record names neither it nor its programme. `told` is what is said once: a digest of clock, term and mark.
ALTER TABLE notices
  ADD COLUMN record    uuid,
  ADD COLUMN programme text,
  ADD COLUMN clock     text,
  ADD COLUMN org       bigint,                           -- whom to ask: of a notice to the level above
  ADD COLUMN due_on    date,
  ADD COLUMN due_at    timestamptz,
  ADD COLUMN told      text;
CREATE UNIQUE INDEX notices_once ON notices (area, account, told);
DROP INDEX notices_account;
CREATE INDEX notices_account ON notices (account, at DESC, id DESC);
CREATE INDEX notices_unread ON notices (account) WHERE read_at IS NULL;
CREATE POLICY notices_house ON notices FOR SELECT USING ((SELECT actor_duty()) = 'clock');
REVOKE UPDATE ON notices FROM niangjia_app;
GRANT UPDATE (read_at) ON notices TO niangjia_app;

-- The steps of the house count too: post_counts (0006) and post_many_counts (0009) let the duty in, and are else as they were.
DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname IN ('post_counts', 'post_many_counts') LOOP
    EXECUTE replace(pg_get_functiondef(f), '''load'', ''repost''', '''clock'', ''load'', ''repost''');
  END LOOP;
END $$;
