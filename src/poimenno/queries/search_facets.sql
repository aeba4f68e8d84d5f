-- How many of those who fit have each value of each fact: years in their order, the rest by number.
WITH counts AS (
    SELECT year, region, operation, body_type, burial_place_id, count(*) AS count
    FROM matches
    GROUP BY GROUPING SETS ((year), (region), (operation), (body_type), (burial_place_id))
),
facts AS (
    SELECT
        CASE
            WHEN year IS NOT NULL THEN 'year'
            WHEN region IS NOT NULL THEN 'region'
            WHEN operation IS NOT NULL THEN 'operation'
            WHEN body_type IS NOT NULL THEN 'body'
            WHEN burial_place_id IS NOT NULL THEN 'place'
        END AS fact,
        coalesce(CAST(year AS VARCHAR), region, operation, body_type, burial_place_id) AS value,
        count
    FROM counts
),
names AS (
    SELECT 'region' AS fact, region AS value, name_en, name_ru FROM regions
    UNION ALL
    SELECT 'operation', operation, name_en, name_ru FROM operations
    UNION ALL
    SELECT 'body', body_type, name_en, name_ru FROM bodies
    UNION ALL
    SELECT 'place', place_id, name_en, name_ru FROM places
)
SELECT
    f.fact,
    f.value,
    f.count,
    coalesce(n.name_en, f.value) AS name_en,
    coalesce(n.name_ru, f.value) AS name_ru
FROM facts AS f
LEFT JOIN names AS n ON n.fact = f.fact AND n.value = f.value
WHERE f.fact IS NOT NULL
ORDER BY
    f.fact,
    CASE WHEN f.fact = 'year' THEN f.value END,
    f.count DESC,
    f.value
