-- Findings on claims, the gravest first, then by how much they fail. A null parameter asks for all.
SELECT f.* EXCLUDE (detail)
FROM claim_findings AS f
WHERE ($kind::VARCHAR IS NULL OR f.kind = $kind)
    AND ($severity::VARCHAR IS NULL OR f.severity = $severity)
    AND ($operation::VARCHAR IS NULL OR f.operation = $operation)
    AND ($region::VARCHAR IS NULL OR f.region = $region)
    AND ($measure::VARCHAR IS NULL OR f.measure = $measure)
    AND (
        $claim_id::VARCHAR IS NULL
        OR f.finding_id IN (SELECT finding_id FROM claim_finding_claims WHERE claim_id = $claim_id)
    )
ORDER BY list_position($severities, f.severity), abs(f.difference) DESC NULLS LAST, f.finding_id
LIMIT $limit OFFSET $offset
