-- Files of one row a line (JSON) become one Parquet file; $columns maps each column to its type.
COPY (
    SELECT * FROM read_json($files, format = 'newline_delimited', columns = $columns, maximum_object_size = 67108864)
) TO $path (FORMAT parquet)
