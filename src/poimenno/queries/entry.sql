-- One entry, verbatim, with what is known of its source. The key is found before anything is joined.
SELECT
    e.entry_id, e.source_id, e.locator, e.ordinal, e.handle, e.text, e.columns, e.context, e.head_entry_id,
    s.ordinal AS source_ordinal, s.title, s.language, s.citation, s.licence
FROM (SELECT * FROM entries WHERE entry_id = $entry_id) AS e
JOIN sources AS s ON s.source_id = e.source_id
