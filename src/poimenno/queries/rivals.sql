-- The other claims of the same measure, operation, body, event, scope and place as a claim; their periods may differ.
SELECT
    c.*,
    coalesce(e.name_en, c.event, m.name_en) AS measure_en,
    coalesce(e.name_ru, c.event, m.name_ru) AS measure_ru
FROM claims AS c
JOIN claims AS this
    ON this.claim_id = $claim_id
    AND c.measure = this.measure
    AND c.operation IS NOT DISTINCT FROM this.operation
    AND c.body IS NOT DISTINCT FROM this.body
    AND c.event IS NOT DISTINCT FROM this.event
    AND c.scope IS NOT DISTINCT FROM this.scope
    AND c.region IS NOT DISTINCT FROM this.region
    AND c.extent IS NOT DISTINCT FROM this.extent
    -- Another territory is what the source words.
    AND (c.extent IN ('region', 'whole_ussr') OR c.territory IS NOT DISTINCT FROM this.territory)
LEFT JOIN measures AS m ON m.measure = c.measure
LEFT JOIN events AS e ON e.event = c.event
WHERE c.claim_id != $claim_id
ORDER BY c.period_end, c.period_start, c.claim_id
LIMIT 100
