-- Every value of a persecution with the case it belongs to, and every value of a life with its person.
-- Somebody is shot once: a shooting belongs to the last case that had begun by then.
CREATE OR REPLACE TEMP TABLE case_starts AS
SELECT
    ce.case_id, p.person_id, CAST(split_part(ce.case_id, '-', -1) AS INTEGER) AS ordinal,
    min(least(p.arrest_earliest, p.sentence_earliest, p.execution_earliest)) AS start
FROM case_entries AS ce
JOIN episodes_of_persons AS p ON p.entry_id = ce.entry_id AND p.episode = ce.episode
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE shooting_cases AS
SELECT f.entry_id, f.episode, arg_max(later.case_id, later.ordinal) AS case_id
FROM fields AS f
JOIN case_entries AS ce ON ce.entry_id = f.entry_id AND ce.episode = f.episode
JOIN case_starts AS own ON own.case_id = ce.case_id
JOIN case_starts AS later ON later.person_id = own.person_id AND later.ordinal > own.ordinal AND later.start <= f.latest
WHERE f.field = 'execution_date'
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE told AS
SELECT
    CASE WHEN f.field IN ('execution_date', 'execution_place') THEN coalesce(sc.case_id, ce.case_id) ELSE ce.case_id END AS owner,
    f.field, f.value, f.normal, f.earliest, f.latest, f.number,
    f.entry_id, p.source_id, p.place, f.ordinal, t.type
FROM fields AS f
JOIN field_types AS t ON t.field = f.field AND t.level = 'episode'
JOIN case_entries AS ce ON ce.entry_id = f.entry_id AND ce.episode = f.episode
JOIN episodes_of_persons AS p ON p.entry_id = f.entry_id AND p.episode = f.episode
LEFT JOIN shooting_cases AS sc ON sc.entry_id = f.entry_id AND sc.episode = f.episode
UNION ALL
SELECT
    pe.person_id, f.field, f.value, f.normal, f.earliest, f.latest, f.number,
    f.entry_id, e.source_id, s.ordinal * CAST(1000000000 AS BIGINT) + e.ordinal, f.ordinal, t.type
FROM fields AS f
JOIN field_types AS t ON t.field = f.field AND t.level = 'life'
JOIN person_entries AS pe ON pe.entry_id = f.entry_id
JOIN entries AS e ON e.entry_id = f.entry_id
JOIN sources AS s ON s.source_id = e.source_id;

-- One value of each field is preferred: what most sources say (a wider date agrees with a narrower one), then the
-- narrowest or the recognised one, then the one of the earliest source. In a list all stand side by side.
CREATE OR REPLACE TEMP TABLE weighed AS
WITH one_each AS (
    SELECT DISTINCT owner, field, source_id, earliest, latest, coalesce(normal, lower(value)) AS said
    FROM told WHERE type <> 'list'
),
alone AS (SELECT owner, field FROM one_each GROUP BY ALL HAVING count(*) = 1),
agreeing AS (
    SELECT a.owner, a.field, a.said, a.earliest, a.latest, count(DISTINCT b.source_id) AS sources
    FROM one_each AS a
    JOIN one_each AS b ON b.owner = a.owner AND b.field = a.field AND (
        b.said = a.said
        OR (a.earliest IS NOT NULL AND a.latest IS NOT NULL
            AND coalesce(b.earliest, DATE '0001-01-01') <= a.earliest AND coalesce(b.latest, DATE '9999-12-31') >= a.latest
            AND (b.earliest IS NOT NULL OR b.latest IS NOT NULL))
    )
    WHERE NOT EXISTS (SELECT 1 FROM alone WHERE alone.owner = a.owner AND alone.field = a.field)
    GROUP BY ALL
)
SELECT
    t.*,
    t.type = 'list' OR row_number() OVER (
        PARTITION BY t.owner, t.field
        ORDER BY
            coalesce(g.sources, 1) DESC,
            coalesce(t.latest - t.earliest, 1000000),
            t.normal IS NULL,
            t.place,
            t.ordinal
    ) = 1 AS preferred
FROM told AS t
LEFT JOIN agreeing AS g ON g.owner = t.owner AND g.field = t.field AND g.said = coalesce(t.normal, lower(t.value))
    AND g.earliest IS NOT DISTINCT FROM t.earliest AND g.latest IS NOT DISTINCT FROM t.latest;

INSERT INTO case_values
SELECT owner, field, value, normal, entry_id, preferred FROM weighed
WHERE owner IN (SELECT case_id FROM case_entries)
ORDER BY owner, field, preferred DESC, place, ordinal;

INSERT INTO person_values
SELECT owner, field, value, normal, entry_id, preferred FROM weighed
WHERE owner NOT IN (SELECT case_id FROM case_entries)
ORDER BY owner, field, preferred DESC, place, ordinal;
