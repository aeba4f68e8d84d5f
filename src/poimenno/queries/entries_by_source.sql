-- Entries and rejected rows of each source, in the order of the sources.
SELECT s.source_id AS source, s.title, count(e.entry_id) AS count,
    (SELECT count(*) FROM rejected AS r WHERE r.source_id = s.source_id) AS rejected
FROM sources AS s LEFT JOIN entries AS e ON e.source_id = s.source_id
GROUP BY s.source_id, s.title, s.ordinal ORDER BY s.ordinal
