-- In how many entries of a source each field was read.
SELECT f.field, count(DISTINCT f.entry_id) AS count
FROM fields AS f
JOIN entries AS e ON e.entry_id = f.entry_id
WHERE e.source_id = $source_id
GROUP BY f.field
ORDER BY count DESC, f.field
