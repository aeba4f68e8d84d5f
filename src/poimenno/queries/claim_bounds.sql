-- What follows from all claims for the true numbers of an operation; without the numbers that stay open above.
SELECT b.*, m.name_en AS measure_en, m.name_ru AS measure_ru
FROM claim_bounds AS b
LEFT JOIN measures AS m ON m.measure = b.measure
WHERE b.operation = $operation AND b.high IS NOT NULL
ORDER BY b.measure, b.region NULLS FIRST, b.period_start, b.period_end, b.low
