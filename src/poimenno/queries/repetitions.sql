-- The claims that share their origin with a claim, the origin first, then by the year of the source.
SELECT
    c.*,
    coalesce(e.name_en, c.event, m.name_en) AS measure_en,
    coalesce(e.name_ru, c.event, m.name_ru) AS measure_ru,
    o.reason,
    c.claim_id = o.origin_id AS is_origin
FROM claim_origins AS this
JOIN claim_origins AS o ON o.origin_id = this.origin_id
JOIN claims AS c ON c.claim_id = o.claim_id
LEFT JOIN measures AS m ON m.measure = c.measure
LEFT JOIN events AS e ON e.event = c.event
WHERE this.claim_id = $claim_id AND o.claim_id != $claim_id
ORDER BY is_origin DESC, c.source_year NULLS LAST, c.claim_id
