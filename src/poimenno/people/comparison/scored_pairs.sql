-- The pairs as the engine scored them; names of columns are Splink's.
CREATE OR REPLACE TEMP TABLE scored_pairs AS
SELECT
    unique_id_l,
    unique_id_r,
    source_id_l AS source_l,
    source_id_r AS source_r,
    match_weight,
    match_probability,
    COLUMNS('^gamma_'),
    COLUMNS('^mw_')
FROM {{table}};
COMMENT ON TABLE scored_pairs IS 'Candidate pairs as the match model scored them: match_weight in bits; for each comparison its level (gamma_), the weight of the level (mw_), and what the frequency of the value adds (mw_tf_adj_).';
