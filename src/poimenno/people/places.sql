-- Each distinct place with its folded words, and the rarest of them in the base: the village tells more
-- than the province. A word that the base lacks is rarest. Its regions are those of 1937-1938 that its parts name, and
-- what they were made of or divided into in these years.
CREATE OR REPLACE TEMP TABLE folded_places AS
WITH places AS (
    SELECT DISTINCT unnest([birth_place, residence]) AS place FROM readings
),
base_places AS (
    SELECT DISTINCT unnest([birth_place, residence]) AS place FROM readings SEMI JOIN base USING (source_id)
),
split AS (
    SELECT place, unnest(string_split_regex(place, '\s+')) AS word FROM places WHERE place IS NOT NULL
),
words AS (
    SELECT DISTINCT place, folded
    FROM (SELECT s.place, unnest(string_split(w.folded, ' ')) AS folded FROM split AS s JOIN place_words AS w USING (word))
    WHERE length(folded) >= 4
),
counted AS (
    SELECT w.folded, count(*) FILTER (b.place IS NOT NULL) AS places
    FROM words AS w
    LEFT JOIN base_places AS b ON b.place = w.place
    GROUP BY w.folded
),
regions AS (
    SELECT
        s.place,
        list(DISTINCT r.region ORDER BY r.region) AS regions,
        list_sort(list_distinct(flatten(list(r.later)))) AS later
    FROM (SELECT place, trim(unnest(string_split(place, ','))) AS part FROM places) AS s
    JOIN place_regions AS r ON r.part = s.part
    GROUP BY s.place
)
SELECT
    w.place,
    list(w.folded ORDER BY w.folded) AS words,
    arg_min(w.folded, (c.places, w.folded)) AS rarest,
    any_value(r.regions) AS regions,
    any_value(r.later) AS regions_later
FROM words AS w
JOIN counted AS c ON c.folded = w.folded
LEFT JOIN regions AS r ON r.place = w.place
GROUP BY w.place;
