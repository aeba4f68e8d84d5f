-- The figures of one operation, each with the persons named here whom it should count too.
WITH RECURSIVE inside AS (
    -- Each region lies in itself and in all that its own lies in.
    SELECT region, region AS whole FROM regions
    UNION
    SELECT i.region, r.parent FROM inside AS i JOIN regions AS r ON r.region = i.whole WHERE r.parent IS NOT NULL
),
own AS (
    SELECT
        p.person_id, p.region, p.outcome, c.sentence_edtf, c.sentence_category,
        coalesce(c.sentence_earliest, c.execution_earliest) AS first_day,
        coalesce(c.sentence_latest, c.execution_latest) AS last_day,
        coalesce(c.arrest_earliest, first_day) AS first_arrest,
        coalesce(c.arrest_latest, last_day) AS last_arrest
    FROM published AS p JOIN cases AS c ON c.case_id = p.case_id
    WHERE p.operation = $1
),
figures AS (
    SELECT c.*, m.name_en AS measure_en, m.name_ru AS measure_ru
    FROM claims AS c LEFT JOIN measures AS m ON m.measure = c.measure
    WHERE c.operation = $1 AND c.scope IS NULL AND c.body IS NULL AND c.unit = 'people' AND c.measure IN ('arrested', 'convicted', 'executed', 'camp')
        AND (c.region IS NOT NULL OR c.territory IS NULL OR c.territory IN ('USSR', 'СССР'))
        AND c.period_start IS NOT NULL AND c.period_end IS NOT NULL
        AND coalesce(c.value, c.value_high, c.value_low) IS NOT NULL
)
SELECT f.*, count(o.person_id) AS named
FROM figures AS f
LEFT JOIN own AS o
    ON (f.region IS NULL OR o.region IN (SELECT region FROM inside WHERE whole = f.region))
    AND CASE f.measure WHEN 'arrested' THEN o.first_arrest ELSE o.first_day END >= f.period_start
    AND CASE f.measure WHEN 'arrested' THEN o.last_arrest ELSE o.last_day END <= f.period_end
    AND CASE f.measure
        WHEN 'convicted' THEN o.sentence_edtf IS NOT NULL OR o.sentence_category IS NOT NULL
        WHEN 'executed' THEN o.outcome = 'executed'
        WHEN 'camp' THEN o.outcome = 'imprisoned'
        ELSE true
    END
GROUP BY ALL
ORDER BY f.measure, f.region NULLS FIRST, f.period_end, f.claim_id
