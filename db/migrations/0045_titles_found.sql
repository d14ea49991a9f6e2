-- Words in a title, over a league or the region. ILIKE reveals what it looked at, so behind the walls no index may answer it
-- and every title was read. Pieces of two characters are looked up in an index by a function that sees what the first
-- branch of records_read shows, and no more.
CREATE FUNCTION title_pieces(p_programme text, p_title text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000
RETURN ARRAY(SELECT DISTINCT p_programme || ' ' || substr(lower(p_title), i, 2)
             FROM generate_series(1, length(lower(p_title)) - 1) i);

CREATE INDEX records_title ON records USING gin (title_pieces(programme, title)) WHERE NOT sealed;

-- Records whose title holds the words or whose number starts with them; nothing when there are more than p_most of them, where
-- going through the list in its order finds a page sooner. Only the index may find them: worked out row by row, pieces take a
-- minute for a million titles.
CREATE FUNCTION records_titled(p_kind text, p_programme text, p_words text, p_most integer) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
  SET enable_seqscan = off SET enable_indexscan = off SET work_mem = '64MB' AS $$
DECLARE
  v_lo bigint := actor_lo();
  v_hi bigint := actor_hi();
  v_like text := '%' || regexp_replace(p_words, '([\\%_])', '\\\1', 'g') || '%';
  v_ids uuid[];
BEGIN
  IF length(lower(p_words)) < 2 THEN RETURN NULL; END IF;
  IF NOT coalesce(programmes_seen() ? p_programme, false) THEN RETURN '{}'; END IF;
  -- A piece names its programme: said once more, another index would be read beside.
  v_ids := ARRAY(
    (SELECT r.id FROM records r
     WHERE r.kind = p_kind AND NOT r.sealed AND r.org BETWEEN v_lo AND v_hi
       AND title_pieces(r.programme, r.title) @> title_pieces(p_programme, p_words) AND r.title ILIKE v_like LIMIT p_most + 1)
    UNION
    (SELECT r.id FROM records r
     WHERE r.kind = p_kind AND r.programme = p_programme AND NOT r.sealed AND r.org BETWEEN v_lo AND v_hi
       AND starts_with(r.number, upper(p_words)) LIMIT p_most + 1));
  RETURN CASE WHEN cardinality(v_ids) <= p_most THEN v_ids END;
END $$;
ALTER FUNCTION records_titled(text, text, text, integer) OWNER TO niangjia_ledger;
REVOKE ALL ON FUNCTION records_titled(text, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION records_titled(text, text, text, integer) TO niangjia_app;
