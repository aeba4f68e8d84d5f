-- How many published persons a fact of their case is true of, how many of them were shot, and sentences by month.
WITH chosen AS (
    SELECT outcome, sentenced_first, sentenced_last
    FROM published
    WHERE ($operation IS NULL OR operation = $operation)
        AND ($body IS NULL OR body_type = $body)
        AND ($region IS NULL OR region = $region)
        AND ($place IS NULL OR burial_place_id = $place)
),
-- Only those whose sources tell the month.
by_month AS (
    SELECT date_trunc('month', sentenced_first)::DATE AS month, count(*) AS count
    FROM chosen
    WHERE date_trunc('month', sentenced_first) = date_trunc('month', sentenced_last)
        AND sentenced_first BETWEEN DATE '1937-01-01' AND DATE '1938-12-31'
    GROUP BY month
)
SELECT
    (SELECT count(*) FROM chosen) AS persons,
    (SELECT count(*) FROM chosen WHERE outcome = 'executed') AS shot,
    coalesce((SELECT list({'month': month, 'count': count} ORDER BY month) FROM by_month), []) AS months
