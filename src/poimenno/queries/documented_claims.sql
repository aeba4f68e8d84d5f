-- The claims of one operation, each with the persons named here whom it should count too.
WITH RECURSIVE inside AS (
    -- Each region lies in itself and in all that its own lies in.
    SELECT region, region AS whole FROM regions
    UNION
    SELECT i.region, r.parent FROM inside AS i JOIN regions AS r ON r.region = i.whole WHERE r.parent IS NOT NULL
),
persons_alike AS (
    SELECT
        -- People of the same days and fate are counted once for all: the claims are compared with few rows.
        count(*) AS people, region, outcome, sentenced,
        coalesce(sentenced_first, shot_first) AS first_day,
        coalesce(sentenced_last, shot_last) AS last_day,
        coalesce(arrested_first, first_day) AS first_arrest,
        coalesce(arrested_last, last_day) AS last_arrest
    FROM published
    WHERE operation = $operation
    GROUP BY ALL
),
whole_claims AS (
    -- Claims of all cases of the operation in a place and a time.
    SELECT
        c.claim_id, c.measure, c.region, c.period_start, c.period_end,
        -- Which of the named are held against the measure.
        CASE c.measure
            WHEN 'arrested' THEN 'named' WHEN 'convicted' THEN 'sentenced'
            WHEN 'executed' THEN 'shot' WHEN 'camp' THEN 'imprisoned'
        END AS counts
    FROM claims AS c
    WHERE c.operation = $operation AND c.scope IS NULL AND c.body IS NULL AND c.unit = 'people' AND c.collection != 'record'
        AND c.measure IN ('arrested', 'convicted', 'executed', 'camp')
        AND c.extent IN ('region', 'whole_ussr')
        AND c.period_start IS NOT NULL AND c.period_end IS NOT NULL
        AND coalesce(c.value, c.value_high, c.value_low) IS NOT NULL
)
SELECT c.claim_id, c.counts, CAST(coalesce(sum(p.people), 0) AS BIGINT) AS named
FROM whole_claims AS c
LEFT JOIN persons_alike AS p
    ON (c.region IS NULL OR p.region IN (SELECT region FROM inside WHERE whole = c.region))
    AND CASE c.measure WHEN 'arrested' THEN p.first_arrest ELSE p.first_day END >= c.period_start
    AND CASE c.measure WHEN 'arrested' THEN p.last_arrest ELSE p.last_day END <= c.period_end
    AND CASE c.counts
        WHEN 'sentenced' THEN p.sentenced
        WHEN 'shot' THEN p.outcome = 'executed'
        WHEN 'imprisoned' THEN p.outcome = 'imprisoned'
        ELSE true
    END
GROUP BY c.claim_id, c.counts, c.measure, c.region, c.period_end
ORDER BY c.measure, c.region NULLS FIRST, c.period_end, c.claim_id
