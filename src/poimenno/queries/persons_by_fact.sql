-- Published persons, and of them those shot, by each value of one fact of their cases.
SELECT
    CASE $fact WHEN 'operation' THEN operation WHEN 'body' THEN body_type WHEN 'region' THEN region END AS code,
    count(*) AS persons,
    count(*) FILTER (outcome = 'executed') AS shot
FROM published
GROUP BY code
HAVING code IS NOT NULL
