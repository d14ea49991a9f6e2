-- Indicators of the two outlines (decision 0012): what is measured, what departments reported for an area and a year, and who
-- did what to it. They are grade D: told by others, not counted from records, so no measure, entry or figure knows of them.

-- A definition, one row a version: a change is a new row with its reason. Made by the region's federation for all below it.
CREATE TABLE indicators (
  area         integer NOT NULL,
  id           uuid NOT NULL,                         -- made by the client
  org          bigint NOT NULL REFERENCES organisations (code),
  code         text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
  version      smallint NOT NULL CHECK (version >= 1),
  outline      text NOT NULL CHECK (outline IN ('women', 'children')),
  domain       text NOT NULL,
  name         text NOT NULL,
  name_en      text,
  unit         text NOT NULL CHECK (unit IN ('percent', 'per-mille', 'per-100k', 'age', 'years', 'ratio', 'places')),
  decimals     smallint NOT NULL CHECK (decimals BETWEEN 0 AND 3),
  direction    text NOT NULL CHECK (direction IN ('up', 'down')),
  numerator    text NOT NULL DEFAULT '',              -- in words; '' where the unit has no parts
  denominator  text NOT NULL DEFAULT '',
  department   text NOT NULL,                         -- who reports it
  level        text NOT NULL CHECK (level IN ('region', 'league', 'banner')),   -- the lowest it is collected at
  base_year    smallint NOT NULL CHECK (base_year BETWEEN 1990 AND 2100),
  targets      jsonb NOT NULL DEFAULT '[]',           -- [{year, value, bound, words}]
  reason       text,
  by_account   uuid,
  by_name      text,
  at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  demo         boolean NOT NULL DEFAULT false,
  PRIMARY KEY (area, id),
  CHECK (version = 1 OR length(reason) >= 2)
);
CREATE UNIQUE INDEX indicators_once ON indicators (area, org, code, version);

-- A value of an area in a year, one row a version. A published one is never changed: a correction is the next version.
CREATE TABLE indicator_values (
  area           integer NOT NULL,
  id             uuid NOT NULL,                       -- made by the client
  org            bigint NOT NULL REFERENCES organisations (code),   -- the federation of the area
  indicator      text NOT NULL,                       -- its code
  definition     smallint NOT NULL,                   -- the version of the definition it was reported by
  year           smallint NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  version        smallint NOT NULL CHECK (version >= 1),
  state          text NOT NULL CHECK (state IN ('requested', 'reported', 'checked', 'published', 'absent')),
  form           text NOT NULL DEFAULT 'level' CHECK (form IN ('level', 'change')),
  value          numeric(16, 4),                      -- in the indicator's unit; of a change, percentage points
  numerator      numeric(18, 4) CHECK (numerator >= 0),
  denominator    numeric(18, 4) CHECK (denominator > 0),
  base_term      text,                                -- of a change: since when
  base_value     numeric(16, 4),
  source         text,                                -- the document
  page           text,
  absent         text CHECK (absent IN ('not-collected', 'not-yet', 'refused', 'other')),
  note           text,
  reason         text,                                -- of a correction
  due_on         date,                                -- of a request
  reported_by    uuid,
  reported_at    timestamptz,
  checked_by     uuid,
  at             timestamptz NOT NULL DEFAULT clock_timestamp(),
  demo           boolean NOT NULL DEFAULT false,
  PRIMARY KEY (area, id),
  CHECK (state NOT IN ('reported', 'checked', 'published') OR (value IS NOT NULL AND source IS NOT NULL)),
  CHECK (state <> 'absent' OR absent IS NOT NULL),
  CHECK (num_nulls(numerator, denominator) IN (0, 2)),
  -- A change without its base is published by nobody (F059–F061).
  CHECK (state <> 'published' OR form = 'level' OR num_nulls(base_term, base_value) = 0),
  CHECK (checked_by IS NULL OR reported_by IS NULL OR checked_by <> reported_by),
  CHECK (version = 1 OR length(reason) >= 2)
);
CREATE UNIQUE INDEX indicator_values_once ON indicator_values (area, org, indicator, year, version);
-- The published series of an indicator for many areas, and the desk's list of what waits.
CREATE INDEX indicator_values_series ON indicator_values (indicator, org, year DESC, version DESC);
CREATE INDEX indicator_values_waiting ON indicator_values (org, state) WHERE state IN ('requested', 'reported', 'checked');

-- Who did what to a value, and when; added, never changed.
CREATE TABLE indicator_steps (
  area        integer NOT NULL,
  id          uuid NOT NULL,
  org         bigint NOT NULL,
  value       uuid NOT NULL,
  step        text NOT NULL CHECK (step IN ('request', 'report', 'mend', 'absent', 'check', 'publish', 'return')),
  told        numeric(16, 4),                         -- what the value was said to be with this step
  reason      text,
  by_account  uuid,
  by_name     text NOT NULL,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id),
  FOREIGN KEY (area, value) REFERENCES indicator_values (area, id)
);
CREATE INDEX indicator_steps_value ON indicator_steps (area, value, at);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['indicators', 'indicator_values', 'indicator_steps'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
  END LOOP;
END $$;

-- What is measured is anybody's to read who has a post.
CREATE POLICY indicators_read ON indicators FOR SELECT
  USING ((SELECT actor_post()) IS NOT NULL OR (SELECT actor_duty()) = 'load');
CREATE POLICY indicators_make ON indicators FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'load' OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician')));
GRANT SELECT, INSERT ON indicators TO niangjia_app;

-- A published value, and that there is none, is every post's to read; what is still under way is its area's and those above.
CREATE POLICY indicator_values_published ON indicator_values FOR SELECT
  USING ((SELECT actor_post()) IS NOT NULL AND state IN ('published', 'absent'));
CREATE POLICY indicator_values_desk ON indicator_values FOR SELECT
  USING ((SELECT actor_duty()) = 'load'
         OR (in_scope(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'auditor')));
CREATE POLICY indicator_values_add ON indicator_values FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'load'
              OR (in_scope(org) AND (SELECT actor_role()) IN ('chair', 'statistician') AND checked_by IS NULL
                  AND (state = 'requested' OR (state IN ('reported', 'absent') AND reported_by = (SELECT actor_account())))));
-- Who reported a value neither checks nor publishes it; what is published is changed by nobody.
CREATE POLICY indicator_values_step ON indicator_values FOR UPDATE
  USING (in_scope(org) AND (SELECT actor_role()) IN ('chair', 'statistician') AND state IN ('requested', 'reported', 'checked'))
  WITH CHECK (in_scope(org) AND (state = 'requested' OR (reported_by = (SELECT actor_account())) = (state IN ('reported', 'absent'))));
GRANT SELECT, INSERT,
  UPDATE (state, definition, form, value, numerator, denominator, base_term, base_value, source, page, absent, note, reason,
          reported_by, reported_at, checked_by)
  ON indicator_values TO niangjia_app;

-- Steps are seen with their value, and added in one's own name.
CREATE POLICY indicator_steps_read ON indicator_steps FOR SELECT
  USING (EXISTS (SELECT FROM indicator_values v WHERE v.area = indicator_steps.area AND v.id = indicator_steps.value));
CREATE POLICY indicator_steps_add ON indicator_steps FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'load'
              OR (in_scope(org) AND by_account = (SELECT actor_account()) AND (SELECT actor_role()) IN ('chair', 'statistician')));
GRANT SELECT, INSERT ON indicator_steps TO niangjia_app;
