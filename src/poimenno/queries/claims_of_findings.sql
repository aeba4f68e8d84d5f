-- The claims that findings rest on, in the order of each finding.
SELECT
    f.finding_id,
    f.role,
    c.*,
    coalesce(e.name_en, c.event, m.name_en) AS measure_en,
    coalesce(e.name_ru, c.event, m.name_ru) AS measure_ru
FROM claim_finding_claims AS f
JOIN claims AS c ON c.claim_id = f.claim_id
LEFT JOIN measures AS m ON m.measure = c.measure
LEFT JOIN events AS e ON e.event = c.event
WHERE list_contains($finding_ids, f.finding_id)
ORDER BY f.finding_id, f.ordinal
