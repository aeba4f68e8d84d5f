-- Keep the scores for the next build.
COPY (FROM scored_pairs ORDER BY unique_id_l, unique_id_r) TO $path (FORMAT parquet);
