-- The entries of some lists, each with its person and with what a population may be divided by.
-- A division is that of the first case of the entry; null: not known.
WITH first_cases AS (
    SELECT entry_id, min(case_id) AS case_id FROM case_entries GROUP BY entry_id
)
SELECT
    e.entry_id,
    e.source_id,
    pe.person_id,
    t.operation,
    c.region,
    CAST(c.year AS VARCHAR) AS year,
    -- The month of the sentence, if the source tells it.
    CASE
        WHEN date_trunc('month', c.sentence_earliest) = date_trunc('month', c.sentence_latest)
            THEN strftime(c.sentence_earliest, '%Y-%m')
    END AS month,
    c.outcome,
    p.sex
FROM entries AS e
JOIN person_entries AS pe ON pe.entry_id = e.entry_id
JOIN persons AS p ON p.person_id = pe.person_id
LEFT JOIN first_cases AS f ON f.entry_id = e.entry_id
LEFT JOIN cases AS c ON c.case_id = f.case_id
LEFT JOIN attributions AS t ON t.case_id = c.case_id
WHERE list_contains($sources, e.source_id)
ORDER BY e.ordinal, e.entry_id;
