-- Partner agencies of 妇联+ (L106): courts, police, civil affairs… stand in the directory under a division, with what they
-- are. They keep nothing of their own; what is referred to them they see by `records.receiver` (0012).

ALTER TABLE organisations ADD COLUMN agency text
  CHECK (agency IN ('court', 'procuratorate', 'police', 'justice', 'civil-affairs', 'education', 'health', 'labour', 'bank'));
ALTER TABLE organisations DROP CONSTRAINT organisations_kind_check;
ALTER TABLE organisations ADD CONSTRAINT organisations_kind_check
  CHECK (kind IN ('federation', 'womens-home', 'new-field', 'industry', 'group-member', 'partner'));
ALTER TABLE organisations ADD CONSTRAINT organisations_agency_of_partner CHECK ((kind = 'partner') = (agency IS NOT NULL));
