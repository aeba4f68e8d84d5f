-- The life that each entry states, one row an entry: of each field, the first value in the order of reading.
INSERT INTO readings BY NAME
SELECT
    e.entry_id,
    any_value(e.source_id) AS source_id,
    arg_min(value, f.ordinal) FILTER (field = 'surname') AS surname,
    arg_min(value, f.ordinal) FILTER (field = 'given_name') AS given_name,
    arg_min(value, f.ordinal) FILTER (field = 'patronymic') AS patronymic,
    list(value ORDER BY f.ordinal) FILTER (field = 'name_variant') AS name_variants,
    arg_min(value, f.ordinal) FILTER (field = 'maiden_name') AS maiden_name,
    arg_min(normal, f.ordinal) FILTER (field = 'sex') AS sex,
    arg_min(normal, f.ordinal) FILTER (field = 'birth_date') AS birth_edtf,
    arg_min(earliest, f.ordinal) FILTER (field = 'birth_date') AS birth_earliest,
    arg_min(latest, f.ordinal) FILTER (field = 'birth_date') AS birth_latest,
    arg_min(value, f.ordinal) FILTER (field = 'birth_place') AS birth_place,
    arg_min(value, f.ordinal) FILTER (field = 'ethnicity') AS ethnicity,
    arg_min(normal, f.ordinal) FILTER (field = 'ethnicity') AS ethnic_group,
    arg_min(value, f.ordinal) FILTER (field = 'party') AS party,
    arg_min(value, f.ordinal) FILTER (field = 'education') AS education,
    arg_min(value, f.ordinal) FILTER (field = 'occupation') AS occupation,
    arg_min(coalesce(normal, value), f.ordinal) FILTER (field = 'residence') AS residence,
    arg_min(number, f.ordinal) FILTER (field = 'residence_latitude') AS residence_latitude,
    arg_min(number, f.ordinal) FILTER (field = 'residence_longitude') AS residence_longitude,
    arg_min(normal, f.ordinal) FILTER (field = 'death_date') AS death_edtf,
    arg_min(earliest, f.ordinal) FILTER (field = 'death_date') AS death_earliest,
    arg_min(latest, f.ordinal) FILTER (field = 'death_date') AS death_latest,
    arg_min(value, f.ordinal) FILTER (field = 'death_place') AS death_place,
    arg_min(value, f.ordinal) FILTER (field = 'burial_place') AS burial_place,
    list(value ORDER BY f.ordinal) FILTER (field = 'archive_file') AS archive_files,
    list(value ORDER BY f.ordinal) FILTER (field = 'cross_reference') AS cross_references,
    arg_min(value, f.ordinal) FILTER (field = 'family_relation') AS family_relation
FROM entries AS e LEFT JOIN fields AS f ON f.entry_id = e.entry_id
GROUP BY e.entry_id
ORDER BY e.entry_id;
