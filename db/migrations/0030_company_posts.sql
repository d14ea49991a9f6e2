-- Companies of the domestic-service alliance (L070) stand in the directory beside the partner agencies: they keep their own
-- workers and orders.

ALTER TABLE organisations DROP CONSTRAINT organisations_agency_check;
ALTER TABLE organisations ADD CONSTRAINT organisations_agency_check
  CHECK (agency IN ('court', 'procuratorate', 'police', 'justice', 'civil-affairs', 'education', 'health', 'labour', 'bank', 'company'));

-- A company registers the women who work for it; it sees nobody it did not register itself (its scope is its own code).
CREATE OR REPLACE FUNCTION serves_people() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN actor_role() IN ('chair', 'rights', 'family', 'development', 'organisation', 'publicity', 'finance', 'operator',
                          'mediator', 'guide', 'volunteer-leader', 'company');

-- Outside its own, a company is told that a number is registered and not where, and shown nobody of a like name (0004).
CREATE OR REPLACE FUNCTION person_by_document(p_type text, p_hash bytea) RETURNS TABLE (id uuid, org bigint, visible boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.id, CASE WHEN p.protected AND NOT (own_org(p.org) AND actor_role() = 'rights') OR actor_role() = 'company' AND NOT in_scope(p.org)
                    THEN NULL ELSE p.org END,
               in_scope(p.org) AND serves_people() AND (NOT p.protected OR (own_org(p.org) AND actor_role() = 'rights'))
        FROM people p
        WHERE p.id_type = p_type AND p.id_hash = p_hash AND p.merged_into IS NULL
          AND (actor_post() IS NOT NULL OR actor_duty() = 'load') $$;
CREATE OR REPLACE FUNCTION people_similar(p_name text, p_birth date, p_org bigint, p_type text, p_hash bytea)
  RETURNS TABLE (id uuid, org bigint, birth_year integer, gender text, visible boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.id, p.org, extract(year FROM p.birth_date)::integer, p.gender, in_scope(p.org) AND serves_people()
        FROM people p
        WHERE p.name_key = p_name AND p.merged_into IS NULL AND p.erased_at IS NULL AND NOT p.protected
          AND (p_hash IS NULL OR p.id_hash IS NULL OR p.id_type <> p_type OR p.id_hash = p_hash)
          AND ((p.birth_date BETWEEN p_birth - 366 AND p_birth + 366 AND p.org / 1000000000000 = p_org / 1000000000000)
               OR ((p.birth_date IS NULL OR p_birth IS NULL) AND p.org / 10000000 = p_org / 10000000))
          AND actor_post() IS NOT NULL AND (actor_role() <> 'company' OR in_scope(p.org))
        ORDER BY abs(p.birth_date - p_birth), p.id LIMIT 10 $$;
