COMMENT ON TABLE field_types IS 'The fields that an entry can state: whether of a life or of an episode, and the type of their values.';

-- From fields to the values of cases and persons, one of each kind preferred.

-- When each case began: its first known day.
CREATE OR REPLACE TEMP TABLE case_starts AS
SELECT
    ce.case_id, p.person_id, CAST(split_part(ce.case_id, '-', -1) AS INTEGER) AS ordinal,
    min(least(p.arrest_earliest, p.sentence_earliest, p.execution_earliest)) AS start
FROM case_entries AS ce
JOIN episodes_of_persons AS p ON p.entry_id = ce.entry_id AND p.episode = ce.episode
GROUP BY ALL;
COMMENT ON TABLE case_starts IS 'The first known day of each case.';

-- A person is shot once. An entry may state the execution with an earlier arrest: it belongs to the last case that had
-- begun by then.
CREATE OR REPLACE TEMP TABLE execution_cases AS
SELECT f.entry_id, f.episode, arg_max(later.case_id, later.ordinal) AS case_id
FROM fields AS f
JOIN case_entries AS ce ON ce.entry_id = f.entry_id AND ce.episode = f.episode
JOIN case_starts AS own ON own.case_id = ce.case_id
JOIN case_starts AS later ON later.person_id = own.person_id AND later.ordinal > own.ordinal AND later.start <= f.latest
WHERE f.field = 'execution_date'
GROUP BY ALL;
COMMENT ON TABLE execution_cases IS 'The executions that belong to a later case than the episode that states them.';

-- Every value that an entry states of a persecution, owned by its case, or of a life, owned by its person. `position`
-- orders the entries of an owner by their sources.
CREATE OR REPLACE TEMP TABLE stated_values AS
SELECT
    CASE WHEN f.field IN ('execution_date', 'execution_place') THEN coalesce(x.case_id, ce.case_id) ELSE ce.case_id END
        AS owner,
    f.field, f.value, f.normal, f.earliest, f.latest, f.number,
    f.entry_id, p.source_id, p.position, f.ordinal, t.type
FROM fields AS f
JOIN field_types AS t ON t.field = f.field AND t.level = 'episode'
JOIN case_entries AS ce ON ce.entry_id = f.entry_id AND ce.episode = f.episode
JOIN episodes_of_persons AS p ON p.entry_id = f.entry_id AND p.episode = f.episode
LEFT JOIN execution_cases AS x ON x.entry_id = f.entry_id AND x.episode = f.episode
UNION ALL
SELECT
    pe.person_id, f.field, f.value, f.normal, f.earliest, f.latest, f.number,
    f.entry_id, e.source_id, s.ordinal * CAST(1000000000 AS BIGINT) + e.ordinal, f.ordinal, t.type
FROM fields AS f
JOIN field_types AS t ON t.field = f.field AND t.level = 'life'
JOIN person_entries AS pe ON pe.entry_id = f.entry_id
JOIN entries AS e ON e.entry_id = f.entry_id
JOIN sources AS s ON s.source_id = e.source_id;
COMMENT ON TABLE stated_values IS 'Every value that an entry states of a persecution (owner: the case) or of a life (owner: the person).';

-- The same values, one of each field preferred: the value of most sources (a wider date agrees with a narrower one),
-- then the narrowest date or the recognised wording, then the value of the earliest source. In a list all are preferred.
CREATE OR REPLACE TEMP TABLE ranked_values AS
WITH source_values AS (
    -- Two entries of one source count once.
    SELECT DISTINCT owner, field, source_id, earliest, latest, coalesce(normal, lower(value)) AS wording
    FROM stated_values WHERE type <> 'list'
),
undisputed AS (SELECT owner, field FROM source_values GROUP BY ALL HAVING count(*) = 1),
agreeing AS (
    SELECT a.owner, a.field, a.wording, a.earliest, a.latest, count(DISTINCT b.source_id) AS sources
    FROM source_values AS a
    JOIN source_values AS b ON b.owner = a.owner AND b.field = a.field AND (
        b.wording = a.wording
        OR (a.earliest IS NOT NULL AND a.latest IS NOT NULL
            AND coalesce(b.earliest, DATE '0001-01-01') <= a.earliest AND coalesce(b.latest, DATE '9999-12-31') >= a.latest
            AND (b.earliest IS NOT NULL OR b.latest IS NOT NULL))
    )
    WHERE NOT EXISTS (SELECT 1 FROM undisputed AS u WHERE u.owner = a.owner AND u.field = a.field)
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
            t.position,
            t.ordinal
    ) = 1 AS preferred
FROM stated_values AS t
LEFT JOIN agreeing AS g ON g.owner = t.owner AND g.field = t.field AND g.wording = coalesce(t.normal, lower(t.value))
    AND g.earliest IS NOT DISTINCT FROM t.earliest AND g.latest IS NOT DISTINCT FROM t.latest;
COMMENT ON TABLE ranked_values IS 'The stated values, and whether each is the preferred one of its field.';

-- Values of a persecution.
INSERT INTO case_values
SELECT owner, field, value, normal, entry_id, preferred FROM ranked_values
WHERE owner IN (SELECT case_id FROM case_entries)
ORDER BY owner, field, preferred DESC, position, ordinal;

-- Values of a life.
INSERT INTO person_values
SELECT owner, field, value, normal, entry_id, preferred FROM ranked_values
WHERE owner NOT IN (SELECT case_id FROM case_entries)
ORDER BY owner, field, preferred DESC, position, ordinal;
