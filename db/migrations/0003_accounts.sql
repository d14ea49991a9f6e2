-- Accounts, the posts they hold, and sessions. A person acts under one post at a time (DESIGN 6).

CREATE TABLE accounts (
  area          integer NOT NULL,
  id            uuid NOT NULL,
  name          text NOT NULL,                     -- what is typed at sign-in, lower case
  display_name  text NOT NULL,
  home_org      bigint NOT NULL REFERENCES organisations (code),
  password      text NOT NULL,                     -- scrypt$N$r$p$salt$hash
  password_at   timestamptz NOT NULL DEFAULT now(),
  must_change   boolean NOT NULL DEFAULT false,
  totp          bytea,                             -- sealed with the data key; NULL until enrolled
  totp_pending  bytea,                             -- shown as a QR code, not yet confirmed with a code
  totp_step     bigint,                            -- last accepted time step: a code works once
  failures      integer NOT NULL DEFAULT 0,        -- wrong tries since the last right one
  locked_until  timestamptz,
  signed_out_at timestamptz,                       -- every session begun until then is void
  last_post     uuid,                              -- chosen again at the next sign-in
  disabled_at   timestamptz,
  revision      integer NOT NULL DEFAULT 1,
  demo          boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (area, id)
);
CREATE UNIQUE INDEX accounts_name ON accounts (name);
CREATE INDEX accounts_id ON accounts (id);            -- session_actor() and histories know the id only
CREATE INDEX accounts_home ON accounts (home_org, name);

CREATE TABLE posts (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  account     uuid NOT NULL,
  org         bigint NOT NULL REFERENCES organisations (code),
  role        text NOT NULL,
  from_date   date NOT NULL DEFAULT current_date,
  to_date     date,
  ended_at    timestamptz,
  given_by    uuid,
  demo        boolean NOT NULL DEFAULT false,
  PRIMARY KEY (area, id)
);
CREATE INDEX posts_id ON posts (id);
CREATE INDEX posts_account ON posts (account);
CREATE INDEX posts_org ON posts (org, role);

CREATE TABLE sessions (
  area        integer NOT NULL,
  token_hash  bytea NOT NULL,
  account     uuid NOT NULL,
  post        uuid,
  second_step boolean NOT NULL DEFAULT false,      -- signed in with TOTP
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_at     timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,                -- moves on while she works, never past created_at + 7 days
  device      text NOT NULL DEFAULT '',
  PRIMARY KEY (area, token_hash)
);
CREATE INDEX sessions_token ON sessions (token_hash);
CREATE INDEX sessions_account ON sessions (account);

-- Signed-in, failed, locked, post given or ended, session revoked, password changed. Append only.
CREATE TABLE account_events (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  account     uuid NOT NULL,
  org         bigint NOT NULL,
  event       text NOT NULL,
  by_account  uuid,
  by_post     uuid,
  detail      jsonb NOT NULL DEFAULT '{}',
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id)
);
CREATE INDEX account_events_org ON account_events (org, at DESC, id DESC);
CREATE INDEX account_events_at ON account_events (at DESC, id DESC);         -- a region's newest, without sorting all
CREATE INDEX account_events_account ON account_events (account, at DESC, id DESC);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['accounts', 'posts', 'sessions', 'account_events'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- What the policies below must know although the actor may not see it: posts an account holds elsewhere. Each function
-- answers one question about one account, and only to an administrator.
CREATE FUNCTION holds_post_beyond(p_account uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT actor_role() IS DISTINCT FROM 'administrator'
            OR EXISTS (SELECT FROM posts p WHERE p.account = p_account AND p.ended_at IS NULL
                       AND (p.to_date IS NULL OR p.to_date >= current_date) AND NOT in_scope(p.org)) $$;
-- R-SEC-03: account, security and audit duties are three people.
CREATE FUNCTION breaks_separation(p_account uuid, p_role text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p_role IN ('administrator', 'security', 'auditor')
           AND EXISTS (SELECT FROM posts p WHERE p.account = p_account AND p.ended_at IS NULL AND p.role <> p_role
                       AND (p.to_date IS NULL OR p.to_date >= current_date)
                       AND p.role IN ('administrator', 'security', 'auditor')) $$;

CREATE POLICY accounts_gate ON accounts FOR ALL
  USING (actor_duty() IN ('sign-in', 'load')) WITH CHECK (actor_duty() IN ('sign-in', 'load'));
CREATE POLICY accounts_self ON accounts FOR SELECT USING (id = actor_account());
CREATE POLICY accounts_overseers ON accounts FOR SELECT
  USING (actor_role() IN ('administrator', 'security', 'auditor') AND in_scope(home_org));
CREATE POLICY accounts_admin_create ON accounts FOR INSERT
  WITH CHECK (actor_role() = 'administrator' AND in_scope(home_org));
-- Never her own, and never one with a post outside her subtree: a new password would open that post to her.
CREATE POLICY accounts_admin_manage ON accounts FOR UPDATE
  USING (actor_role() = 'administrator' AND in_scope(home_org) AND id <> actor_account() AND NOT holds_post_beyond(id))
  WITH CHECK (actor_role() = 'administrator' AND in_scope(home_org) AND id <> actor_account());
-- Colleagues of the same organisation know each other's names (who handles, who recorded).
CREATE POLICY accounts_colleagues ON accounts FOR SELECT USING (own_org(home_org));

CREATE POLICY posts_gate ON posts FOR ALL
  USING (actor_duty() IN ('sign-in', 'load')) WITH CHECK (actor_duty() IN ('sign-in', 'load'));
CREATE POLICY posts_self ON posts FOR SELECT USING (account = actor_account());
CREATE POLICY posts_colleagues ON posts FOR SELECT USING (own_org(org));
CREATE POLICY posts_overseers ON posts FOR SELECT
  USING (actor_role() IN ('administrator', 'security', 'auditor') AND in_scope(org));
-- An administrator gives posts in her subtree to accounts of her subtree, never to herself, and ends them; the grants
-- below leave nothing else of a post to change.
CREATE POLICY posts_admin_give ON posts FOR INSERT
  WITH CHECK (actor_role() = 'administrator' AND in_scope(org) AND account <> actor_account()
    AND given_by = actor_account() AND NOT breaks_separation(account, role)
    AND EXISTS (SELECT FROM accounts a WHERE a.id = posts.account AND in_scope(a.home_org)));
CREATE POLICY posts_admin_end ON posts FOR UPDATE
  USING (actor_role() = 'administrator' AND in_scope(org) AND account <> actor_account() AND ended_at IS NULL)
  WITH CHECK (actor_role() = 'administrator' AND in_scope(org) AND account <> actor_account() AND ended_at IS NOT NULL);

CREATE POLICY sessions_gate ON sessions FOR ALL
  USING (actor_duty() = 'sign-in') WITH CHECK (actor_duty() = 'sign-in');
-- She sees and ends her own; what a session may do (post, second step, expiry) is decided at the gate only.
CREATE POLICY sessions_self ON sessions FOR SELECT USING (account = actor_account());
CREATE POLICY sessions_self_end ON sessions FOR DELETE USING (account = actor_account());

CREATE POLICY account_events_add ON account_events FOR INSERT
  WITH CHECK (actor_duty() IN ('sign-in', 'load') OR (by_account = actor_account() AND by_post = actor_post()));
CREATE POLICY account_events_read ON account_events FOR SELECT
  USING (account = actor_account() OR (actor_role() IN ('auditor', 'security') AND in_scope(org)));

GRANT SELECT, INSERT ON accounts, posts TO niangjia_app;
GRANT UPDATE (display_name, password, password_at, must_change, totp, totp_pending, totp_step, failures, locked_until,
  signed_out_at, last_post, disabled_at, revision) ON accounts TO niangjia_app;
GRANT UPDATE (to_date, ended_at) ON posts TO niangjia_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO niangjia_app;
GRANT SELECT, INSERT ON account_events TO niangjia_app;

-- Who is this token? One statement at the start of every request; nothing without the token's hash.
CREATE FUNCTION session_actor(p_token bytea) RETURNS TABLE (
    area integer, account uuid, name text, display_name text, home_org bigint, must_change boolean, has_totp boolean,
    second_step boolean, seen_at timestamptz, post uuid, role text, org bigint, org_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT s.area, a.id, a.name, a.display_name, a.home_org, a.must_change, a.totp IS NOT NULL,
               s.second_step, s.seen_at, p.id, p.role, p.org, o.name
        FROM sessions s
        JOIN accounts a ON a.id = s.account AND a.disabled_at IS NULL
                       AND (a.signed_out_at IS NULL OR s.created_at > a.signed_out_at)
        LEFT JOIN posts p ON p.id = s.post AND p.account = a.id AND p.ended_at IS NULL AND p.from_date <= current_date
                         AND (p.to_date IS NULL OR p.to_date >= current_date)
        LEFT JOIN organisations o ON o.code = p.org
        WHERE s.token_hash = p_token AND s.expires_at > now() $$;

-- The names behind account ids in histories and audits, whatever organisation they belong to; no other column.
CREATE FUNCTION account_names(p_accounts uuid[]) RETURNS TABLE (id uuid, display_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT a.id, a.display_name FROM accounts a WHERE a.id = ANY(p_accounts) AND actor_post() IS NOT NULL $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['holds_post_beyond(uuid)', 'breaks_separation(uuid, text)', 'session_actor(bytea)',
                           'account_names(uuid[])']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO niangjia_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO niangjia_app', f);
  END LOOP;
END $$;
GRANT SELECT ON sessions, accounts, posts TO niangjia_ledger;
CREATE POLICY sessions_ledger ON sessions FOR SELECT TO niangjia_ledger USING (true);
CREATE POLICY accounts_ledger ON accounts FOR SELECT TO niangjia_ledger USING (true);
CREATE POLICY posts_ledger ON posts FOR SELECT TO niangjia_ledger USING (true);
