-- Each distinct place with its folded words, and the rarest of them in the base sources: the village tells more than
-- the province. A word that the base sources lack is rarest. Its regions are those of 1937-1938 that its parts name,
-- and what they were made of or divided into in these years.
-- One join a statement: chains of joins of what was just aggregated fail in DuckDB 2.0 now and then, on millions of
-- entries ("dict-surviving cache").
COMMENT ON TABLE folded_place_words IS 'Each distinct word of a place, folded to one Latin form and to one name of a town.';
COMMENT ON TABLE regions_of_parts IS 'Each part of a place that names a region, with the region and those that were made of it in 1937-1938.';

CREATE OR REPLACE TEMP TABLE words_of_places AS
WITH places AS (
    SELECT DISTINCT unnest([birth_place, residence]) AS place FROM readings
),
split AS (
    SELECT place, unnest(string_split_regex(place, '\s+')) AS word FROM places WHERE place IS NOT NULL
)
SELECT DISTINCT place, folded
FROM (SELECT s.place, unnest(string_split(w.folded, ' ')) AS folded FROM split AS s JOIN folded_place_words AS w USING (word))
WHERE length(folded) >= 4;
COMMENT ON TABLE words_of_places IS 'The folded words of each place, from four letters.';

CREATE OR REPLACE TEMP TABLE places_of_base AS
SELECT DISTINCT unnest([birth_place, residence]) AS place FROM readings SEMI JOIN base_sources USING (source_id);
COMMENT ON TABLE places_of_base IS 'The distinct places of the base sources.';

CREATE OR REPLACE TEMP TABLE counts_of_place_words AS
SELECT w.folded, count(*) FILTER (b.place IS NOT NULL) AS places
FROM words_of_places AS w
LEFT JOIN places_of_base AS b ON b.place = w.place
GROUP BY w.folded;
COMMENT ON TABLE counts_of_place_words IS 'In how many places of the base sources each word occurs.';

CREATE OR REPLACE TEMP TABLE regions_of_places AS
SELECT
    s.place,
    list(DISTINCT r.region ORDER BY r.region) AS regions,
    list_sort(list_distinct(flatten(list(r.later)))) AS later
FROM (
    SELECT place, trim(unnest(string_split(place, ','))) AS part
    FROM (SELECT DISTINCT unnest([birth_place, residence]) AS place FROM readings)
) AS s
JOIN regions_of_parts AS r ON r.part = s.part
GROUP BY s.place;
COMMENT ON TABLE regions_of_places IS 'The regions that the parts of each place name, and those that were made of them in 1937-1938.';

CREATE OR REPLACE TEMP TABLE rarest_words_of_places AS
SELECT
    w.place,
    list(w.folded ORDER BY w.folded) AS words,
    arg_min(w.folded, (c.places, w.folded)) AS rarest
FROM words_of_places AS w
JOIN counts_of_place_words AS c ON c.folded = w.folded
GROUP BY w.place;
COMMENT ON TABLE rarest_words_of_places IS 'The folded words of each place in one list, and the rarest of them.';

CREATE OR REPLACE TEMP TABLE place_keys AS
SELECT p.*, r.regions, r.later AS regions_later
FROM rarest_words_of_places AS p
LEFT JOIN regions_of_places AS r ON r.place = p.place;
COMMENT ON TABLE place_keys IS 'What linkage compares of each place: its folded words, the rarest of them, and its regions.';
