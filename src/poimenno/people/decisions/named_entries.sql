-- The entries that some names name, by handle or by entry id.
SELECT handle, entry_id
FROM entries
WHERE handle IN (SELECT unnest($names::VARCHAR[])) OR entry_id IN (SELECT unnest($names::VARCHAR[]));
