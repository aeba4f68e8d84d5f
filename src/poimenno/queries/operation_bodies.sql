-- The bodies by which the rules know cases of an operation, in the order of their table.
SELECT body_type, name_en, name_ru
FROM bodies
WHERE body_type IN (
    SELECT unnest(string_split(body_type, '|')) FROM attribution_rules WHERE operation = $operation
)
ORDER BY rowid
