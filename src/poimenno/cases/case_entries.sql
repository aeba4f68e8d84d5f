-- The groups of those who have several episodes, and the one case of everybody else.
INSERT INTO case_entries
WITH numbered AS (
    SELECT person_id, entry_id, episode, ordinal FROM grouped
    UNION ALL
    SELECT person_id, entry_id, episode, 1 FROM episodes_of_persons
    WHERE person_id NOT IN (SELECT person_id FROM grouped)
)
SELECT person_id || '-' || ordinal, entry_id, episode
FROM numbered
ORDER BY person_id, ordinal, entry_id, episode;
