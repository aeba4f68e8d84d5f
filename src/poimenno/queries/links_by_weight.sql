-- How many links the model has by weight, in steps of bits, and how many of them hold a person together.
SELECT CAST(floor(weight / $step) * $step AS INTEGER) AS weight, count(*) AS links, count(*) FILTER (used) AS used
FROM links
WHERE origin = 'model'
GROUP BY ALL
ORDER BY ALL
