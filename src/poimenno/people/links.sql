-- The judged pairs, each with what was compared and what it weighs. Two members of one
-- family in one list are two people, however alike their names: such pairs are no links.
INSERT INTO links
SELECT
    least(s.unique_id_l, s.unique_id_r) AS entry_id_a,
    greatest(s.unique_id_l, s.unique_id_r) AS entry_id_b,
    round(s.match_weight, 4),
    round(s.match_probability, 6),
    'model',
    false,
    {evidence},
    {surprise}
FROM scored AS s
JOIN entries AS a ON a.entry_id = s.unique_id_l
JOIN entries AS b ON b.entry_id = s.unique_id_r
WHERE s.match_probability >= $kept
    AND coalesce(a.head_entry_id, a.entry_id) != coalesce(b.head_entry_id, b.entry_id)
ORDER BY entry_id_a, entry_id_b;
