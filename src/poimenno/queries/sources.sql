-- All sources in their order, with the counts of their rows.
SELECT
    s.*,
    (SELECT count(*) FROM entries AS e WHERE e.source_id = s.source_id) AS entries,
    (SELECT count(*) FROM rejected AS r WHERE r.source_id = s.source_id) AS rejected
FROM sources AS s
ORDER BY s.ordinal
