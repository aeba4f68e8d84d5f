-- The questions for a reviewer: a link that holds and may be wrong, or one that does not hold and may be right.
-- `changes` is how many pairs of entries the answer would part or join; the doubt is 1 if the record is surely wrong.
WITH sizes AS (
    SELECT person_id, count(*) AS entries FROM person_entries GROUP BY person_id
),
open_links AS (
    SELECT
        l.entry_id_a AS entry_a,
        l.entry_id_b AS entry_b,
        a.person_id AS person_a,
        b.person_id AS person_b,
        l.weight,
        l.probability,
        l.surprise,
        -- Of one person, what is unusual speaks against. Of two, the model speaks for one, and was overruled or unsure:
        -- on the Memento books it is then wrong about one pair in twenty.
        CASE
            WHEN a.person_id = b.person_id THEN 1 / (1 + pow(2, $unusual - l.surprise))
            ELSE 0.1 * l.probability
        END AS doubt,
        CASE
            WHEN a.person_id = b.person_id THEN n.entries - 1
            ELSE n.entries * m.entries
        END AS changes,
        l.evidence
    FROM links AS l
    JOIN person_entries AS a ON a.entry_id = l.entry_id_a
    JOIN person_entries AS b ON b.entry_id = l.entry_id_b
    JOIN sizes AS n ON n.person_id = a.person_id
    JOIN sizes AS m ON m.person_id = b.person_id
    WHERE l.origin = 'model'
        AND (l.used OR a.person_id != b.person_id)
        -- A pair that was decided, or put aside as undecidable, is not asked about again.
        AND NOT EXISTS (
            SELECT 1 FROM decided_pairs AS d WHERE d.entry_id_a = l.entry_id_a AND d.entry_id_b = l.entry_id_b
        )
),
-- At a time one question about each person, or each pair of persons: its answer may settle the others.
first_questions AS (
    SELECT *
    FROM open_links
    QUALIFY row_number() OVER (
        PARTITION BY least(person_a, person_b), greatest(person_a, person_b)
        ORDER BY doubt DESC, entry_a, entry_b
    ) = 1
)
SELECT *
FROM first_questions
ORDER BY doubt DESC, changes DESC, entry_a, entry_b
LIMIT $limit;
