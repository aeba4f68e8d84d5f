-- The pairs of entries of one list that have a link, or that both have one to a third entry; and whether of one name.
WITH ends AS (
    SELECT entry_id_a AS entry_id, entry_id_b AS linked_to FROM links
    UNION ALL
    SELECT entry_id_b, entry_id_a FROM links
    UNION ALL
    SELECT unnest([entry_id_a, entry_id_b]), entry_id_a FROM links
),
named_ends AS (
    SELECT ends.*, entries.source_id, surname, given_name
    FROM ends
    JOIN entries USING (entry_id)
    LEFT JOIN linkage_input AS i ON i.unique_id = entry_id
)
SELECT DISTINCT
    a.entry_id AS entry_id_a,
    b.entry_id AS entry_id_b,
    coalesce(a.surname = b.surname AND a.given_name = b.given_name, false) AS same_name
FROM named_ends AS a
JOIN named_ends AS b ON b.linked_to = a.linked_to AND b.source_id = a.source_id AND a.entry_id < b.entry_id
ORDER BY ALL;
