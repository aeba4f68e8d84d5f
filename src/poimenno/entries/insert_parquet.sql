-- Rows parsed before, of all sources in order, into their table.
INSERT INTO {{table}} BY NAME SELECT * FROM read_parquet($paths)
