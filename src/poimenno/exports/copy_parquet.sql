-- Writes the view `exported` as Parquet, with the exact texts.
COPY exported TO $file (FORMAT parquet, COMPRESSION zstd);
