-- What linkage compares: folded keys with one byte a letter, because similarity in the database compares bytes.
-- name_keys, given_name_keys and patronymic_keys have a row for each distinct name, place_keys for each distinct place.
COMMENT ON TABLE name_keys IS 'Each distinct name of the lists, folded to one Latin form, with its masculine form and its sounds.';
COMMENT ON TABLE given_name_keys IS 'Each distinct given name, with the names that it is a form of, and the sounds of its first word.';
COMMENT ON TABLE patronymic_keys IS 'Each distinct patronymic: its stem, the sounds of the stem, and the names of the father that it may come from.';

-- Of several persecutions, the first arrest and the last of each other event.
CREATE OR REPLACE TEMP TABLE events_of_entries AS
SELECT
    entry_id,
    arg_min({'first': arrest_earliest, 'last': arrest_latest}, episode) AS arrest,
    arg_max(sentence_earliest, episode) FILTER (sentence_earliest = sentence_latest) AS sentence_day,
    arg_max(execution_earliest, episode) FILTER (execution_earliest = execution_latest) AS execution_day,
    arg_max(release_earliest, episode) FILTER (release_earliest = release_latest) AS release_day,
    list(DISTINCT body_type ORDER BY body_type) FILTER (body_type IS NOT NULL) AS bodies,
    list_sort(list_distinct(flatten(list(articles) FILTER (articles IS NOT NULL)))) AS articles
FROM episodes
GROUP BY entry_id;
COMMENT ON TABLE events_of_entries IS 'What befell the person of each entry, one row an entry: days, bodies and articles over all its episodes.';

-- A variant may be a whole name: then its first word is the surname.
CREATE OR REPLACE TEMP TABLE other_names_of_entries AS
SELECT
    v.entry_id,
    list_distinct(flatten(list([f.folded, string_split(f.folded, ' ')[1]]))) AS names,
    list_distinct(flatten(list(string_split(f.folded, ' ')))) AS words,
    list_distinct(flatten(list(g.roots))) AS roots
FROM (SELECT entry_id, unnest(name_variants) AS word FROM readings) AS v
JOIN name_keys AS f ON f.word = v.word
JOIN given_name_keys AS g ON g.word = v.word
GROUP BY v.entry_id;
COMMENT ON TABLE other_names_of_entries IS 'The other names of each entry that has some: as surnames, as words, and as the given names that they are forms of.';

-- Lists that mark whom an earlier one has: at least one entry in twenty. There, the absence of the mark is evidence too.
CREATE OR REPLACE TEMP TABLE sources_with_marks AS
SELECT
    source_id,
    avg(CAST(len(list_filter(coalesce(cross_references, []), lambda x: regexp_matches(x, 'uuesti|повторно|again'))) > 0 AS INTEGER))
    >= 0.05 AS marks_entries
FROM readings
GROUP BY source_id;
COMMENT ON TABLE sources_with_marks IS 'Each source, and whether it marks the entries that an earlier list has.';

-- One row an entry, with all that is compared.
CREATE OR REPLACE TEMP TABLE linkage_input AS
WITH keyed AS (
    SELECT
        r.entry_id,
        r.source_id,
        o.ordinal AS source_ordinal,
        nullif(s.folded, '') AS surname,
        nullif(s.sounds, '') AS surname_sounds,
        list_filter(
            list_distinct(
                list_concat(
                    [s.folded, m.folded, CASE WHEN r.sex = 'f' THEN s.masculine END, CASE WHEN r.sex = 'f' THEN m.masculine END],
                    coalesce(v.names, [])
                )
            ),
            lambda name: name IS NOT NULL AND name != ''
        ) AS surnames_raw,
        nullif(g.folded, '') AS given_name,
        list_sort(list_distinct(list_concat(string_split(g.folded, ' '), coalesce(v.words, [])))) AS given_names,
        list_sort(list_distinct(list_concat(gr.roots, coalesce(v.roots, [])))) AS given_roots,
        nullif(gr.first_sounds, '') AS given_sounds,
        nullif(p.stem, '') AS patronymic,
        nullif(p.stem_sounds, '') AS patronymic_sounds,
        list_sort(list_distinct(list_concat(p.fathers, coalesce(v.roots, [])))) AS fathers,
        r.sex,
        r.birth_earliest,
        r.birth_latest,
        CASE WHEN length(r.birth_edtf) = 10 THEN TRY_CAST(r.birth_edtf AS DATE) END AS birth_day,
        CASE WHEN regexp_matches(r.birth_edtf, '^\d{4}($|-)') THEN CAST(r.birth_edtf[1:4] AS INTEGER) END AS birth_year,
        b.words AS birth_place_words,
        b.rarest AS birth_place_key,
        h.words AS residence_words,
        b.regions AS birth_regions,
        b.regions_later AS birth_regions_later,
        h.regions AS residence_regions,
        h.regions_later AS residence_regions_later,
        CASE WHEN e.arrest.first = e.arrest.last THEN e.arrest.first END AS arrest_day,
        e.sentence_day,
        coalesce(
            e.execution_day,
            CASE WHEN r.death_earliest = r.death_latest THEN r.death_earliest END
        ) AS death_day,
        e.release_day,
        e.bodies,
        e.articles,
        list_filter(
            list_transform(r.archive_files, lambda x: regexp_replace(upper(regexp_replace(x, '[^0-9A-Za-z/]', '', 'g')), '^[A-Z]+', '')),
            lambda x: length(regexp_replace(x, '[^0-9]', '', 'g')) >= 2
        ) AS archive_files,
        list_filter(r.cross_references, lambda x: NOT regexp_matches(x, 'uuesti|повторно|again')) AS earlier_references,
        CASE
            WHEN len(list_filter(coalesce(r.cross_references, []), lambda x: regexp_matches(x, 'uuesti|повторно|again'))) > 0 THEN true
            WHEN k.marks_entries THEN false
        END AS printed_before
    -- The largest first, so that what a small join adds does not go to disk and back with it.
    FROM readings AS r
    LEFT JOIN events_of_entries AS e ON e.entry_id = r.entry_id
    LEFT JOIN other_names_of_entries AS v ON v.entry_id = r.entry_id
    JOIN sources_with_marks AS k ON k.source_id = r.source_id
    JOIN sources AS o ON o.source_id = r.source_id
    LEFT JOIN name_keys AS s ON s.word = r.surname
    LEFT JOIN name_keys AS m ON m.word = r.maiden_name
    LEFT JOIN name_keys AS g ON g.word = r.given_name
    LEFT JOIN given_name_keys AS gr ON gr.word = r.given_name
    LEFT JOIN patronymic_keys AS p ON p.word = r.patronymic
    LEFT JOIN place_keys AS b ON b.place = r.birth_place
    LEFT JOIN place_keys AS h ON h.place = r.residence
)
SELECT
    entry_id AS unique_id,
    source_id,
    source_ordinal,
    surname,
    list_sort(surnames_raw) AS surnames,
    given_name,
    string_split(given_name, ' ')[1] AS given_first,
    given_names,
    given_roots,
    fathers,
    patronymic,
    sex,
    birth_earliest,
    birth_latest,
    birth_day,
    birth_year,
    nullif(array_to_string(birth_place_words, ' '), '') AS birth_place,
    birth_place_words,
    birth_regions,
    birth_regions_later,
    nullif(array_to_string(residence_words, ' '), '') AS residence,
    residence_words,
    residence_regions,
    residence_regions_later,
    arrest_day,
    sentence_day,
    death_day,
    release_day,
    bodies,
    articles,
    CASE WHEN len(archive_files) > 0 THEN archive_files END AS archive_files,
    CASE WHEN len(earlier_references) > 0 THEN earlier_references END AS "references",
    printed_before,
    surname_sounds,
    surname[1:4] AS surname_start,
    surname[-4:] AS surname_end,
    given_sounds,
    given_name[1:3] AS given_start,
    given_name[1] AS given_initial,
    patronymic_sounds,
    patronymic_sounds[1:3] AS patronymic_start,
    birth_place_key
FROM keyed
WHERE surname IS NOT NULL OR given_name IS NOT NULL
ORDER BY entry_id;
COMMENT ON TABLE linkage_input IS 'What linkage compares: each entry that has a name, with its folded names, days, places and keys.';
