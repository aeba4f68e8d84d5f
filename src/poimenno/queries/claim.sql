-- One claim by its id.
SELECT
    c.*,
    coalesce(e.name_en, c.event, m.name_en) AS measure_en,
    coalesce(e.name_ru, c.event, m.name_ru) AS measure_ru
FROM claims AS c
LEFT JOIN measures AS m ON m.measure = c.measure
LEFT JOIN events AS e ON e.event = c.event
WHERE c.claim_id = $claim_id
