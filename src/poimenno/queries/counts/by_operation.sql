SELECT operation, confidence, count(*) AS count
FROM attributions GROUP BY operation, confidence ORDER BY count DESC, operation, confidence
