-- The pairs to be linked, shown or reviewed, numbered. Two members of one family in one list are two people, however
-- alike their names: such pairs are no links.
CREATE OR REPLACE TEMP TABLE linked_pairs AS
SELECT
    least(s.unique_id_l, s.unique_id_r) AS entry_id_a,
    greatest(s.unique_id_l, s.unique_id_r) AS entry_id_b,
    row_number() OVER (ORDER BY entry_id_a, entry_id_b) AS pair,
    s.match_weight,
    s.match_probability,
    [{{levels}}] AS level_numbers,
    [{{weights}}] AS weights,
    [{{adjustments}}] AS adjustments
FROM scored_pairs AS s
JOIN entries AS a ON a.entry_id = s.unique_id_l
JOIN entries AS b ON b.entry_id = s.unique_id_r
WHERE s.match_probability >= $min_probability
    AND coalesce(a.head_entry_id, a.entry_id) != coalesce(b.head_entry_id, b.entry_id)
ORDER BY entry_id_a, entry_id_b;
