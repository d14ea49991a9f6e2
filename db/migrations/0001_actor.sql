-- Who is acting. A request runs in one transaction that begins with SET LOCAL niangjia.* (src/server/database/actor.ts).
-- No actor: every function below is NULL, every policy is false, there are no rows.

CREATE FUNCTION actor_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('niangjia.account', true), '')::uuid;
CREATE FUNCTION actor_post() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('niangjia.post', true), '')::uuid;
CREATE FUNCTION actor_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('niangjia.role', true), '');
CREATE FUNCTION actor_org() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('niangjia.org', true), '')::bigint;
-- The subtree of the post: organisation codes lo..hi.
CREATE FUNCTION actor_lo() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('niangjia.lo', true), '')::bigint;
CREATE FUNCTION actor_hi() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('niangjia.hi', true), '')::bigint;
-- Work the house does on its own account, with no person acting: 'sign-in', 'fold', 'verify', 'load', 'repost', 'erase'.
CREATE FUNCTION actor_duty() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('niangjia.duty', true), '');

CREATE FUNCTION in_scope(org bigint) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN org BETWEEN actor_lo() AND actor_hi();
-- The post's own organisation, with those that hang on the same division (Women's Homes, new-field organisations); a
-- post of such a one has only its own.
CREATE FUNCTION own_org(org bigint) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN org / 10000 = actor_org() / 10000 AND org BETWEEN actor_lo() AND actor_hi();

GRANT USAGE ON SCHEMA public TO niangjia_app, niangjia_ledger;
