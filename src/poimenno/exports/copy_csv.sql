-- Writes the view `exported` as CSV in UTF-8 with commas (RFC 4180). A text that a spreadsheet would run as a formula
-- ($formula, see values/formula_guard.py) gets an apostrophe before it. "\0" keeps the names of the columns.
COPY (
    SELECT
        CASE
            WHEN typeof(COLUMNS(*)) = 'VARCHAR' AND regexp_matches(CAST(COLUMNS(*) AS VARCHAR), $formula)
                THEN chr(39) || CAST(COLUMNS(*) AS VARCHAR)
            ELSE CAST(COLUMNS(*) AS VARCHAR)
        END AS "\0"
    FROM exported
) TO $file (FORMAT csv, HEADER true);
