-- The tree (DESIGN 6). A code is the 12-digit division code and a 4-digit serial; a subtree is a range of codes.
-- Reference data: small, read by everybody signed in, copied to every node under Citus; so its keys do not start with area.

CREATE TABLE organisations (
  code        bigint PRIMARY KEY,
  area        integer NOT NULL GENERATED ALWAYS AS ((code / 1000000000000)::integer) STORED,
  kind        text NOT NULL CHECK (kind IN ('federation', 'womens-home', 'new-field', 'industry', 'group-member')),
  level       text NOT NULL CHECK (level IN ('region', 'league', 'banner', 'township', 'village')),
  name        text NOT NULL,
  -- "C", so that the start of a word is a range: LIKE is not leakproof and uses no index under row-level security.
  short_name  text NOT NULL COLLATE "C",
  pinyin      text NOT NULL DEFAULT '' COLLATE "C",
  initials    text NOT NULL DEFAULT '' COLLATE "C",
  quasi       boolean NOT NULL DEFAULT false,
  valid_from  date,
  valid_to    date,
  successor   bigint REFERENCES organisations (code),
  -- The merger as it was decided, and its moment. `successor` is pointed on when that one is merged too; these never
  -- change, so that a figure as of an earlier moment is read as if the merger had not been (0008).
  merged_into bigint REFERENCES organisations (code),
  merged_tx   bigint,
  merged_at   timestamptz,
  revision    integer NOT NULL DEFAULT 1,
  demo        boolean NOT NULL DEFAULT false,
  CHECK (num_nulls(successor, merged_into, merged_tx, merged_at) IN (0, 4))
);
CREATE INDEX organisations_initials ON organisations (initials);
CREATE INDEX organisations_pinyin ON organisations (pinyin);
CREATE INDEX organisations_name ON organisations (short_name);
CREATE INDEX organisations_successor ON organisations (successor) WHERE successor IS NOT NULL;

-- Renames and mergers, as they were decided. Never edited.
CREATE TABLE organisation_changes (
  id          uuid PRIMARY KEY,
  code        bigint NOT NULL REFERENCES organisations (code),
  change      text NOT NULL CHECK (change IN ('established', 'renamed', 'merged', 'closed')),
  on_date     date NOT NULL,
  before      jsonb NOT NULL DEFAULT '{}',
  after       jsonb NOT NULL DEFAULT '{}',
  basis       text NOT NULL DEFAULT '',
  by_post     uuid,
  at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX organisation_changes_code ON organisation_changes (code, at);

CREATE TABLE organisation_terms (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  org         bigint NOT NULL REFERENCES organisations (code),
  number      integer NOT NULL CHECK (number > 0),
  from_date   date NOT NULL,
  to_date     date NOT NULL CHECK (to_date > from_date),
  revision    integer NOT NULL DEFAULT 1,
  PRIMARY KEY (area, id),
  UNIQUE (area, org, number)
);

-- Who sits on the committee (执委, L141). The seat is public; her name is read from people, under its policies.
CREATE TABLE organisation_members (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  org         bigint NOT NULL REFERENCES organisations (code),
  term        uuid,
  person      uuid NOT NULL,
  position    text NOT NULL CHECK (position IN ('chair', 'vice', 'standing', 'member')),
  from_date   date NOT NULL,
  to_date     date CHECK (to_date >= from_date),
  removed_reason text,                               -- term ended, resigned, removed: always said
  demo        boolean NOT NULL DEFAULT false,
  PRIMARY KEY (area, id)
);
CREATE INDEX organisation_members_org ON organisation_members (org, position);
CREATE INDEX organisation_members_person ON organisation_members (person);
-- One seat at a time in one organisation.
CREATE UNIQUE INDEX organisation_members_seat ON organisation_members (area, org, person) WHERE to_date IS NULL;

ALTER TABLE organisations ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation_changes FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation_terms FORCE ROW LEVEL SECURITY;
ALTER TABLE organisation_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation_members FORCE ROW LEVEL SECURITY;

-- The directory of organisations is public within the house. (SELECT …): once for a statement, not for every row.
CREATE POLICY organisations_read ON organisations FOR SELECT
  USING ((SELECT actor_post()) IS NOT NULL OR (SELECT actor_duty()) IS NOT NULL);
CREATE POLICY organisations_add ON organisations FOR INSERT
  WITH CHECK (actor_duty() = 'load' OR (in_scope(code) AND actor_role() IN ('administrator', 'organisation', 'chair')));
CREATE POLICY organisations_edit ON organisations FOR UPDATE
  USING (actor_duty() = 'load' OR (in_scope(code) AND actor_role() IN ('administrator', 'organisation', 'chair')))
  WITH CHECK (actor_duty() = 'load' OR (in_scope(code) AND actor_role() IN ('administrator', 'organisation', 'chair')));
CREATE POLICY organisation_changes_read ON organisation_changes FOR SELECT
  USING ((SELECT actor_post()) IS NOT NULL OR (SELECT actor_duty()) IS NOT NULL);
CREATE POLICY organisation_changes_add ON organisation_changes FOR INSERT
  WITH CHECK (actor_duty() = 'load' OR in_scope(code));
CREATE POLICY organisation_terms_read ON organisation_terms FOR SELECT
  USING ((SELECT actor_post()) IS NOT NULL OR (SELECT actor_duty()) IS NOT NULL);
CREATE POLICY organisation_terms_write ON organisation_terms FOR ALL
  USING (actor_duty() = 'load' OR (in_scope(org) AND actor_role() IN ('organisation', 'chair')))
  WITH CHECK (actor_duty() = 'load' OR (in_scope(org) AND actor_role() IN ('organisation', 'chair')));
CREATE POLICY organisation_members_read ON organisation_members FOR SELECT
  USING ((SELECT actor_post()) IS NOT NULL OR (SELECT actor_duty()) IS NOT NULL);
CREATE POLICY organisation_members_write ON organisation_members FOR ALL
  USING (actor_duty() = 'load' OR (in_scope(org) AND actor_role() IN ('organisation', 'chair')))
  WITH CHECK (actor_duty() = 'load' OR (in_scope(org) AND actor_role() IN ('organisation', 'chair')));

GRANT SELECT, INSERT, UPDATE ON organisations TO niangjia_app;
GRANT SELECT, INSERT ON organisation_changes TO niangjia_app;
GRANT SELECT, INSERT, UPDATE ON organisation_terms, organisation_members TO niangjia_app;
GRANT SELECT ON organisations TO niangjia_ledger;
CREATE POLICY organisations_ledger ON organisations FOR SELECT TO niangjia_ledger USING (true);
