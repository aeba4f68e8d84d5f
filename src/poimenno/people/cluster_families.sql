-- The pairs of members of one family in one list: two people, also by way of a third entry elsewhere.
WITH members AS (
    SELECT entry_id, coalesce(head_entry_id, entry_id) AS family
    FROM entries
    SEMI JOIN (SELECT unnest([entry_id_a, entry_id_b]) AS entry_id FROM links) USING (entry_id)
)
SELECT a.entry_id AS entry_id_a, b.entry_id AS entry_id_b
FROM members AS a
JOIN members AS b ON b.family = a.family AND a.entry_id < b.entry_id
ORDER BY ALL;
