-- Money (DESIGN 9): funds, their double entry, orders between funds, budgets, and the closing of months. Integer fen, debit
-- positive; the accounts of a fund sum to zero at every moment and on every day.

-- Whether the organisation `below` is `above` or lies beneath it; one with a serial has nothing beneath it.
CREATE FUNCTION org_covers(above bigint, below bigint) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN above = below OR (above % 10000 = 0 AND below BETWEEN above AND above - 1 + CASE
    WHEN above % 100000000000000 = 0 THEN 100000000000000 WHEN above % 1000000000000 = 0 THEN 1000000000000
    WHEN above % 10000000000 = 0 THEN 10000000000 WHEN above % 10000000 = 0 THEN 10000000 ELSE 10000 END);

-- Whose work money is: they see sums of every fund of their subtree.
CREATE FUNCTION sees_money() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN actor_role() IN ('finance', 'auditor', 'chair', 'statistician', 'rights');

CREATE TABLE funds (                                 -- ended, never deleted
  area         integer NOT NULL,
  id           uuid NOT NULL,
  org          bigint NOT NULL REFERENCES organisations (code),    -- owns it: its finance post pays out of it
  code         text NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
  name         text NOT NULL CHECK (length(name) BETWEEN 2 AND 60),
  purpose      text NOT NULL,
  source       text NOT NULL CHECK (source IN ('budget', 'lottery', 'foundation', 'raised', 'from-above')),   -- R-FUND-08: kept apart
  from_date    date NOT NULL,
  to_date      date CHECK (to_date >= from_date),
  programmes   text[] NOT NULL DEFAULT '{}',         -- what it may pay for; none: everything
  end_reason   text,
  revision     integer NOT NULL DEFAULT 1,
  demo         boolean NOT NULL DEFAULT false,
  created_by   uuid,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (area, id),
  CHECK (area = org / 1000000000000)
);
CREATE INDEX funds_id ON funds (id);
CREATE INDEX funds_org ON funds (org, id);
CREATE UNIQUE INDEX funds_code ON funds (area, org, code);

-- Orders that no record makes: what came from outside, what is set aside, what goes to another organisation's fund.
CREATE TABLE fund_transfers (
  area         integer NOT NULL,
  id           uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('receive', 'receive-goods', 'allocate', 'transfer')),
  org          bigint NOT NULL,                      -- owns `fund`; its finance post prepares
  fund         uuid NOT NULL,
  to_org       bigint,
  to_fund      uuid,
  giver        text CHECK (giver IN ('budget', 'lottery', 'foundation', 'enterprise', 'person', 'above', 'other')),
  fen          bigint NOT NULL CHECK (fen > 0),
  on_date      date NOT NULL,
  purpose      text NOT NULL CHECK (length(purpose) BETWEEN 2 AND 200),
  reference    text NOT NULL DEFAULT '',             -- voucher or document number
  state        text NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'approved', 'received', 'cancelled')),
  prepared_by  uuid NOT NULL,
  prepared_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  approved_by  uuid,
  approved_at  timestamptz,
  received_by  uuid,
  received_at  timestamptz,
  received_on  date,
  ended_by     uuid,
  end_reason   text,
  demo         boolean NOT NULL DEFAULT false,
  PRIMARY KEY (area, id),
  CHECK (approved_by <> prepared_by),                -- four eyes
  CHECK ((kind = 'transfer') = (to_fund IS NOT NULL AND to_org IS NOT NULL)),
  CHECK (to_fund <> fund),
  CHECK ((kind IN ('receive', 'receive-goods')) = (giver IS NOT NULL)),
  CHECK (state <> 'received' OR kind = 'transfer')
);
CREATE INDEX fund_transfers_id ON fund_transfers (id);
CREATE INDEX fund_transfers_org ON fund_transfers (org, id);
CREATE INDEX fund_transfers_to ON fund_transfers (to_org, id) WHERE to_org IS NOT NULL;
CREATE INDEX fund_transfers_fund ON fund_transfers (fund, state);

CREATE TABLE postings (
  area       integer NOT NULL,
  id         bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  fund       uuid NOT NULL,
  org        bigint NOT NULL,                        -- owns the fund
  account    text NOT NULL CHECK (account IN ('cash', 'goods', 'pledged', 'pledges', 'income', 'income-goods', 'allocated', 'allocations',
               'transferred-in', 'transferred-out', 'paid', 'premium', 'goods-issued', 'returned')),
  for_date   date NOT NULL,                          -- the day it is of
  on_date    date NOT NULL CHECK (on_date >= for_date),   -- the day it is booked: later when that month was closed
  fen        bigint NOT NULL CHECK (fen <> 0),
  record     uuid,
  programme  text,                                   -- of the record
  transfer   uuid,
  action     uuid NOT NULL,
  post       uuid,
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, fund) REFERENCES funds (area, id),
  CHECK (num_nonnulls(record, transfer) = 1),
  CHECK (area = org / 1000000000000)
);
CREATE INDEX postings_record ON postings (record) WHERE record IS NOT NULL;
CREATE INDEX postings_fund ON postings (fund, id);                     -- lists, newest first
CREATE INDEX postings_day ON postings (fund, on_date) INCLUDE (account, fen, programme);
CREATE UNIQUE INDEX postings_transfer ON postings (transfer, fund, account) WHERE transfer IS NOT NULL;   -- an order is booked once

-- The sum of each account, kept by the trigger below: what is asked before every payment.
CREATE TABLE fund_balances (
  area     integer NOT NULL,
  fund     uuid NOT NULL,
  account  text NOT NULL,
  org      bigint NOT NULL,
  fen      bigint NOT NULL,
  lines    bigint NOT NULL,
  PRIMARY KEY (area, fund, account)
);

-- Planned money of a project (a record) or of a purpose; what was raised and spent is read from the postings.
CREATE TABLE fund_budgets (
  area      integer NOT NULL,
  id        uuid NOT NULL,
  fund      uuid NOT NULL,
  org       bigint NOT NULL,
  record    uuid,
  name      text NOT NULL CHECK (length(name) BETWEEN 2 AND 60),
  planned   bigint NOT NULL CHECK (planned >= 0),
  revision  integer NOT NULL DEFAULT 1,
  by_post   uuid,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, fund) REFERENCES funds (area, id)
);
CREATE INDEX fund_budgets_fund ON fund_budgets (fund, id);
CREATE UNIQUE INDEX fund_budgets_record ON fund_budgets (fund, record) WHERE record IS NOT NULL;

-- Months: finance asks, the chair confirms; opened again by two, with a reason. `closed` and `reopen-asked` take nothing.
CREATE TABLE fund_periods (
  area         integer NOT NULL,
  org          bigint NOT NULL REFERENCES organisations (code),
  month        integer NOT NULL CHECK (month % 100 BETWEEN 1 AND 12),   -- yyyymm
  state        text NOT NULL CHECK (state IN ('asked', 'closed', 'reopen-asked', 'open')),
  asked_by     uuid NOT NULL,                        -- who asked for the present state; another confirms
  confirmed_by uuid,
  reason       text,
  at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, org, month),
  CHECK (confirmed_by <> asked_by),
  CHECK (state <> 'reopen-asked' OR length(reason) >= 4)
);
CREATE TABLE fund_period_events (
  area     integer NOT NULL,
  id       uuid NOT NULL,
  org      bigint NOT NULL,
  month    integer NOT NULL,
  step     text NOT NULL CHECK (step IN ('ask', 'confirm', 'give-back', 'ask-reopen', 'reopen', 'keep-closed')),
  reason   text,
  account  uuid NOT NULL,
  post     uuid NOT NULL,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id)
);
CREATE INDEX fund_period_events_month ON fund_period_events (org, month, at);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['funds', 'fund_transfers', 'postings', 'fund_balances', 'fund_budgets', 'fund_periods', 'fund_period_events'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING ((SELECT actor_duty()) IN (''verify'', ''load'', ''pay''))', t || '_house', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT actor_duty()) = ''load'')', t || '_load', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO niangjia_ledger USING (true)', t || '_ledger', t);
    EXECUTE format('GRANT SELECT ON %I TO niangjia_ledger', t);
  END LOOP;
END $$;

-- A fund's name is known to those who may spend it (the organisations beneath its owner) and to those above.
CREATE POLICY funds_read ON funds FOR SELECT USING (
  (SELECT actor_post()) IS NOT NULL
  AND (org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) OR org_covers(org, (SELECT actor_org()))));
CREATE POLICY funds_add ON funds FOR INSERT WITH CHECK (own_org(org) AND actor_role() = 'finance' AND created_by = actor_post());
CREATE POLICY funds_edit ON funds FOR UPDATE USING (own_org(org) AND actor_role() = 'finance') WITH CHECK (own_org(org) AND actor_role() = 'finance');
GRANT SELECT, INSERT, UPDATE (name, purpose, to_date, programmes, end_reason, revision) ON funds TO niangjia_app;

-- A posting of a record opens to who sees the record; the sums (fund_sums) hold the others too.
CREATE POLICY postings_read ON postings FOR SELECT USING (
  org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT sees_money())
  AND (record IS NULL OR EXISTS (SELECT FROM records r WHERE r.id = postings.record)));
CREATE POLICY postings_book ON postings FOR INSERT TO niangjia_ledger WITH CHECK (true);
GRANT SELECT, INSERT ON postings TO niangjia_app;    -- no UPDATE, no DELETE; a person's post inserts nothing itself
GRANT INSERT ON postings TO niangjia_ledger;

CREATE POLICY fund_balances_read ON fund_balances FOR SELECT USING (
  org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT sees_money()));
CREATE POLICY fund_balances_keep ON fund_balances FOR ALL TO niangjia_ledger USING (true) WITH CHECK (true);
GRANT SELECT ON fund_balances TO niangjia_app;
GRANT INSERT, UPDATE ON fund_balances TO niangjia_ledger;

-- Either side of an order sees it, and those above them.
CREATE POLICY fund_transfers_read ON fund_transfers FOR SELECT USING (
  (SELECT sees_money()) AND (org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) OR to_org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())));
CREATE POLICY fund_transfers_prepare ON fund_transfers FOR INSERT WITH CHECK (
  own_org(org) AND actor_role() = 'finance' AND state = 'prepared' AND prepared_by = actor_account()
  AND num_nulls(approved_by, received_by, ended_by) = 3);
CREATE POLICY fund_transfers_decide ON fund_transfers FOR UPDATE
  USING ((own_org(org) AND actor_role() IN ('finance', 'chair')) OR (own_org(to_org) AND actor_role() = 'finance' AND state = 'approved'))
  WITH CHECK ((state = 'approved' AND own_org(org) AND approved_by = actor_account())
    OR (state = 'received' AND own_org(to_org) AND actor_role() = 'finance' AND received_by = actor_account())
    OR (state = 'cancelled' AND ended_by = actor_account()));
GRANT SELECT, INSERT, UPDATE (state, approved_by, approved_at, received_by, received_at, received_on, ended_by, end_reason) ON fund_transfers TO niangjia_app;

CREATE POLICY fund_budgets_read ON fund_budgets FOR SELECT USING (
  org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT sees_money()));
CREATE POLICY fund_budgets_add ON fund_budgets FOR INSERT WITH CHECK (own_org(org) AND actor_role() = 'finance');
CREATE POLICY fund_budgets_edit ON fund_budgets FOR UPDATE
  USING (own_org(org) AND actor_role() = 'finance') WITH CHECK (own_org(org) AND actor_role() = 'finance');
GRANT SELECT, INSERT, UPDATE (name, planned, revision) ON fund_budgets TO niangjia_app;

CREATE POLICY fund_periods_read ON fund_periods FOR SELECT USING (
  org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT sees_money()));
CREATE POLICY fund_periods_ask ON fund_periods FOR INSERT
  WITH CHECK (own_org(org) AND actor_role() = 'finance' AND state = 'asked' AND asked_by = actor_account() AND confirmed_by IS NULL);
CREATE POLICY fund_periods_turn ON fund_periods FOR UPDATE
  USING (own_org(org) AND actor_role() IN ('finance', 'chair'))
  WITH CHECK (own_org(org) AND actor_role() IN ('finance', 'chair') AND actor_account() IN (asked_by, confirmed_by)
    AND (state <> 'closed' OR actor_role() = 'chair') AND (state <> 'open' OR confirmed_by = actor_account()));
GRANT SELECT, INSERT, UPDATE (state, asked_by, confirmed_by, reason, at) ON fund_periods TO niangjia_app;
CREATE POLICY fund_period_events_read ON fund_period_events FOR SELECT USING (
  org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT sees_money()));
CREATE POLICY fund_period_events_add ON fund_period_events FOR INSERT
  WITH CHECK (own_org(org) AND account = actor_account() AND post = actor_post());
GRANT SELECT, INSERT ON fund_period_events TO niangjia_app;

-- The first day on or after this one that a month of this organisation still takes.
CREATE FUNCTION fund_open_day(p_org bigint, p_day date) RETURNS date LANGUAGE plpgsql STABLE AS $$
DECLARE m date := date_trunc('month', p_day)::date; d date := p_day;
BEGIN
  WHILE EXISTS (SELECT FROM fund_periods p WHERE p.org = p_org AND p.month = to_char(m, 'YYYYMM')::integer AND p.state IN ('closed', 'reopen-asked')) LOOP
    m := (m + interval '1 month')::date;
    d := m;
  END LOOP;
  RETURN d;
END $$;

-- Cash that is promised to an approved order and has not gone yet (0015 adds the payment batches).
CREATE FUNCTION fund_reserved(p_fund uuid) RETURNS bigint LANGUAGE sql STABLE
  AS $$ SELECT coalesce(sum(fen), 0)::bigint FROM fund_transfers WHERE fund = p_fund AND state = 'approved' AND kind = 'transfer' $$;

-- After every booking: each order's lines of a fund and day sum to zero; balances follow; nothing is spent that is not there.
CREATE FUNCTION postings_settle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
END $$;
CREATE TRIGGER postings_settle AFTER INSERT ON postings REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION postings_settle();

-- desired − held of records, booked: the postings of a record now are `p_fen` lines of it and no others. A line whose month is
-- closed goes to the first open day. Gives how many lines, and the latest day one was moved to.
CREATE FUNCTION book_postings(p_post uuid, p_records uuid[], p_actions uuid[], p_orgs bigint[], p_programmes text[],
                              p_of uuid[], p_funds uuid[], p_accounts text[], p_days date[], p_fen bigint[])
  RETURNS TABLE (booked integer, moved_to date) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
END $$;

-- Books an order once it stands: money from outside and money set aside when approved; a transfer, both pairs, when received.
CREATE FUNCTION book_transfer(p_id uuid) RETURNS date LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
END $$;

-- Sums of a fund's postings by what they are of, or by day, or by month: to those whose work money is, whatever of its records
-- they see. A confidential service is told apart only to the owner's finance post.
CREATE FUNCTION fund_sums(p_fund uuid, p_from date, p_to date, p_by text)
  RETURNS TABLE (key text, account text, fen bigint, lines bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  GROUP BY 1, 2 $$;

-- What each project of a fund has raised and spent: by its own postings and those of the records that hang on it.
CREATE FUNCTION budget_sums(p_fund uuid) RETURNS TABLE (budget uuid, raised bigint, spent bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.id,
         coalesce(-sum(p.fen) FILTER (WHERE p.account IN ('income', 'income-goods', 'transferred-in')), 0)::bigint,
         coalesce(sum(p.fen) FILTER (WHERE p.account IN ('paid', 'premium', 'goods-issued', 'returned')), 0)::bigint
  FROM funds f JOIN fund_budgets b ON b.fund = f.id
  LEFT JOIN LATERAL (SELECT b.record AS id UNION ALL SELECT r.id FROM records r WHERE r.parent = b.record) s ON b.record IS NOT NULL
  LEFT JOIN postings p ON p.record = s.id AND p.fund = f.id
  WHERE f.id = p_fund AND in_scope(f.org) AND sees_money()
  GROUP BY b.id $$;

-- After cash was promised: refuses when there is not as much. Takes the lock every booking of the fund takes.
CREATE FUNCTION refuse_overdrawn(p_fund uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held bigint;
BEGIN
  SELECT fen INTO held FROM fund_balances WHERE fund = p_fund AND account = 'cash' FOR UPDATE;
  IF coalesce(held, 0) < fund_reserved(p_fund) THEN
    RAISE EXCEPTION 'fund-overdrawn' USING ERRCODE = 'NJ001', DETAIL = (SELECT name FROM funds WHERE id = p_fund);
  END IF;
END $$;

-- What is promised and not gone: to those who see the fund's balance.
CREATE FUNCTION fund_promised(p_fund uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT fund_reserved(f.id) FROM funds f WHERE f.id = p_fund AND ((in_scope(f.org) AND sees_money()) OR actor_duty() = 'verify') $$;

GRANT SELECT ON programmes, organisations TO niangjia_ledger;
DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['postings_settle()', 'book_postings(uuid, uuid[], uuid[], bigint[], text[], uuid[], uuid[], text[], date[], bigint[])',
      'book_transfer(uuid)', 'fund_sums(uuid, date, date, text)', 'budget_sums(uuid)', 'fund_promised(uuid)', 'refuse_overdrawn(uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO niangjia_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO niangjia_app', f);
  END LOOP;
END $$;
