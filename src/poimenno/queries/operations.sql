-- The operations, each with the published persons whose case is attributed to it.
SELECT
    o.*,
    count(p.person_id) AS persons,
    count(p.person_id) FILTER (p.outcome = 'executed') AS shot
FROM operations AS o
LEFT JOIN published AS p ON p.operation = o.operation
GROUP BY ALL
ORDER BY o.operation
