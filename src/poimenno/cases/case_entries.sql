COMMENT ON TABLE grouped_episodes IS 'The episodes of persons who have several, with the number of the case that each belongs to.';

-- The case of each episode: as grouped, for persons with several episodes; the first and only case of everybody else.
INSERT INTO case_entries
WITH numbered AS (
    SELECT person_id, entry_id, episode, ordinal FROM grouped_episodes
    UNION ALL
    SELECT person_id, entry_id, episode, 1 FROM episodes_of_persons
    WHERE person_id NOT IN (SELECT person_id FROM grouped_episodes)
)
SELECT person_id || '-' || ordinal, entry_id, episode
FROM numbered
ORDER BY person_id, ordinal, entry_id, episode;
