-- The links between entries of some lists, and whether a draw may take them: those that hold a person together, and
-- those of the model that are less likely than any of these. A likely link that was refused stays refused.
WITH weakest AS (
    SELECT coalesce(min(probability), 1) AS probability FROM links WHERE used AND origin = 'model'
),
listed AS (
    SELECT e.entry_id
    FROM entries AS e
    JOIN person_entries AS pe ON pe.entry_id = e.entry_id
    WHERE list_contains($sources, e.source_id)
)
SELECT
    l.entry_id_a,
    l.entry_id_b,
    l.probability,
    l.used OR (l.origin = 'model' AND l.probability < w.probability) AS drawable
FROM links AS l
CROSS JOIN weakest AS w
JOIN listed AS a ON a.entry_id = l.entry_id_a
JOIN listed AS b ON b.entry_id = l.entry_id_b
ORDER BY l.entry_id_a, l.entry_id_b;
