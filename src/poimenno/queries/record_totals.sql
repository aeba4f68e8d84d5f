-- How many rows each table of the record has, and of persons and cases the parts that matter.
SELECT
    (SELECT count(*) FROM sources) AS sources,
    (SELECT count(*) FROM entries) AS entries,
    (SELECT count(*) FROM rejected) AS rejected,
    (SELECT count(*) FROM fields) AS fields,
    (SELECT count(*) FROM persons) AS persons,
    (SELECT count(*) FROM persons WHERE entries > 1) AS linked,
    (SELECT count(*) FROM cases) AS cases,
    (SELECT count(*) FROM cases WHERE execution_edtf IS NOT NULL) AS executed,
    (SELECT count(*) FROM findings) AS findings,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM rejected_claims) AS rejected_claims
