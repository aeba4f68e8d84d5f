-- Counts of the named people of the record, as claims of the record itself; see named.py for the rule.
INSERT INTO claims BY NAME
WITH made_up AS (
    -- Cases that rest on a made-up source.
    SELECT DISTINCT ce.case_id
    FROM case_entries AS ce
    JOIN entries AS e ON e.entry_id = ce.entry_id
    JOIN sources AS s ON s.source_id = e.source_id
    WHERE s.made_up
),
attributed AS (
    -- The other cases, each with its operation and the days between which the sentence (else the shooting) lies.
    SELECT
        c.case_id, a.operation,
        coalesce(c.sentence_earliest, c.execution_earliest) AS first_day,
        coalesce(c.sentence_latest, c.execution_latest) AS last_day,
        c.arrest_earliest, c.arrest_latest, c.outcome
    FROM cases AS c
    JOIN attributions AS a ON a.case_id = c.case_id
    WHERE c.case_id NOT IN (SELECT case_id FROM made_up)
),
cases_by_measure AS (
    -- A case counts by its outcome, and as an arrest, if the days are certain to lie in the two years.
    SELECT operation, CASE outcome WHEN 'executed' THEN 'executed' WHEN 'imprisoned' THEN 'camp' END AS measure
    FROM attributed
    WHERE first_day >= DATE '1937-01-01' AND last_day <= DATE '1938-12-31' AND outcome IN ('executed', 'imprisoned')
    UNION ALL
    SELECT operation, 'arrested' FROM attributed
    WHERE arrest_earliest >= DATE '1937-01-01' AND arrest_latest <= DATE '1938-12-31'
),
totals AS (
    -- By operation, and for all operations together.
    SELECT measure, operation, count(*) AS n FROM cases_by_measure WHERE operation IS NOT NULL GROUP BY ALL
    UNION ALL
    SELECT measure, NULL, count(*) FROM cases_by_measure GROUP BY measure
)
SELECT
    'record:' || measure || coalesce(':' || operation, '') AS claim_id,
    measure, operation, 'USSR' AS territory, 'whole_ussr' AS extent, DATE '1937-01-01' AS period_start, DATE '1938-12-31' AS period_end,
    n AS value, 'people' AS unit, 'at_least' AS precision, n AS possible_low, NULL::BIGINT AS possible_high,
    'This record: people named here' AS source, $rule AS counts, 'counted' AS status, 'record' AS collection
FROM totals
ORDER BY measure, operation NULLS FIRST;
