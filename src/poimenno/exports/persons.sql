-- One row per person, with the preferred values.
CREATE OR REPLACE TEMP VIEW exported AS
SELECT
    p.person_id,
    p.name,
    p.surname,
    p.given_name,
    p.patronymic,
    p.sex,
    p.birth_edtf AS birth,
    p.birth_earliest,
    p.birth_latest,
    p.entries,
    p.sources,
    p.confidence,
    (SELECT count(*) FROM cases AS c WHERE c.person_id = p.person_id) AS cases,
    p.founding_entry_id,
    p.person_id NOT IN (SELECT person_id FROM published) AS may_be_alive,
    p.made_up
FROM persons AS p
ORDER BY p.person_id;
