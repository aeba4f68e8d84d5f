-- How many persons of a source have entries in each other source.
SELECT s.source_id, s.title, count(DISTINCT own.person_id) AS count
FROM person_entries AS own
JOIN entries AS own_entry ON own_entry.entry_id = own.entry_id AND own_entry.source_id = $source_id
JOIN person_entries AS other ON other.person_id = own.person_id AND other.entry_id != own.entry_id
JOIN entries AS other_entry ON other_entry.entry_id = other.entry_id AND other_entry.source_id != own_entry.source_id
JOIN sources AS s ON s.source_id = other_entry.source_id
GROUP BY s.source_id, s.title, s.ordinal
ORDER BY s.ordinal
