-- What linkage compares: folded keys with one byte a letter, because similarity in the database compares bytes.
-- The temporary tables hold each distinct name with its fold (folded), with the given names that it is a form of
-- (folded_given) and with those of fathers (folded_fathers), and each distinct place with its words (folded_places).
CREATE OR REPLACE TEMP TABLE told AS
-- Of several persecutions, the first arrest and the last that tells of another event.
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

CREATE OR REPLACE TEMP TABLE variants AS
-- A variant may be a whole name: its first word is the surname then.
SELECT
    v.entry_id,
    list_distinct(flatten(list([f.folded, string_split(f.folded, ' ')[1]]))) AS names,
    list_distinct(flatten(list(string_split(f.folded, ' ')))) AS words,
    list_distinct(flatten(list(g.roots))) AS roots
FROM (SELECT entry_id, unnest(name_variants) AS word FROM readings) AS v
JOIN folded AS f ON f.word = v.word
JOIN folded_given AS g ON g.word = v.word
GROUP BY v.entry_id;

-- Lists that mark whom an earlier one has: at least one entry in twenty. There, the absence of the mark tells too.
CREATE OR REPLACE TEMP TABLE marks AS
SELECT
    source_id,
    avg(CAST(len(list_filter(coalesce(cross_references, []), lambda x: regexp_matches(x, 'uuesti|повторно|again'))) > 0 AS INTEGER))
    >= 0.05 AS told
FROM readings
GROUP BY source_id;

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
        list_filter(r.cross_references, lambda x: NOT regexp_matches(x, 'uuesti|повторно|again')) AS references_told,
        CASE
            WHEN len(list_filter(coalesce(r.cross_references, []), lambda x: regexp_matches(x, 'uuesti|повторно|again'))) > 0 THEN true
            WHEN k.told THEN false
        END AS printed_before
    -- The largest first, so that what a small join adds does not go to disk and back with it.
    FROM readings AS r
    LEFT JOIN told AS e ON e.entry_id = r.entry_id
    LEFT JOIN variants AS v ON v.entry_id = r.entry_id
    JOIN marks AS k ON k.source_id = r.source_id
    JOIN sources AS o ON o.source_id = r.source_id
    LEFT JOIN folded AS s ON s.word = r.surname
    LEFT JOIN folded AS m ON m.word = r.maiden_name
    LEFT JOIN folded AS g ON g.word = r.given_name
    LEFT JOIN folded_given AS gr ON gr.word = r.given_name
    LEFT JOIN folded_fathers AS p ON p.word = r.patronymic
    LEFT JOIN folded_places AS b ON b.place = r.birth_place
    LEFT JOIN folded_places AS h ON h.place = r.residence
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
    CASE WHEN len(references_told) > 0 THEN references_told END AS "references",
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

DROP TABLE told;
DROP TABLE variants;
DROP TABLE marks;
