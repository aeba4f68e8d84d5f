-- What is known of the lives of the entries that have a link.
SELECT unique_id, birth_earliest, birth_latest, death_day, sex
FROM linkage_input AS i
SEMI JOIN (SELECT unnest([entry_id_a, entry_id_b]) AS entry_id FROM links) AS l ON l.entry_id = i.unique_id;
