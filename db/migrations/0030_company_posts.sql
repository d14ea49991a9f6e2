-- Companies of the domestic-service alliance (L070) stand in the directory beside the partner agencies: they keep their own
-- workers and orders.

ALTER TABLE organisations DROP CONSTRAINT organisations_agency_check;
ALTER TABLE organisations ADD CONSTRAINT organisations_agency_check
  CHECK (agency IN ('court', 'procuratorate', 'police', 'justice', 'civil-affairs', 'education', 'health', 'labour', 'bank', 'company'));
