-- The comments on the columns of a table of the record.
SELECT column_name, comment FROM duckdb_columns() WHERE table_name = $table_name AND comment IS NOT NULL;
