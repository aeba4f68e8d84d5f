-- Findings with some ids (null: all), each with its claims in their order.
SELECT
    f.finding_id, f.kind, f.arithmetic, f.difference, f.detail,
    list({'role': fc.role, 'claim': c} ORDER BY fc.ordinal) AS claims
FROM claim_findings AS f
JOIN claim_finding_claims AS fc ON fc.finding_id = f.finding_id
JOIN claims AS c ON c.claim_id = fc.claim_id
WHERE $ids IS NULL OR list_contains($ids::VARCHAR[], f.finding_id)
GROUP BY ALL
ORDER BY f.finding_id
