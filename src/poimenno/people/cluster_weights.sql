-- The weight of every scored pair whose entries have a link at all.
SELECT unique_id_l, unique_id_r, greatest(least(match_weight, 30), -10) AS weight
FROM scored_pairs
SEMI JOIN (SELECT unnest([entry_id_a, entry_id_b]) AS entry_id FROM links) AS l ON l.entry_id = unique_id_l
ORDER BY unique_id_l, unique_id_r;
