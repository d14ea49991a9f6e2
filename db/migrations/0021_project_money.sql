-- What each project of a fund has raised and spent. The only project of a fund is what the fund is for, and all that came in
-- and went out is its: grants of the organisations beneath name the fund, not the project. Of several, each has its own
-- postings and those of the records that hang on it. A plan is in none of these sums (L124).
CREATE OR REPLACE FUNCTION budget_sums(p_fund uuid) RETURNS TABLE (budget uuid, raised bigint, spent bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  GROUP BY b.id $$;
