-- The distinct given names, and other names.
SELECT DISTINCT text
FROM (
    SELECT unnest([given_name] || coalesce(name_variants, [])) AS text FROM readings
)
WHERE text IS NOT NULL
ORDER BY text;
