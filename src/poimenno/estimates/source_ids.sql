-- The sources that can be a list.
SELECT source_id FROM sources ORDER BY source_id;
