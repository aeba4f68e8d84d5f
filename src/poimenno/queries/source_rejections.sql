-- Why rows of a source became no entry, the most frequent reason first.
SELECT reason, count(*) AS count FROM rejected WHERE source_id = $source_id GROUP BY reason ORDER BY count DESC, reason
