-- The distinct surnames and maiden names.
SELECT DISTINCT text
FROM (
    SELECT unnest([surname, maiden_name]) AS text FROM readings
)
WHERE text IS NOT NULL
ORDER BY text;
