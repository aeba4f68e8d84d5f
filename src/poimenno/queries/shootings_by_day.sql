-- Published persons shot in 1937-1938, by day; the facts of their cases narrow the count.
SELECT day, count(*) AS count
FROM published
WHERE day BETWEEN DATE '1937-01-01' AND DATE '1938-12-31'
    AND ($operation IS NULL OR operation = $operation)
    AND ($body IS NULL OR body_type = $body)
    AND ($region IS NULL OR region = $region)
    AND ($place IS NULL OR burial_place_id = $place)
GROUP BY day
ORDER BY day
