-- With fewer than two entries there is nothing to compare.
CREATE OR REPLACE TEMP TABLE scored_pairs (unique_id_l VARCHAR, unique_id_r VARCHAR, match_weight DOUBLE);
COMMENT ON TABLE scored_pairs IS 'Candidate pairs as the match model scored them: there are none.';
