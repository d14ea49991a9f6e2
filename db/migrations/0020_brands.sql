-- A brand is made and kept by the chair's or the organisation's post, also on a programme whose records neither may see:
-- its name is public, the cases under it are not. A merger moves the brands of what it merges.
DROP POLICY brands_write ON brands;
CREATE POLICY brands_make ON brands FOR INSERT
  WITH CHECK ((SELECT actor_duty()) = 'load' OR (own_org(org) AND (SELECT actor_role()) IN ('chair', 'organisation')));
CREATE POLICY brands_keep ON brands FOR UPDATE
  USING ((SELECT actor_duty()) = 'load' OR (in_scope(org) AND (SELECT actor_role()) IN ('chair', 'organisation')))
  WITH CHECK ((SELECT actor_duty()) = 'load' OR (in_scope(org) AND (SELECT actor_role()) IN ('chair', 'organisation')));
-- Records of a banner may bear a brand of its league or of the region, whose area is another.
CREATE INDEX brands_id ON brands (id);
