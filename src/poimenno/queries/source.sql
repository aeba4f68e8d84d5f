-- One source.
SELECT s.*, (SELECT count(*) FROM entries WHERE source_id = $source_id) AS entries
FROM sources AS s
WHERE s.source_id = $source_id
