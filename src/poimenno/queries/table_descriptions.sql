-- The tables of the record, with what their comments say of them and of their columns.
SELECT
    t.table_name AS name,
    t.comment,
    list({'name': c.column_name, 'type': c.data_type, 'comment': c.comment} ORDER BY c.column_index) AS columns
FROM duckdb_tables() AS t
JOIN duckdb_columns() AS c
    ON c.database_name = t.database_name AND c.schema_name = t.schema_name AND c.table_name = t.table_name
WHERE NOT t.temporary
GROUP BY t.table_name, t.comment
ORDER BY t.table_name
