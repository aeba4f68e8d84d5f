-- The regions of 1937-1938, each with the published persons of its cases.
SELECT
    r.*,
    count(p.person_id) AS persons,
    count(p.person_id) FILTER (p.outcome = 'executed') AS shot
FROM regions AS r
LEFT JOIN published AS p ON p.region = r.region
GROUP BY ALL
ORDER BY r.region
