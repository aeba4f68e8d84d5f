-- Each text once, as worded and in normal form, of the fields named in $fields.
SELECT text
FROM (SELECT DISTINCT unnest([value, normal]) AS text FROM fields WHERE field IN (SELECT unnest($fields)))
WHERE text <> ''
ORDER BY text
