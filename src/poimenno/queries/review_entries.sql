-- The entries that a reviewer compares: verbatim, where they stand, and the person whom the record takes them for.
SELECT
    e.entry_id,
    e.handle,
    e.text,
    e.columns,
    s.title,
    e.locator,
    pe.person_id,
    concat_ws(' ', r.surname, r.given_name, r.patronymic) AS name,
    r.birth_edtf AS birth
FROM entries AS e
JOIN sources AS s ON s.source_id = e.source_id
JOIN readings AS r ON r.entry_id = e.entry_id
JOIN person_entries AS pe ON pe.entry_id = e.entry_id
WHERE e.entry_id IN (SELECT unnest($entry_ids::VARCHAR[]));
