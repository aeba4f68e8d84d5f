COMMENT ON TABLE folded_names IS 'Each distinct name of the lists in its folded form, for search.';

-- The search index: every word of every name of every entry of a person, folded.
INSERT INTO search_tokens
WITH names AS (
    SELECT pe.person_id, 'surname' AS kind, r.surname AS name FROM readings AS r JOIN person_entries AS pe USING (entry_id)
    UNION ALL
    SELECT pe.person_id, 'surname', r.maiden_name FROM readings AS r JOIN person_entries AS pe USING (entry_id)
    UNION ALL
    SELECT pe.person_id, 'given_name', r.given_name FROM readings AS r JOIN person_entries AS pe USING (entry_id)
    UNION ALL
    SELECT pe.person_id, 'patronymic', r.patronymic FROM readings AS r JOIN person_entries AS pe USING (entry_id)
    UNION ALL
    SELECT pe.person_id, 'variant', unnest(r.name_variants) FROM readings AS r JOIN person_entries AS pe USING (entry_id)
)
SELECT DISTINCT token, kind, person_id
FROM (
    SELECT unnest(string_split(f.folded, ' ')) AS token, n.kind, n.person_id
    FROM names AS n
    JOIN folded_names AS f ON f.name = n.name
)
WHERE token != ''
ORDER BY token, person_id, kind;

INSERT INTO search_words SELECT DISTINCT token FROM search_tokens ORDER BY token;

-- One card a person, with the case that a list shows: of 1937-1938 where there is one, else the last.
CREATE OR REPLACE TEMP TABLE shown_cases AS
SELECT c.*, a.operation
FROM cases AS c
LEFT JOIN attributions AS a ON a.case_id = c.case_id
QUALIFY row_number() OVER (PARTITION BY c.person_id ORDER BY (c.year IN (1937, 1938)) DESC NULLS LAST, c.ordinal DESC) = 1;
COMMENT ON TABLE shown_cases IS 'The case of each person that a list shows: one of 1937-1938 if there is one, else the last.';

INSERT INTO cards BY NAME
WITH facts AS (
    SELECT
        pe.person_id,
        bool_or(
            r.death_edtf IS NOT NULL OR r.death_place IS NOT NULL OR r.burial_place IS NOT NULL
            OR x.executed
        ) AS dead,
        max(year(r.birth_latest)) AS birth_year,
        min(x.first_year) AS first_year
    FROM person_entries AS pe
    JOIN readings AS r ON r.entry_id = pe.entry_id
    LEFT JOIN (
        SELECT
            entry_id,
            bool_or(execution_edtf IS NOT NULL OR execution_place IS NOT NULL) AS executed,
            min(year(coalesce(arrest_latest, sentence_latest))) AS first_year
        FROM episodes
        GROUP BY entry_id
    ) AS x ON x.entry_id = pe.entry_id
    GROUP BY pe.person_id
),
burials AS (
    SELECT person_id, min(place_id) AS place_id FROM person_places WHERE role = 'burial' GROUP BY person_id
),
burial_words AS (
    SELECT pe.person_id, arg_min(r.burial_place, s.ordinal * CAST(1000000000 AS BIGINT) + e.ordinal) AS burial_place
    FROM person_entries AS pe
    JOIN readings AS r ON r.entry_id = pe.entry_id
    JOIN entries AS e ON e.entry_id = pe.entry_id
    JOIN sources AS s ON s.source_id = e.source_id
    WHERE r.burial_place IS NOT NULL
    GROUP BY pe.person_id
)
SELECT
    p.person_id,
    lower(strip_accents(p.name)) AS sort_name,
    coalesce(f.dead, false) AS dead,
    coalesce(f.birth_year, f.first_year - 16) AS latest_birth_year,
    c.case_id,
    c.year,
    CASE WHEN c.execution_earliest = c.execution_latest THEN c.execution_earliest END AS day,
    c.outcome,
    c.region,
    c.body_type,
    c.operation,
    b.place_id AS burial_place_id,
    w.burial_place,
    CASE WHEN c.case_id IS NOT NULL THEN c.sentence_edtf IS NOT NULL OR c.sentence_category IS NOT NULL END AS sentenced,
    c.arrest_earliest AS arrested_first,
    c.arrest_latest AS arrested_last,
    c.sentence_earliest AS sentenced_first,
    c.sentence_latest AS sentenced_last,
    c.execution_earliest AS shot_first,
    c.execution_latest AS shot_last
FROM persons AS p
LEFT JOIN facts AS f ON f.person_id = p.person_id
LEFT JOIN shown_cases AS c ON c.person_id = p.person_id
LEFT JOIN burials AS b ON b.person_id = p.person_id
LEFT JOIN burial_words AS w ON w.person_id = p.person_id
ORDER BY sort_name, p.person_id;
