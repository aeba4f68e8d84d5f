-- What the record holds, and how many of its persons are withheld.
SELECT
    (SELECT count(*) FROM sources WHERE kind = 'list') AS sources,
    (SELECT count(*) FROM entries) AS entries,
    (SELECT count(*) FROM rejected) AS rejected,
    (SELECT count(*) FROM persons) AS persons,
    (SELECT count(*) FROM persons WHERE entries > 1) AS linked,
    (SELECT count(*) FROM persons) - (SELECT count(*) FROM published) AS withheld,
    (SELECT count(*) FROM cards WHERE day BETWEEN DATE '1937-01-01' AND DATE '1938-12-31') AS shot,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM findings) AS findings,
    (SELECT coalesce(bool_or(made_up), false) FROM sources) AS made_up,
    (SELECT value FROM record WHERE key = 'version') AS version,
    (SELECT value FROM record WHERE key = 'program') AS program
