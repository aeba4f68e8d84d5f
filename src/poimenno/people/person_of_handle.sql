-- The person that an entry is about, by the handle of the entry.
SELECT pe.person_id
FROM entries AS e
JOIN person_entries AS pe ON pe.entry_id = e.entry_id
WHERE e.handle = $handle;
