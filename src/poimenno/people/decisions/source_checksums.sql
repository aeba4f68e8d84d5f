-- The checksums of the files of each source, in order.
SELECT source_id, list(sha256 ORDER BY sha256) AS checksums
FROM files
GROUP BY source_id;
