-- How many links of the model are at least as probable as each threshold.
SELECT t.threshold, count(*) FILTER (l.probability >= t.threshold) AS links
FROM (SELECT unnest($thresholds) AS threshold) AS t, links AS l
WHERE l.origin = 'model'
GROUP BY t.threshold
ORDER BY t.threshold
