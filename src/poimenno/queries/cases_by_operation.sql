-- Cases by the operation inferred for them, and how sure that is; null: none, or unknown.
SELECT operation, confidence, count(*) AS count
FROM attributions GROUP BY operation, confidence ORDER BY count DESC, operation, confidence
