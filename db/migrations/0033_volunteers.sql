-- Volunteers: what a shift asks of a person may lie in other records, of other organisations, some of them sealed. The answer is
-- yes or no and nothing else: not where, not which, not why (R-REP-03, DESIGN 7).
CREATE POLICY attendances_keeper ON attendances FOR SELECT TO niangjia_ledger USING (true);
GRANT SELECT ON attendances TO niangjia_ledger;

-- For a shift the asker has in sight, of each person: is she a registered volunteer; is a check passed and valid on its day; has
-- she signed in at a training of the kind its project asks, within two years before; is she accepted at another shift, or
-- on the list of another session, at the same hours; is she signed in elsewhere since a day at most and not out.
CREATE FUNCTION shift_standing(p_shift uuid, p_persons uuid[])
  RETURNS TABLE (person uuid, registered boolean, checked boolean, trained boolean, busy boolean, inside boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
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
$$;
ALTER FUNCTION shift_standing(uuid, uuid[]) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION shift_standing(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shift_standing(uuid, uuid[]) TO niangjia_app;

-- Whether a person she has in sight may be with a child today: for the first step of a pair.
CREATE FUNCTION child_check_valid(p_person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT actor_role() IN ('rights', 'family', 'chair', 'organisation')
          AND EXISTS (SELECT FROM records c WHERE c.kind = 'case' AND c.person = p_person AND c.programme = 'volunteer-check' AND c.state = 'passed'
                      AND (c.answers ->> 'validTo')::date >= current_date) $$;
ALTER FUNCTION child_check_valid(uuid) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION child_check_valid(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION child_check_valid(uuid) TO niangjia_app;
