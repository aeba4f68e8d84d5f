-- The tables that Splink left behind.
SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, '__splink__');
