-- Published persons of an operation by region: named, sentenced, shot, imprisoned.
SELECT
    region,
    count(*) AS named,
    count(*) FILTER (sentenced) AS sentenced,
    count(*) FILTER (outcome = 'executed') AS shot,
    count(*) FILTER (outcome = 'imprisoned') AS imprisoned
FROM published
WHERE operation = $operation
GROUP BY region
ORDER BY named DESC, region
