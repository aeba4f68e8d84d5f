-- The intermediate tables of this connection, with their comments.
SELECT table_name, comment
FROM duckdb_tables()
WHERE temporary AND NOT internal
ORDER BY table_name;
