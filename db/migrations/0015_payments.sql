-- Payments in batches (DESIGN 9): prepared by one, approved by another, sent to the bank as a sheet, taken from the bank's answer.
-- A record has one living line at a time, so whatever is retried, imported again or done at once, it is paid once.

-- What of a record is money it is owed; from the definitions, for payable_records below.
ALTER TABLE programmes ADD COLUMN payment jsonb;

CREATE TABLE payment_batches (
  area           integer NOT NULL,
  id             uuid NOT NULL,
  org            bigint NOT NULL,                    -- owns the fund, pays
  fund           uuid NOT NULL,
  programme      text NOT NULL,
  title          text NOT NULL CHECK (length(title) BETWEEN 2 AND 60),
  key_salt       bytea NOT NULL,                     -- its lines' names and accounts are sealed under it
  remark         text NOT NULL CHECK (length(remark) BETWEEN 2 AND 20),   -- printed on bank statements: neutral words
  state          text NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'approved', 'sent', 'settled', 'cancelled')),
  lines          integer NOT NULL CHECK (lines > 0),
  fen            bigint NOT NULL CHECK (fen > 0),
  open_fen       bigint NOT NULL DEFAULT 0 CHECK (open_fen >= 0),   -- approved and not answered: reserved in the fund
  paid_lines     integer NOT NULL DEFAULT 0,
  paid_fen       bigint NOT NULL DEFAULT 0,
  failed_lines   integer NOT NULL DEFAULT 0,
  returned_lines integer NOT NULL DEFAULT 0,
  returned_fen   bigint NOT NULL DEFAULT 0,
  prepared_by    uuid NOT NULL,
  prepared_post  uuid NOT NULL,
  prepared_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  approved_by    uuid,
  approved_at    timestamptz,
  ended_by       uuid,
  end_reason     text,
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, fund) REFERENCES funds (area, id),
  CHECK (approved_by <> prepared_by)                 -- four eyes
);
CREATE INDEX payment_batches_id ON payment_batches (id);
CREATE INDEX payment_batches_org ON payment_batches (org, id);
CREATE INDEX payment_batches_open ON payment_batches (fund) WHERE open_fen > 0;

CREATE TABLE payment_lines (
  area        integer NOT NULL,
  batch       uuid NOT NULL,
  no          integer NOT NULL CHECK (no > 0),
  org         bigint NOT NULL,                       -- of the batch
  programme   text NOT NULL,
  record      uuid NOT NULL,
  record_org  bigint NOT NULL,
  round       smallint NOT NULL CHECK (round > 0),   -- the how-manieth try to pay this record
  fen         bigint NOT NULL CHECK (fen > 0),
  name_mask   text NOT NULL,
  account_end text NOT NULL,                         -- last four digits
  sealed      bytea NOT NULL,                        -- name and account in clear, for the bank's sheet
  state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'paid', 'failed', 'returned', 'stuck', 'dropped')),
  reason      text,
  reference   text,                                  -- of the bank
  on_date     date,
  PRIMARY KEY (area, batch, no),
  FOREIGN KEY (area, batch) REFERENCES payment_batches (area, id)
);
CREATE UNIQUE INDEX payment_lines_round ON payment_lines (record, round);
CREATE UNIQUE INDEX payment_lines_living ON payment_lines (record) WHERE state IN ('waiting', 'paid', 'stuck');
CREATE INDEX payment_lines_state ON payment_lines (batch, state, no);

-- What the bank (or finance by hand, with a reason) said of a line: once each, whatever is sent again.
CREATE TABLE payment_answers (
  area      integer NOT NULL,
  batch     uuid NOT NULL,
  no        integer NOT NULL,
  result    text NOT NULL CHECK (result IN ('paid', 'failed', 'returned')),
  org       bigint NOT NULL,
  reason    text,
  reference text,
  on_date   date NOT NULL,
  by_hand   boolean NOT NULL,
  account   uuid NOT NULL,
  post      uuid NOT NULL,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  state     text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'refused')),
  problem   text,
  PRIMARY KEY (area, batch, no, result),
  FOREIGN KEY (area, batch, no) REFERENCES payment_lines (area, batch, no),
  CHECK (NOT by_hand OR length(reason) >= 2)
);
CREATE INDEX payment_answers_waiting ON payment_answers (batch, no) WHERE state = 'waiting';
CREATE INDEX payment_answers_refused ON payment_answers (batch, no) WHERE state = 'refused';

-- Each sheet that left the house, under the number printed on it.
CREATE TABLE payment_sheets (
  area     integer NOT NULL,
  id       uuid NOT NULL,
  batch    uuid NOT NULL,
  org      bigint NOT NULL,
  lines    integer NOT NULL,
  account  uuid NOT NULL,
  post     uuid NOT NULL,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, batch) REFERENCES payment_batches (area, id)
);
CREATE INDEX payment_sheets_batch ON payment_sheets (batch, at);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['payment_batches', 'payment_lines', 'payment_answers', 'payment_sheets'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING ((SELECT actor_duty()) IN (''verify'', ''load'', ''pay''))', t || '_house', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING ((SELECT actor_duty()) = ''pay'') WITH CHECK ((SELECT actor_duty()) = ''pay'')', t || '_pay', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO niangjia_ledger USING (true)', t || '_ledger', t);
    EXECUTE format('GRANT SELECT ON %I TO niangjia_ledger', t);
  END LOOP;
END $$;

CREATE POLICY payment_batches_read ON payment_batches FOR SELECT USING (
  org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT sees_money()));
CREATE POLICY payment_batches_prepare ON payment_batches FOR INSERT WITH CHECK (
  own_org(org) AND actor_role() = 'finance' AND state = 'prepared' AND prepared_by = actor_account() AND prepared_post = actor_post()
  AND num_nulls(approved_by, ended_by) = 2 AND open_fen + paid_fen + returned_fen = 0);
CREATE POLICY payment_batches_decide ON payment_batches FOR UPDATE
  USING (own_org(org) AND actor_role() IN ('finance', 'chair') AND state <> 'cancelled')
  WITH CHECK (own_org(org) AND ((state = 'approved' AND approved_by = actor_account())
    OR (state = 'sent' AND actor_role() = 'finance') OR (state = 'cancelled' AND ended_by = actor_account())));
GRANT SELECT, INSERT, UPDATE (state, open_fen, paid_lines, paid_fen, failed_lines, returned_lines, returned_fen, approved_by, approved_at, ended_by, end_reason)
  ON payment_batches TO niangjia_app;

-- Names and accounts, masked or sealed: for the organisation that pays; its auditor above sees those of open services.
CREATE POLICY payment_lines_read ON payment_lines FOR SELECT USING (
  org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
  AND ((org / 10000 = (SELECT actor_org() / 10000) AND (SELECT actor_role()) IN ('finance', 'chair'))
       OR ((SELECT actor_role()) = 'auditor' AND programme IN (SELECT id FROM programmes WHERE NOT confidential))));
CREATE POLICY payment_lines_prepare ON payment_lines FOR INSERT WITH CHECK (
  (SELECT actor_role()) = 'finance' AND org / 10000 = (SELECT actor_org() / 10000) AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi())
  AND state = 'waiting');
CREATE POLICY payment_lines_drop ON payment_lines FOR UPDATE
  USING ((SELECT actor_role()) IN ('finance', 'chair') AND own_org(org) AND state = 'waiting')
  WITH CHECK (own_org(org) AND state = 'dropped');
GRANT SELECT, INSERT, UPDATE (state, reason, reference, on_date) ON payment_lines TO niangjia_app;

CREATE POLICY payment_answers_read ON payment_answers FOR SELECT USING (
  org / 10000 = (SELECT actor_org() / 10000) AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT actor_role()) IN ('finance', 'chair'));
CREATE POLICY payment_answers_add ON payment_answers FOR INSERT WITH CHECK (
  org / 10000 = (SELECT actor_org() / 10000) AND org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT actor_role()) = 'finance'
  AND account = (SELECT actor_account()) AND post = (SELECT actor_post()) AND state = 'waiting');
CREATE POLICY payment_answers_again ON payment_answers FOR UPDATE       -- given once more: tried once more
  USING (own_org(org) AND (SELECT actor_role()) = 'finance') WITH CHECK (state = 'waiting' AND own_org(org));
GRANT SELECT, INSERT, UPDATE (state, problem) ON payment_answers TO niangjia_app;

CREATE POLICY payment_sheets_read ON payment_sheets FOR SELECT USING (
  org BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) AND (SELECT sees_money()));
CREATE POLICY payment_sheets_add ON payment_sheets FOR INSERT
  WITH CHECK (own_org(org) AND actor_role() = 'finance' AND account = actor_account() AND post = actor_post());
GRANT SELECT, INSERT ON payment_sheets TO niangjia_app;

CREATE OR REPLACE FUNCTION fund_reserved(p_fund uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT (coalesce((SELECT sum(fen) FROM fund_transfers WHERE fund = p_fund AND state = 'approved' AND kind = 'transfer'), 0)
        + coalesce((SELECT sum(open_fen) FROM payment_batches WHERE fund = p_fund AND open_fen > 0), 0))::bigint $$;

-- Records a fund of the asker's own organisation is to pay: the finance post of the payer sees what a payment needs of them and
-- nothing else, sealed services included. Accounts come as they lie, sealed. Keyset by id.
CREATE FUNCTION payable_records(p_programme text, p_fund uuid, p_after uuid, p_limit integer)
  RETURNS TABLE (area integer, id uuid, org bigint, number text, fen jsonb, payee jsonb, name text, holder jsonb, proof jsonb, account jsonb, key_salt bytea, rounds integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  ORDER BY r.id LIMIT p_limit $$;

-- How much waits to be paid, by service and fund of the asker's own organisation.
CREATE FUNCTION payable_sums() RETURNS TABLE (programme text, fund uuid, records bigint, fen bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, f.id, count(*), coalesce(sum(CASE WHEN jsonb_typeof(r.answers->(p.payment->>'amount')) = 'number' THEN (r.answers->>(p.payment->>'amount'))::bigint END), 0)::bigint
  FROM programmes p
  JOIN records r ON r.kind = p.kind AND r.programme = p.id AND r.state IN (SELECT jsonb_array_elements_text(p.payment->'in')) AND in_scope(r.org)
  JOIN funds f ON f.id::text = r.answers->>(p.payment->>'fund') AND own_org(f.org) AND (f.programmes = '{}' OR p.id = ANY (f.programmes))
  WHERE p.payment IS NOT NULL AND actor_role() = 'finance'
    AND NOT EXISTS (SELECT FROM payment_lines l WHERE l.record = r.id AND l.state IN ('waiting', 'paid', 'stuck'))
  GROUP BY p.id, f.id $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['payable_records(text, uuid, uuid, integer)', 'payable_sums()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO niangjia_ledger', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO niangjia_app', f);
  END LOOP;
END $$;

-- The duty 'pay': the house takes the bank's answer to the records, under nobody's name.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['records', 'cases', 'activities', 'places', 'teams', 'members', 'clocks'] LOOP
    EXECUTE format('CREATE POLICY %1$s_pay_read ON %1$s FOR SELECT USING ((SELECT actor_duty()) = ''pay'')', t);
    EXECUTE format('CREATE POLICY %1$s_pay_turn ON %1$s FOR UPDATE USING ((SELECT actor_duty()) = ''pay'') WITH CHECK ((SELECT actor_duty()) = ''pay'')', t);
  END LOOP;
END $$;
CREATE POLICY clocks_pay_start ON clocks FOR INSERT WITH CHECK ((SELECT actor_duty()) = 'pay');
CREATE POLICY actions_pay ON actions FOR SELECT USING ((SELECT actor_duty()) = 'pay');
CREATE POLICY actions_add_pay ON actions FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'pay' AND by_account IS NULL AND by_post IS NULL);
CREATE POLICY attendances_pay ON attendances FOR SELECT USING ((SELECT actor_duty()) = 'pay');
DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname IN ('post_counts', 'post_many_counts') LOOP
    EXECUTE replace(pg_get_functiondef(f), '''load'', ''repost''', '''load'', ''pay'', ''repost''');
  END LOOP;
END $$;
