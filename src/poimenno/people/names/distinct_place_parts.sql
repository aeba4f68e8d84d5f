-- The distinct parts of places of birth and of residence, between commas.
SELECT DISTINCT text
FROM (
    SELECT trim(unnest([string_split(birth_place, ','), string_split(residence, ',')], recursive := true)) AS text
    FROM readings
)
WHERE text IS NOT NULL
ORDER BY text;
