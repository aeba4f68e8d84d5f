-- Fill a table of the record from the CSV file of the same columns; types are those of the table.
INSERT INTO {{table}} BY NAME
SELECT *
FROM read_csv(
    $path, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', auto_detect = true,
    null_padding = false
);
