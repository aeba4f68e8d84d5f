-- The name of the person that each entry is about.
SELECT pe.entry_id, p.name
FROM person_entries AS pe
JOIN persons AS p ON p.person_id = pe.person_id;
