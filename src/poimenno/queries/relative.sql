-- The published person of an entry, and how the entry calls them in relation to the head of the family.
SELECT p.person_id, p.name, p.birth_edtf, r.family_relation, s.language
FROM person_entries AS pe
JOIN published AS q ON q.person_id = pe.person_id
JOIN persons AS p ON p.person_id = pe.person_id
JOIN readings AS r ON r.entry_id = pe.entry_id
JOIN sources AS s ON s.source_id = r.source_id
WHERE pe.entry_id = $entry_id
