-- The episodes of persons who have more than one; grouping.py decides which of them are one case.
SELECT
    person_id, entry_id, episode,
    arrest_earliest, arrest_latest, sentence_earliest, sentence_latest, execution_earliest, execution_latest,
    least(deportation_earliest, release_earliest) AS other_earliest,
    greatest(deportation_latest, release_latest) AS other_latest
FROM episodes_of_persons
WHERE person_id IN (SELECT person_id FROM episodes_of_persons GROUP BY person_id HAVING count(*) > 1)
ORDER BY person_id, position
