-- Published persons of an operation by how sure the attribution of their case is.
SELECT a.confidence, count(*) AS count
FROM published AS p
JOIN attributions AS a ON a.case_id = p.case_id
WHERE p.operation = $operation
GROUP BY a.confidence
ORDER BY count DESC, a.confidence
