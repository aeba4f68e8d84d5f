-- The cached pairs whose sources are both as they were.
CREATE OR REPLACE TEMP TABLE scored_pairs AS
SELECT *
FROM cached_pairs
WHERE source_l IN (FROM old_sources) AND source_r IN (FROM old_sources);
COMMENT ON TABLE scored_pairs IS 'Candidate pairs as the match model scored them: match_weight in bits; for each comparison its level (gamma_), the weight of the level (mw_), and what the frequency of the value adds (mw_tf_adj_).';
