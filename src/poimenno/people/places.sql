-- Each distinct place with its folded words, and the rarest of them in the base: the village tells more
-- than the province. A word that the base lacks is rarest. Its regions are those of 1937-1938 that its parts name, and
-- what they were made of or divided into in these years.
-- One join a statement: chains of joins of what was just aggregated fail in DuckDB 2.0 now and then, on millions of
-- entries ("dict-surviving cache").
CREATE OR REPLACE TEMP TABLE words_of_places AS
WITH places AS (
    SELECT DISTINCT unnest([birth_place, residence]) AS place FROM readings
),
split AS (
    SELECT place, unnest(string_split_regex(place, '\s+')) AS word FROM places WHERE place IS NOT NULL
)
SELECT DISTINCT place, folded
FROM (SELECT s.place, unnest(string_split(w.folded, ' ')) AS folded FROM split AS s JOIN place_words AS w USING (word))
WHERE length(folded) >= 4;

CREATE OR REPLACE TEMP TABLE places_of_base AS
SELECT DISTINCT unnest([birth_place, residence]) AS place FROM readings SEMI JOIN base USING (source_id);

CREATE OR REPLACE TEMP TABLE counted_words AS
SELECT w.folded, count(*) FILTER (b.place IS NOT NULL) AS places
FROM words_of_places AS w
LEFT JOIN places_of_base AS b ON b.place = w.place
GROUP BY w.folded;

CREATE OR REPLACE TEMP TABLE regions_of_places AS
SELECT
    s.place,
    list(DISTINCT r.region ORDER BY r.region) AS regions,
    list_sort(list_distinct(flatten(list(r.later)))) AS later
FROM (
    SELECT place, trim(unnest(string_split(place, ','))) AS part
    FROM (SELECT DISTINCT unnest([birth_place, residence]) AS place FROM readings)
) AS s
JOIN place_regions AS r ON r.part = s.part
GROUP BY s.place;

CREATE OR REPLACE TEMP TABLE folded_places AS
SELECT
    w.place,
    list(w.folded ORDER BY w.folded) AS words,
    arg_min(w.folded, (c.places, w.folded)) AS rarest
FROM words_of_places AS w
JOIN counted_words AS c ON c.folded = w.folded
GROUP BY w.place;

CREATE OR REPLACE TEMP TABLE folded_places AS
SELECT p.*, r.regions, r.later AS regions_later
FROM folded_places AS p
LEFT JOIN regions_of_places AS r ON r.place = p.place;

DROP TABLE words_of_places;
DROP TABLE places_of_base;
DROP TABLE counted_words;
DROP TABLE regions_of_places;
