-- The published claims of an operation, by id; the record's own counts are told by the persons themselves.
SELECT
    c.*,
    m.name_en AS measure_en,
    m.name_ru AS measure_ru
FROM claims AS c
LEFT JOIN measures AS m ON m.measure = c.measure
WHERE c.operation = $operation AND c.collection != 'record'
ORDER BY c.claim_id
