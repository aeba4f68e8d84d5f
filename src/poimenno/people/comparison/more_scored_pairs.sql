-- More pairs that the engine scored.
INSERT INTO scored_pairs BY NAME
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
