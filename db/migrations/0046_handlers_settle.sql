-- Sealed records are handled under a post of the division that keeps them, which may see their programme. Of these accounts,
-- whoever holds none for a record handles it no more, which is written in its history; of those that nobody handles now the
-- division's rights posts are told, without saying which. For a post that ended, and after a merger, when posts and records
-- have gone different ways.
CREATE FUNCTION handlers_settle(p_accounts uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
$$;
ALTER FUNCTION handlers_settle(uuid[]) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION handlers_settle(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION handlers_settle(uuid[]) TO niangjia_app;

CREATE OR REPLACE FUNCTION handlers_leave() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM handlers_settle(ARRAY[OLD.account]);
  RETURN NULL;
END $$;
