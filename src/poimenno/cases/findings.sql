-- Values that cannot be, or cannot all be true. Their sentences are in reference/findings.csv.

-- The preferred date of birth of each person.
CREATE OR REPLACE TEMP TABLE preferred_births AS
SELECT owner AS person_id, any_value(normal) AS birth, any_value(earliest) AS earliest, any_value(latest) AS latest
FROM ranked_values WHERE field = 'birth_date' AND preferred GROUP BY owner;
COMMENT ON TABLE preferred_births IS 'The preferred birth of each person.';

-- Dates, bodies and sentences that cannot be, of one case.
CREATE OR REPLACE TEMP TABLE unnumbered_findings AS
SELECT 'sentence_before_arrest' AS kind, case_id AS subject, CAST(NULL AS VARCHAR) AS entry_id,
    to_json({'sentence': sentence_edtf, 'arrest': arrest_edtf}) AS detail
FROM cases WHERE sentence_latest < arrest_earliest
UNION ALL
SELECT 'execution_before_sentence', case_id, NULL, to_json({'execution': execution_edtf, 'sentence': sentence_edtf})
FROM cases WHERE execution_latest < sentence_earliest
UNION ALL
SELECT 'execution_before_arrest', case_id, NULL, to_json({'execution': execution_edtf, 'arrest': arrest_edtf})
FROM cases WHERE execution_latest < arrest_earliest
UNION ALL
SELECT 'birth_after_arrest', case_id, NULL, to_json({'birth': b.birth, 'arrest': arrest_edtf})
FROM cases JOIN preferred_births AS b USING (person_id) WHERE b.earliest > arrest_latest
UNION ALL
SELECT 'age_at_arrest', case_id, NULL, to_json({'age': date_sub('year', b.earliest, arrest_latest)})
FROM cases JOIN preferred_births AS b USING (person_id)
WHERE b.earliest <= arrest_latest
    AND (date_sub('year', b.earliest, arrest_latest) < 12 OR date_sub('year', b.latest, arrest_earliest) > 100)
UNION ALL
SELECT 'death_by_special_board', case_id, NULL, to_json({'year': year(sentence_earliest)})
FROM cases
WHERE body_type = 'special_board' AND (sentence_category = 'death' OR outcome = 'executed')
    AND sentence_earliest >= DATE '1934-11-05' AND sentence_latest < DATE '1941-06-22'
UNION ALL
SELECT 'body_before_its_time', case_id, NULL, to_json({'body': body, 'sentence': sentence_edtf})
FROM cases WHERE body_type = 'dvoika' AND sentence_latest < DATE '1937-08-11'
UNION ALL
SELECT 'body_after_its_time', case_id, NULL, to_json({'body': body, 'sentence': sentence_edtf})
FROM cases
WHERE (body_type IN ('dvoika', 'troika', 'special_troika') AND sentence_earliest > DATE '1938-11-17')
    OR (body_type IN ('ogpu_collegium', 'ogpu_troika') AND sentence_earliest > DATE '1934-07-31')
UNION ALL
SELECT 'death_before_execution', c.case_id, NULL, to_json({'death': w.normal, 'execution': c.execution_edtf})
FROM cases AS c JOIN ranked_values AS w ON w.owner = c.person_id AND w.field = 'death_date' AND w.preferred
WHERE w.latest < c.execution_earliest OR w.earliest > c.execution_latest
UNION ALL
-- A day and a month are printed, but the calendar does not have them: only the month or the year could be read.
SELECT 'impossible_date', coalesce(ce.case_id, pe.person_id), f.entry_id, to_json({'value': f.value, 'field': f.field})
FROM fields AS f
JOIN field_types AS t ON t.field = f.field AND t.type = 'date'
JOIN person_entries AS pe ON pe.entry_id = f.entry_id
LEFT JOIN case_entries AS ce ON ce.entry_id = f.entry_id AND ce.episode = f.episode AND f.episode > 0
WHERE regexp_matches(f.normal, '^[0-9]{4}(-[0-9]{2})?$')
    AND regexp_matches(
        f.value,
        '(^|[^0-9])[0-9]{1,2}[ ./-]+([0-9]{1,2}|[а-яёіїєa-zäöõü]{3,})[ ./-]+([0-9]{4}|[0-9]{2})([^0-9]|$)'
    );
COMMENT ON TABLE unnumbered_findings IS 'What the checks of cases found, before findings are numbered.';

-- Dates of one event that cannot both be true, stated by different entries.
INSERT INTO unnumbered_findings
WITH contradictory AS (
    SELECT DISTINCT a.owner, a.field
    FROM ranked_values AS a
    JOIN ranked_values AS b ON b.owner = a.owner AND b.field = a.field AND b.entry_id > a.entry_id
    WHERE a.field IN ('arrest_date', 'sentence_date', 'execution_date', 'birth_date')
        AND (a.latest < b.earliest OR b.latest < a.earliest)
)
SELECT
    CASE field
        WHEN 'arrest_date' THEN 'arrest_dates_differ' WHEN 'sentence_date' THEN 'sentence_dates_differ'
        WHEN 'execution_date' THEN 'execution_dates_differ' ELSE 'birth_dates_differ'
    END,
    owner, NULL, to_json({'values': string_agg(DISTINCT normal, ', ' ORDER BY normal)})
FROM ranked_values JOIN contradictory USING (owner, field)
GROUP BY owner, field;

-- Bodies, sentences and burial places that differ; what is not recognised cannot be compared.
INSERT INTO unnumbered_findings
SELECT 'bodies_differ', owner, NULL, to_json({'values': string_agg(DISTINCT value, ', ' ORDER BY value)})
FROM ranked_values
WHERE field = 'sentencing_body' AND normal NOT IN ('nkvd', 'other')
GROUP BY owner HAVING count(DISTINCT normal) > 1 AND count(DISTINCT entry_id) > 1
UNION ALL
SELECT 'sentences_differ', owner, NULL, to_json({'values': string_agg(DISTINCT value, ', ' ORDER BY value)})
FROM ranked_values
WHERE field = 'sentence' AND normal NOT IN ('unknown', 'fine_or_other')
GROUP BY owner HAVING count(DISTINCT normal) > 1 AND count(DISTINCT entry_id) > 1
UNION ALL
SELECT
    'burial_places_differ', person_id, NULL,
    to_json({'values': string_agg(DISTINCT p.name_ru, ', ' ORDER BY p.name_ru)})
FROM person_places JOIN places AS p USING (place_id)
WHERE role = 'burial'
GROUP BY person_id HAVING count(DISTINCT place_id) > 1;

-- Numbered within kind and subject, so that the same values give the same ids.
INSERT INTO findings
SELECT
    kind || ':' || subject || ':' || row_number() OVER (PARTITION BY kind, subject ORDER BY entry_id, detail),
    kind, subject, entry_id, detail
FROM unnumbered_findings
ORDER BY kind, subject, entry_id, detail;
