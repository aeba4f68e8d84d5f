-- The files of a source, as received.
SELECT name, bytes, sha256, encoding FROM files WHERE source_id = $source_id ORDER BY name
