-- A single published number, written by hand: it stands when a second person has approved it. Where it differs from another
-- published number, it says from which and why (DESIGN 11). Sheets that are taken over (grade D) stand at once, as before.

ALTER TABLE statements
  ADD COLUMN state text NOT NULL DEFAULT 'standing' CHECK (state IN ('asked', 'standing', 'returned')),
  ADD COLUMN decided_by uuid,
  ADD COLUMN decided_at timestamptz,
  ADD COLUMN reason text CHECK (length(reason) BETWEEN 2 AND 500),        -- of the return
  ADD COLUMN differs_from uuid,
  ADD COLUMN differs_because text CHECK (length(differs_because) BETWEEN 2 AND 500),
  ADD CHECK (num_nulls(differs_from, differs_because) IN (0, 2)),
  ADD CHECK (decided_by <> by_account),
  ADD CHECK (state <> 'returned' OR reason IS NOT NULL);
CREATE INDEX statements_supersedes ON statements (supersedes) WHERE supersedes IS NOT NULL;

DROP POLICY statements_read ON statements;
CREATE POLICY statements_read ON statements FOR SELECT USING ((SELECT actor_duty()) = 'load'
  OR (state = 'standing' AND (SELECT actor_post()) IS NOT NULL)
  OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity', 'auditor')));
DROP POLICY statements_add ON statements;
CREATE POLICY statements_add ON statements FOR INSERT WITH CHECK ((SELECT actor_duty()) = 'load'
  OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'statistician', 'publicity')
      AND decided_by IS NULL AND by_account = (SELECT actor_account()) AND (state = 'asked' OR (state = 'standing' AND grade = 'D'))));
-- Decided once, by the chair, and never on her own.
CREATE POLICY statements_decide ON statements FOR UPDATE
  USING (state = 'asked' AND own_org(org) AND (SELECT actor_role()) = 'chair' AND by_account <> (SELECT actor_account()))
  WITH CHECK (state IN ('standing', 'returned') AND decided_by = (SELECT actor_account()));
GRANT UPDATE (state, approved_by, decided_by, decided_at, reason) ON statements TO niangjia_app;
