-- A source of invented data, and a source of real data; null: the archive has none.
SELECT min(source_id) FILTER (made_up) AS invented, min(source_id) FILTER (NOT made_up) AS real FROM sources
