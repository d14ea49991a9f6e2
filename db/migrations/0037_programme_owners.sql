-- A local programme is there for its owner's subtree. Outside nobody sees that it is; above, its numbers are seen and its
-- records are not.
ALTER TABLE programmes ADD COLUMN owner bigint REFERENCES organisations (code);

DROP POLICY programmes_read ON programmes;
CREATE POLICY programmes_read ON programmes FOR SELECT USING (
  owner IS NULL OR owner BETWEEN (SELECT actor_lo()) AND (SELECT actor_hi()) OR org_covers(owner, (SELECT actor_org()))
  OR (SELECT actor_duty()) IS NOT NULL);

-- As in 0005, 0023 and 0025, and: in the owner's subtree.
CREATE OR REPLACE FUNCTION visible_programmes() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY(SELECT id FROM programmes WHERE actor_role() = ANY (see) AND (owner IS NULL OR org_covers(owner, actor_org())));
CREATE OR REPLACE FUNCTION open_programmes() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY(SELECT id FROM programmes
               WHERE NOT confidential AND actor_role() = ANY (see) AND (owner IS NULL OR org_covers(owner, actor_org())));
