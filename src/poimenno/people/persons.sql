-- Persons of the clusters. The founding entry is the first by the order of sources and of entries.
UPDATE links SET used = true
FROM used_links AS u
WHERE links.entry_id_a = u.a AND links.entry_id_b = u.b;

CREATE OR REPLACE TEMP TABLE members AS
SELECT
    e.entry_id,
    e.source_id,
    e.handle,
    s.made_up,
    coalesce(c.cluster, e.entry_id) AS cluster,
    row_number() OVER (PARTITION BY coalesce(c.cluster, e.entry_id) ORDER BY s.ordinal, e.ordinal) AS position
FROM entries AS e
JOIN sources AS s ON s.source_id = e.source_id
LEFT JOIN clustered AS c ON c.entry_id = e.entry_id;

CREATE OR REPLACE TEMP TABLE founders AS
SELECT cluster, handle AS person_id, entry_id AS founding_entry_id FROM members WHERE position = 1;

CREATE OR REPLACE TEMP TABLE best_links AS
SELECT entry_id, max(probability) AS probability
FROM (SELECT unnest([a, b]) AS entry_id, probability FROM used_links)
GROUP BY entry_id;

INSERT INTO person_entries
SELECT m.entry_id, f.person_id, coalesce(b.probability, 1.0)
FROM members AS m
JOIN founders AS f ON f.cluster = m.cluster
LEFT JOIN best_links AS b ON b.entry_id = m.entry_id
ORDER BY m.entry_id;

-- The birth that most entries are compatible with, of these the narrowest, then the earliest source.
CREATE OR REPLACE TEMP TABLE births AS
SELECT cluster, birth_edtf, birth_earliest, birth_latest
FROM (
    SELECT
        m.cluster,
        r.birth_edtf,
        r.birth_earliest,
        r.birth_latest,
        m.position,
        (
            SELECT count(*)
            FROM members AS n
            JOIN readings AS q ON q.entry_id = n.entry_id
            WHERE n.cluster = m.cluster AND q.birth_earliest <= r.birth_latest AND r.birth_earliest <= q.birth_latest
        ) AS compatible
    FROM members AS m
    JOIN readings AS r ON r.entry_id = m.entry_id
    WHERE r.birth_edtf IS NOT NULL
)
QUALIFY row_number() OVER (
    PARTITION BY cluster
    ORDER BY compatible DESC, date_diff('day', birth_earliest, birth_latest), position
) = 1;

INSERT INTO persons BY NAME
SELECT
    f.person_id,
    f.founding_entry_id,
    coalesce(
        nullif(concat_ws(' ', any_value(r0.surname), any_value(r0.given_name), any_value(r0.patronymic)), ''),
        '—'
    ) AS name,
    coalesce(any_value(r0.surname), arg_min(r.surname, m.position)) AS surname,
    coalesce(any_value(r0.given_name), arg_min(r.given_name, m.position)) AS given_name,
    coalesce(any_value(r0.patronymic), arg_min(r.patronymic, m.position)) AS patronymic,
    arg_min(r.sex, m.position) AS sex,
    any_value(b.birth_edtf) AS birth_edtf,
    any_value(b.birth_earliest) AS birth_earliest,
    any_value(b.birth_latest) AS birth_latest,
    count(*) AS entries,
    count(DISTINCT m.source_id) AS sources,
    coalesce(min(l.probability), 1.0) AS confidence,
    bool_or(m.made_up) AS made_up
FROM founders AS f
JOIN members AS m ON m.cluster = f.cluster
JOIN readings AS r ON r.entry_id = m.entry_id
JOIN readings AS r0 ON r0.entry_id = f.founding_entry_id
LEFT JOIN births AS b ON b.cluster = f.cluster
LEFT JOIN best_links AS l ON l.entry_id = m.entry_id
GROUP BY f.person_id, f.founding_entry_id
ORDER BY f.person_id;
