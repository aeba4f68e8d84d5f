-- The names of the codes that a search was narrowed to.
SELECT 'region' AS fact, name_en, name_ru FROM regions WHERE region = $region
UNION ALL
SELECT 'operation', name_en, name_ru FROM operations WHERE operation = $operation
UNION ALL
SELECT 'body', name_en, name_ru FROM bodies WHERE body_type = $body
UNION ALL
SELECT 'place', name_en, name_ru FROM places WHERE place_id = $place
UNION ALL
SELECT 'source', title, title FROM sources WHERE source_id = $source
