-- Every episode of every person. `position` is its order within the person, by sources and entries. An entry that
-- states only a place of burial has the episode 0.
CREATE OR REPLACE TEMP TABLE episodes_of_persons AS
WITH episodes_and_burials AS (
    SELECT entry_id, episode FROM episodes
    UNION ALL
    SELECT entry_id, 0 FROM readings AS r
    WHERE burial_place IS NOT NULL AND NOT EXISTS (SELECT 1 FROM episodes AS p WHERE p.entry_id = r.entry_id)
)
SELECT
    pe.person_id,
    b.entry_id,
    b.episode,
    e.source_id,
    row_number() OVER (PARTITION BY pe.person_id ORDER BY s.ordinal, e.ordinal, b.episode) AS position,
    p.* EXCLUDE (entry_id, episode)
FROM episodes_and_burials AS b
JOIN person_entries AS pe ON pe.entry_id = b.entry_id
JOIN entries AS e ON e.entry_id = b.entry_id
JOIN sources AS s ON s.source_id = e.source_id
LEFT JOIN episodes AS p ON p.entry_id = b.entry_id AND p.episode = b.episode;
COMMENT ON TABLE episodes_of_persons IS 'Every episode that an entry states, with its person and its position among the episodes of the person; episode 0: only a place of burial.';
