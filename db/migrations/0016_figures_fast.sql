-- The directory always holds the divisions above whatever it holds (organisations are made under one that stands), so the
-- leagues and banners of a scope come out of two small indexes instead of a walk through the codes: the walk was half of a figure.
CREATE INDEX organisations_league ON organisations (code) WHERE code % 1000000000000 = 0;
CREATE INDEX organisations_banner ON organisations (code) WHERE code % 10000000000 = 0;

CREATE OR REPLACE FUNCTION figure_divisions(p_from bigint, p_to bigint, p_span bigint) RETURNS SETOF bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_span = 1000000000000 THEN
    RETURN QUERY SELECT code FROM organisations WHERE code % 1000000000000 = 0 AND code BETWEEN p_from - p_from % p_span AND p_to;
  ELSE
    RETURN QUERY SELECT code FROM organisations WHERE code % 10000000000 = 0 AND code BETWEEN p_from AND p_to;
  END IF;
END $$;
