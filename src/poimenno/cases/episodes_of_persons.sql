-- Every episode of every person, in order of sources and entries; an entry that tells only of a burial has episode 0.
CREATE OR REPLACE TEMP TABLE episodes_of_persons AS
WITH told AS (
    SELECT entry_id, episode FROM episodes
    UNION ALL
    SELECT entry_id, 0 FROM readings AS r
    WHERE burial_place IS NOT NULL AND NOT EXISTS (SELECT 1 FROM episodes AS p WHERE p.entry_id = r.entry_id)
)
SELECT
    pe.person_id,
    t.entry_id,
    t.episode,
    e.source_id,
    row_number() OVER (PARTITION BY pe.person_id ORDER BY s.ordinal, e.ordinal, t.episode) AS place,
    p.* EXCLUDE (entry_id, episode)
FROM told AS t
JOIN person_entries AS pe ON pe.entry_id = t.entry_id
JOIN entries AS e ON e.entry_id = t.entry_id
JOIN sources AS s ON s.source_id = e.source_id
LEFT JOIN episodes AS p ON p.entry_id = t.entry_id AND p.episode = t.episode;
