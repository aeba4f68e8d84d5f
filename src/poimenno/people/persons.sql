-- Persons of the clusters, and the links that hold them.
COMMENT ON TABLE clustered_entries IS 'The entries that have a link, and their cluster: the smallest entry id in it.';
COMMENT ON TABLE used_links IS 'The links that hold a cluster together.';

UPDATE links SET used = true
FROM used_links AS u
WHERE links.entry_id_a = u.entry_id_a AND links.entry_id_b = u.entry_id_b;

-- Every entry with its cluster; the founding entry is the first by the order of sources and of entries.
CREATE OR REPLACE TEMP TABLE cluster_members AS
SELECT
    e.entry_id,
    e.source_id,
    e.handle,
    s.made_up,
    coalesce(c.cluster, e.entry_id) AS cluster,
    row_number() OVER (PARTITION BY coalesce(c.cluster, e.entry_id) ORDER BY s.ordinal, e.ordinal) AS position
FROM entries AS e
JOIN sources AS s ON s.source_id = e.source_id
LEFT JOIN clustered_entries AS c ON c.entry_id = e.entry_id;
COMMENT ON TABLE cluster_members IS 'Every entry with its cluster, which is itself if it has no link, and its position there: 1 founds the person.';

CREATE OR REPLACE TEMP TABLE cluster_founders AS
SELECT cluster, handle AS person_id, entry_id AS founding_entry_id FROM cluster_members WHERE position = 1;
COMMENT ON TABLE cluster_founders IS 'The founding entry of each cluster; its handle becomes the id of the person.';

CREATE OR REPLACE TEMP TABLE best_links AS
SELECT entry_id, max(probability) AS probability
FROM (SELECT unnest([entry_id_a, entry_id_b]) AS entry_id, probability FROM used_links)
GROUP BY entry_id;
COMMENT ON TABLE best_links IS 'The probability of the best link that holds each entry.';

-- Which person an entry is about.
INSERT INTO person_entries
SELECT m.entry_id, f.person_id, coalesce(b.probability, 1.0)
FROM cluster_members AS m
JOIN cluster_founders AS f ON f.cluster = m.cluster
LEFT JOIN best_links AS b ON b.entry_id = m.entry_id
ORDER BY m.entry_id;

-- The birth that most entries are compatible with, of these the narrowest, then the earliest source.
CREATE OR REPLACE TEMP TABLE births_of_clusters AS
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
            FROM cluster_members AS n
            JOIN readings AS q ON q.entry_id = n.entry_id
            WHERE n.cluster = m.cluster AND q.birth_earliest <= r.birth_latest AND r.birth_earliest <= q.birth_latest
        ) AS compatible
    FROM cluster_members AS m
    JOIN readings AS r ON r.entry_id = m.entry_id
    WHERE r.birth_edtf IS NOT NULL
)
QUALIFY row_number() OVER (
    PARTITION BY cluster
    ORDER BY compatible DESC, date_diff('day', birth_earliest, birth_latest), position
) = 1;
COMMENT ON TABLE births_of_clusters IS 'The birth of each cluster that most of its entries are compatible with.';

-- Names are those of the founding entry; what it lacks is taken from the next entry that has it.
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
FROM cluster_founders AS f
JOIN cluster_members AS m ON m.cluster = f.cluster
JOIN readings AS r ON r.entry_id = m.entry_id
JOIN readings AS r0 ON r0.entry_id = f.founding_entry_id
LEFT JOIN births_of_clusters AS b ON b.cluster = f.cluster
LEFT JOIN best_links AS l ON l.entry_id = m.entry_id
GROUP BY f.person_id, f.founding_entry_id
ORDER BY f.person_id;
