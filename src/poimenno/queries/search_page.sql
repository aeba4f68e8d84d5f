-- A page of the persons who fit the query, in the order that was asked for, with what a list shows of each.
WITH page AS (
    SELECT *, row_number() OVER () AS place
    FROM (
        SELECT *
        FROM matches
        ORDER BY
            CASE WHEN $order = 'best' THEN score END DESC NULLS LAST,
            CASE WHEN $order = 'day' THEN day END NULLS LAST,
            sort_name,
            person_id
        LIMIT $limit OFFSET $offset
    )
)
SELECT
    m.person_id, p.name, p.surname, p.given_name, p.patronymic, p.sex, p.birth_edtf AS birth, p.entries, p.sources,
    p.made_up, m.year, d.outcome, m.region, m.body_type, m.operation, d.burial_place, m.burial_place_id,
    c.execution_edtf AS execution, c.sentence_edtf AS sentence_date, c.arrest_edtf AS arrest, c.sentence,
    c.sentence_category, s.language
FROM page AS m
JOIN cards AS d ON d.person_id = m.person_id
JOIN persons AS p ON p.person_id = m.person_id
JOIN entries AS e ON e.entry_id = p.founding_entry_id
JOIN sources AS s ON s.source_id = e.source_id
LEFT JOIN cases AS c ON c.case_id = d.case_id
ORDER BY m.place
