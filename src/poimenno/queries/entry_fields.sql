-- What was read from an entry, in the order of reading.
SELECT entry_id, ordinal, episode, field, value, normal, earliest, latest, number, part, start, stop
FROM fields
WHERE entry_id = $entry_id
ORDER BY ordinal
