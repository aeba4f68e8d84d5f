-- The distinct words of places of birth and of residence.
SELECT DISTINCT text
FROM (
    SELECT unnest([string_split_regex(birth_place, '\s+'), string_split_regex(residence, '\s+')], recursive := true) AS text
    FROM readings
)
WHERE text IS NOT NULL
ORDER BY text;
