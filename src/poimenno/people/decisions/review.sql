-- The questions that a reviewer is asked: a link that holds and may be wrong, or one that does not hold and may be right.
-- `changes` is how many pairs of entries the answer would part or join; the doubt is 1 where either answer is as likely.
WITH sizes AS (
    SELECT person_id, count(*) AS entries FROM person_entries GROUP BY person_id
),
asked AS (
    SELECT
        l.entry_id_a,
        l.entry_id_b,
        l.weight,
        l.probability,
        l.surprise,
        l.used,
        l.evidence,
        a.person_id AS person_a,
        b.person_id AS person_b,
        CASE
            WHEN a.person_id = b.person_id THEN n.entries - 1
            ELSE n.entries * m.entries
        END AS changes,
        -- Of one person, what is unusual speaks against. Of two, the model speaks for one, and was overruled or unsure:
        -- on the Memento books it is then wrong about one pair in twenty.
        CASE
            WHEN a.person_id = b.person_id THEN 1 / (1 + pow(2, $unusual - l.surprise))
            ELSE 0.1 * l.probability
        END AS wrong
    FROM links AS l
    JOIN person_entries AS a ON a.entry_id = l.entry_id_a
    JOIN person_entries AS b ON b.entry_id = l.entry_id_b
    JOIN sizes AS n ON n.person_id = a.person_id
    JOIN sizes AS m ON m.person_id = b.person_id
    WHERE l.origin = 'model'
        AND (l.used OR a.person_id != b.person_id)
        -- What was judged, or put aside as not to be told, is not asked again.
        AND NOT EXISTS (
            SELECT 1 FROM judged AS j WHERE j.entry_id_a = l.entry_id_a AND j.entry_id_b = l.entry_id_b
        )
),
-- One question for each pair of persons, or of each person, at a time: its answer may settle the others.
foremost AS (
    SELECT *
    FROM asked
    QUALIFY row_number() OVER (
        PARTITION BY least(person_a, person_b), greatest(person_a, person_b)
        ORDER BY wrong DESC, entry_id_a, entry_id_b
    ) = 1
)
SELECT *
FROM foremost
ORDER BY wrong DESC, changes DESC, entry_id_a, entry_id_b
LIMIT $most;
