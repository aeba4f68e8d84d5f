-- The scores that an earlier build kept.
CREATE OR REPLACE TEMP TABLE cached_pairs AS FROM read_parquet($path);
