-- Files of one entry a line, with the list of its fields, become one Parquet file with one row a field.
-- The order of reading becomes the column ordinal, from 0.
COPY (
    SELECT entry_id, generate_subscripts(fields, 1) - 1 AS ordinal, unnest(fields, max_depth := 2)
    FROM read_json($files, format = 'newline_delimited', columns = $columns, maximum_object_size = 67108864)
) TO $path (FORMAT parquet)
