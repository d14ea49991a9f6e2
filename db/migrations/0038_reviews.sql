-- Reviews (综述): a text with figures in it. Each save is a version; a version that is submitted asks for a release of its
-- numbers, and is what that release is: waiting, returned, sealed and public, withdrawn (DESIGN 11).

CREATE TABLE reviews (
  area        integer NOT NULL,
  id          uuid NOT NULL,                          -- made by the client
  org         bigint NOT NULL,
  title       text NOT NULL CHECK (length(title) BETWEEN 2 AND 100),   -- as its last version says
  version     integer NOT NULL DEFAULT 1,             -- of the last; guards against two writers
  made_by     uuid NOT NULL,
  made_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  demo        boolean NOT NULL DEFAULT false,
  PRIMARY KEY (area, id)
);
CREATE INDEX reviews_id ON reviews (id);
CREATE INDEX reviews_org ON reviews (org, updated_at DESC, id DESC);

CREATE TABLE review_versions (
  area       integer NOT NULL,
  review     uuid NOT NULL,
  version    integer NOT NULL,
  org        bigint NOT NULL,
  title      text NOT NULL CHECK (length(title) BETWEEN 2 AND 100),
  template   text NOT NULL CHECK (length(template) <= 50000),
  from_date  date NOT NULL,
  to_date    date NOT NULL CHECK (to_date >= from_date),
  by_account uuid NOT NULL,
  by_name    text NOT NULL,
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  release    uuid,                                    -- its numbers, from the moment it was submitted
  document   jsonb,                                   -- as it was submitted: its blocks, each number by its place in the release
  sha256     text,                                    -- over the document; the note of the release holds it, so its seal covers the text
  PRIMARY KEY (area, review, version),
  FOREIGN KEY (area, review) REFERENCES reviews (area, id),
  FOREIGN KEY (area, release) REFERENCES releases (area, id),
  CHECK (num_nulls(release, document, sha256) IN (0, 3))
);
CREATE UNIQUE INDEX review_versions_release ON review_versions (release) WHERE release IS NOT NULL;

-- A table in a release: one measure by the organisations right below and by calendar years. What of a confidential measure is held
-- back is NULL in it (decision 0014).
CREATE TABLE release_tables (
  area        integer NOT NULL,
  release     uuid NOT NULL,
  position    smallint NOT NULL,                      -- 1…; the trace code is the number and T01…
  measure     text NOT NULL,
  definition  jsonb NOT NULL,
  org         bigint NOT NULL,
  org_name    text NOT NULL,
  columns     jsonb NOT NULL,                         -- [{from, to}]
  rows        jsonb NOT NULL,                         -- [{org: {code, name}, values}]
  total       jsonb NOT NULL,                         -- values
  PRIMARY KEY (area, release, position),
  FOREIGN KEY (area, release) REFERENCES releases (area, id)
);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['reviews', 'review_versions', 'release_tables'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
  END LOOP;
END $$;

-- A version whose numbers are sealed is public, and stays so when they are withdrawn. Drafts are their organisation's.
CREATE POLICY review_versions_read ON review_versions FOR SELECT USING ((SELECT actor_duty()) IN ('verify', 'load')
  OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity', 'auditor'))
  OR (release IS NOT NULL AND ((SELECT actor_duty()) = 'public' OR (SELECT actor_post()) IS NOT NULL)
      AND EXISTS (SELECT FROM releases r WHERE r.area = review_versions.area AND r.id = review_versions.release
                  AND r.state IN ('sealed', 'withdrawn'))));
CREATE POLICY review_versions_save ON review_versions FOR INSERT WITH CHECK ((SELECT actor_duty()) = 'load'
  OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity')
      AND by_account = (SELECT actor_account()) AND release IS NULL));
CREATE POLICY review_versions_submit ON review_versions FOR UPDATE
  USING (release IS NULL AND own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity'))
  WITH CHECK (release IS NOT NULL AND own_org(org));
GRANT SELECT, INSERT, UPDATE (release, document, sha256) ON review_versions TO niangjia_app;

CREATE POLICY reviews_read ON reviews FOR SELECT USING ((SELECT actor_duty()) IN ('verify', 'load')
  OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity', 'auditor'))
  OR EXISTS (SELECT FROM review_versions v JOIN releases r ON r.area = v.area AND r.id = v.release
             WHERE v.area = reviews.area AND v.review = reviews.id AND r.state IN ('sealed', 'withdrawn')
               AND ((SELECT actor_duty()) = 'public' OR (SELECT actor_post()) IS NOT NULL)));
CREATE POLICY reviews_make ON reviews FOR INSERT WITH CHECK ((SELECT actor_duty()) = 'load'
  OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity') AND made_by = (SELECT actor_account())));
CREATE POLICY reviews_save ON reviews FOR UPDATE
  USING (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity'))
  WITH CHECK (own_org(org));
GRANT SELECT, INSERT, UPDATE (title, version, updated_at) ON reviews TO niangjia_app;

CREATE POLICY release_tables_read ON release_tables FOR SELECT
  USING (EXISTS (SELECT FROM releases r WHERE r.area = release_tables.area AND r.id = release_tables.release));
CREATE POLICY release_tables_ask ON release_tables FOR INSERT WITH CHECK ((SELECT actor_duty()) = 'load'
  OR EXISTS (SELECT FROM releases r WHERE r.area = release_tables.area AND r.id = release_tables.release
             AND r.state = 'asked' AND r.made_post = (SELECT actor_post())));
GRANT SELECT, INSERT ON release_tables TO niangjia_app;
