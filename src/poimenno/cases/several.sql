-- Episodes of the persons who have more than one: which of them are one case is for grouping.py to say.
SELECT
    person_id, entry_id, episode,
    arrest_earliest, arrest_latest, sentence_earliest, sentence_latest, execution_earliest, execution_latest,
    least(deportation_earliest, release_earliest), greatest(deportation_latest, release_latest)
FROM episodes_of_persons
WHERE person_id IN (SELECT person_id FROM episodes_of_persons GROUP BY person_id HAVING count(*) > 1)
ORDER BY person_id, place
