-- One row per entry, with the person that it is about and the values read from it.
CREATE OR REPLACE TEMP VIEW exported AS
SELECT
    e.entry_id,
    e.source_id AS source,
    e.locator,
    pe.person_id,
    pe.probability,
    pe.person_id NOT IN (SELECT person_id FROM published) AS may_be_alive,
    e.handle,
    r.surname,
    r.given_name,
    r.patronymic,
    array_to_string(r.name_variants, '; ') AS name_variants,
    r.maiden_name,
    r.sex,
    r.birth_edtf AS birth,
    r.birth_place,
    r.ethnicity,
    r.party,
    r.education,
    r.occupation,
    r.residence,
    r.death_edtf AS death,
    r.burial_place,
    array_to_string(r.archive_files, '; ') AS archive_files,
    array_to_string(r.cross_references, '; ') AS cross_references,
    r.family_relation,
    e.head_entry_id,
    e.text,
    CAST(e.columns AS VARCHAR) AS columns,
    CAST(e.context AS VARCHAR) AS context
FROM entries AS e
JOIN readings AS r ON r.entry_id = e.entry_id
JOIN person_entries AS pe ON pe.entry_id = e.entry_id
JOIN sources AS s ON s.source_id = e.source_id
ORDER BY s.ordinal, e.ordinal;
