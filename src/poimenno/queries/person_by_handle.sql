-- The person that holds the entry with a handle, and whether they are withheld.
SELECT
    p.person_id, p.founding_entry_id, p.name, p.surname, p.given_name, p.patronymic, p.sex, p.birth_edtf,
    p.birth_earliest, p.birth_latest, p.entries, p.sources, p.confidence, p.made_up,
    (q.person_id IS NULL) AS withheld
FROM persons AS p
LEFT JOIN published AS q ON q.person_id = p.person_id
WHERE p.person_id = (
    SELECT person_id FROM person_entries WHERE entry_id = (SELECT entry_id FROM entries WHERE handle = $handle)
)
