-- Micro-homes (微家, L144) stand in the directory beside Women's Homes: a yurt, a shop, a stairwell. Both are counted from
-- there (docs/decisions/0011).
ALTER TABLE organisations DROP CONSTRAINT organisations_kind_check;
ALTER TABLE organisations ADD CONSTRAINT organisations_kind_check
  CHECK (kind IN ('federation', 'womens-home', 'micro-home', 'new-field', 'industry', 'group-member', 'partner'));
