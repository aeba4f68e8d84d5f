-- The sources in which frequencies are counted.
SELECT source_id FROM base_sources ORDER BY source_id;
