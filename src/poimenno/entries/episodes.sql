-- The persecutions that each entry describes, one row each: of each field, the first value in the order of reading.
INSERT INTO episodes BY NAME
SELECT
    entry_id,
    episode,
    arg_min(normal, f.ordinal) FILTER (field = 'arrest_date') AS arrest_edtf,
    arg_min(earliest, f.ordinal) FILTER (field = 'arrest_date') AS arrest_earliest,
    arg_min(latest, f.ordinal) FILTER (field = 'arrest_date') AS arrest_latest,
    arg_min(value, f.ordinal) FILTER (field = 'arrest_place') AS arrest_place,
    arg_min(value, f.ordinal) FILTER (field = 'arrest_body') AS arrest_body,
    arg_min(value, f.ordinal) FILTER (field = 'sentencing_body') AS sentencing_body,
    arg_min(normal, f.ordinal) FILTER (field = 'sentencing_body') AS body_type,
    arg_min(normal, f.ordinal) FILTER (field = 'body_region') AS body_region,
    arg_min(normal, f.ordinal) FILTER (field = 'sentence_date') AS sentence_edtf,
    arg_min(earliest, f.ordinal) FILTER (field = 'sentence_date') AS sentence_earliest,
    arg_min(latest, f.ordinal) FILTER (field = 'sentence_date') AS sentence_latest,
    arg_min(value, f.ordinal) FILTER (field = 'charge') AS charge,
    list(DISTINCT normal ORDER BY normal) FILTER (field = 'article' AND normal IS NOT NULL) AS articles,
    arg_min(value, f.ordinal) FILTER (field = 'sentence') AS sentence,
    arg_min(normal, f.ordinal) FILTER (field = 'sentence') AS sentence_category,
    arg_min(number, f.ordinal) FILTER (field = 'sentence_years') AS sentence_years,
    arg_min(normal, f.ordinal) FILTER (field = 'execution_date') AS execution_edtf,
    arg_min(earliest, f.ordinal) FILTER (field = 'execution_date') AS execution_earliest,
    arg_min(latest, f.ordinal) FILTER (field = 'execution_date') AS execution_latest,
    arg_min(value, f.ordinal) FILTER (field = 'execution_place') AS execution_place,
    arg_min(normal, f.ordinal) FILTER (field = 'deportation_date') AS deportation_edtf,
    arg_min(earliest, f.ordinal) FILTER (field = 'deportation_date') AS deportation_earliest,
    arg_min(latest, f.ordinal) FILTER (field = 'deportation_date') AS deportation_latest,
    arg_min(normal, f.ordinal) FILTER (field = 'release_date') AS release_edtf,
    arg_min(earliest, f.ordinal) FILTER (field = 'release_date') AS release_earliest,
    arg_min(latest, f.ordinal) FILTER (field = 'release_date') AS release_latest,
    arg_min(normal, f.ordinal) FILTER (field = 'rehabilitation_date') AS rehabilitation_edtf,
    arg_min(earliest, f.ordinal) FILTER (field = 'rehabilitation_date') AS rehabilitation_earliest,
    arg_min(latest, f.ordinal) FILTER (field = 'rehabilitation_date') AS rehabilitation_latest,
    arg_min(value, f.ordinal) FILTER (field = 'rehabilitation_body') AS rehabilitation_body
FROM fields AS f
WHERE episode > 0
GROUP BY entry_id, episode
ORDER BY entry_id, episode;
