-- The preferred values of each case, one row a case.
CREATE OR REPLACE TEMP TABLE preferred_values AS
SELECT
    owner AS case_id,
    any_value(normal) FILTER (field = 'arrest_date') AS arrest_edtf,
    any_value(earliest) FILTER (field = 'arrest_date') AS arrest_earliest,
    any_value(latest) FILTER (field = 'arrest_date') AS arrest_latest,
    any_value(value) FILTER (field = 'arrest_body') AS arrest_body,
    any_value(value) FILTER (field = 'sentencing_body') AS body,
    any_value(normal) FILTER (field = 'sentencing_body') AS body_type,
    any_value(normal) FILTER (field = 'body_region') AS body_region,
    any_value(normal) FILTER (field = 'sentence_date') AS sentence_edtf,
    any_value(earliest) FILTER (field = 'sentence_date') AS sentence_earliest,
    any_value(latest) FILTER (field = 'sentence_date') AS sentence_latest,
    any_value(value) FILTER (field = 'charge') AS charge,
    list(DISTINCT normal ORDER BY normal) FILTER (field = 'article' AND normal IS NOT NULL) AS articles,
    any_value(value) FILTER (field = 'sentence') AS sentence,
    any_value(normal) FILTER (field = 'sentence') AS sentence_category,
    any_value(number) FILTER (field = 'sentence_years') AS sentence_years,
    any_value(normal) FILTER (field = 'execution_date') AS execution_edtf,
    any_value(earliest) FILTER (field = 'execution_date') AS execution_earliest,
    any_value(latest) FILTER (field = 'execution_date') AS execution_latest,
    any_value(value) FILTER (field = 'execution_place') AS execution_place,
    any_value(normal) FILTER (field = 'deportation_date') AS deportation_edtf,
    any_value(earliest) FILTER (field = 'deportation_date') AS deportation_earliest,
    any_value(latest) FILTER (field = 'deportation_date') AS deportation_latest,
    any_value(value) FILTER (field = 'deportation_place') AS deportation_place,
    any_value(normal) FILTER (field = 'release_date') AS release_edtf,
    any_value(normal) FILTER (field = 'rehabilitation_date') AS rehabilitation_edtf,
    any_value(value) FILTER (field = 'rehabilitation_body') AS rehabilitation_body
FROM ranked_values
WHERE preferred
GROUP BY owner;
COMMENT ON TABLE preferred_values IS 'The preferred values of each case, one row a case; rows of persons are left unused.';

-- The region of a case is that of the sentencing body, else of the body that arrested, else of the residence; if the
-- person was shot, else of the place of burial. Here: the region of the first residence that names one.
CREATE OR REPLACE TEMP TABLE residence_regions AS
SELECT ce.case_id, arg_min(t.region, p.position) AS region
FROM case_entries AS ce
JOIN episodes_of_persons AS p ON p.entry_id = ce.entry_id AND p.episode = ce.episode
JOIN readings AS r ON r.entry_id = ce.entry_id
JOIN text_regions AS t ON t.text = r.residence
GROUP BY ce.case_id;
COMMENT ON TABLE residence_regions IS 'The region of the first residence of each case that names one.';

-- The region of the place of burial or execution, if all places of the person are in one region.
CREATE OR REPLACE TEMP TABLE burial_regions AS
SELECT pp.person_id, min(p.region) AS region
FROM person_places AS pp JOIN places AS p ON p.place_id = pp.place_id
GROUP BY pp.person_id HAVING count(DISTINCT p.region) = 1;
COMMENT ON TABLE burial_regions IS 'The region of the places of burial and execution of a person, if all are in one.';

-- The cases. The outcome is the first, in this order, that the values support. A person who died within the term of the
-- sentence, and is not known to have been released, is counted as having died of it.
INSERT INTO cases BY NAME
SELECT
    s.case_id,
    s.person_id,
    s.ordinal,
    p.* EXCLUDE (case_id, body_region, arrest_body, deportation_earliest, deportation_latest, deportation_place),
    coalesce(p.body_region, a.region, r.region, CASE WHEN p.execution_edtf IS NOT NULL THEN g.region END) AS region,
    CASE
        WHEN p.execution_edtf IS NOT NULL OR p.execution_place IS NOT NULL THEN 'executed'
        WHEN p.sentence_category = 'death' THEN 'death_sentence'
        WHEN v.death_date IS NOT NULL AND p.release_edtf IS NULL
            AND v.death_earliest > coalesce(p.sentence_earliest, p.arrest_earliest)
            AND v.death_latest <= coalesce(p.sentence_earliest, p.arrest_earliest)
                + to_days(CAST(365 * coalesce(p.sentence_years, 10) AS INTEGER))
            THEN 'died'
        WHEN p.sentence_category IN ('camp', 'prison') THEN 'imprisoned'
        WHEN p.sentence_category IN ('deportation', 'exile', 'dekulakization') OR p.deportation_edtf IS NOT NULL
            OR p.deportation_place IS NOT NULL THEN 'deported'
        WHEN p.sentence_category IS NOT NULL AND p.sentence_category <> 'unknown' THEN 'other'
        ELSE 'unknown'
    END AS outcome,
    coalesce(
        CASE WHEN year(p.sentence_earliest) = year(p.sentence_latest) THEN year(p.sentence_earliest) END,
        CASE WHEN year(p.execution_earliest) = year(p.execution_latest) THEN year(p.execution_earliest) END,
        CASE WHEN year(p.arrest_earliest) = year(p.arrest_latest) THEN year(p.arrest_earliest) END,
        CASE WHEN year(p.deportation_earliest) = year(p.deportation_latest) THEN year(p.deportation_earliest) END
    ) AS year
FROM case_starts AS s
LEFT JOIN preferred_values AS p ON p.case_id = s.case_id
LEFT JOIN text_regions AS a ON a.text = p.arrest_body
LEFT JOIN residence_regions AS r ON r.case_id = s.case_id
LEFT JOIN burial_regions AS g ON g.person_id = s.person_id
LEFT JOIN (
    SELECT
        owner, any_value(value) AS death_date, any_value(earliest) AS death_earliest, any_value(latest) AS death_latest
    FROM ranked_values WHERE field = 'death_date' AND preferred GROUP BY owner
) AS v ON v.owner = s.person_id
ORDER BY s.person_id, s.ordinal;
