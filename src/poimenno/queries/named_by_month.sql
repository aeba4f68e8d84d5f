-- Published persons of an operation by month and region: sentenced in it, and shot in it.
WITH operation_persons AS (
    SELECT * FROM published WHERE operation = $operation
),
dated_acts AS (
    -- Only if both ends of the date lie in one month.
    SELECT region, 'sentenced' AS act, date_trunc('month', sentenced_first)::DATE AS month
    FROM operation_persons
    WHERE date_trunc('month', sentenced_first) = date_trunc('month', sentenced_last)
    UNION ALL
    SELECT region, 'shot', date_trunc('month', shot_first)::DATE
    FROM operation_persons
    WHERE date_trunc('month', shot_first) = date_trunc('month', shot_last)
)
SELECT
    month,
    region,
    count(*) FILTER (act = 'sentenced') AS sentenced,
    count(*) FILTER (act = 'shot') AS shot
FROM dated_acts
WHERE month BETWEEN DATE '1937-01-01' AND DATE '1938-12-31'
GROUP BY month, region
ORDER BY month, region
