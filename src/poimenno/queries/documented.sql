-- The figures of one operation, each with the persons named here whom it should count too.
WITH RECURSIVE inside AS (
    -- Each region lies in itself and in all that its own lies in.
    SELECT region, region AS whole FROM regions
    UNION
    SELECT i.region, r.parent FROM inside AS i JOIN regions AS r ON r.region = i.whole WHERE r.parent IS NOT NULL
),
own AS (
    SELECT
        -- People of the same days and fate are counted once for all: the figures are compared with few rows.
        count(*) AS people, region, outcome, sentenced,
        coalesce(sentenced_first, shot_first) AS first_day,
        coalesce(sentenced_last, shot_last) AS last_day,
        coalesce(arrested_first, first_day) AS first_arrest,
        coalesce(arrested_last, last_day) AS last_arrest
    FROM published
    WHERE operation = $1
    GROUP BY ALL
),
figures AS (
    SELECT c.*, m.name_en AS measure_en, m.name_ru AS measure_ru
    FROM claims AS c LEFT JOIN measures AS m ON m.measure = c.measure
    WHERE c.operation = $1 AND c.scope IS NULL AND c.body IS NULL AND c.unit = 'people' AND c.collection != 'record'
        AND c.measure IN ('arrested', 'convicted', 'executed', 'camp')
        AND (c.region IS NOT NULL OR c.territory IS NULL OR c.territory IN ('USSR', 'СССР'))
        AND c.period_start IS NOT NULL AND c.period_end IS NOT NULL
        AND coalesce(c.value, c.value_high, c.value_low) IS NOT NULL
)
SELECT f.*, CAST(coalesce(sum(o.people), 0) AS BIGINT) AS named
FROM figures AS f
LEFT JOIN own AS o
    ON (f.region IS NULL OR o.region IN (SELECT region FROM inside WHERE whole = f.region))
    AND CASE f.measure WHEN 'arrested' THEN o.first_arrest ELSE o.first_day END >= f.period_start
    AND CASE f.measure WHEN 'arrested' THEN o.last_arrest ELSE o.last_day END <= f.period_end
    AND CASE f.measure
        WHEN 'convicted' THEN o.sentenced
        WHEN 'executed' THEN o.outcome = 'executed'
        WHEN 'camp' THEN o.outcome = 'imprisoned'
        ELSE true
    END
GROUP BY ALL
ORDER BY f.measure, f.region NULLS FIRST, f.period_end, f.claim_id
