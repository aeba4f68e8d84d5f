-- The distinct patronymics.
SELECT DISTINCT text
FROM (
    SELECT patronymic AS text FROM readings
)
WHERE text IS NOT NULL
ORDER BY text;
