-- The first sources, in the order in which they were added, that hold four fifths of all entries. How common a name, a
-- day or a place is, is counted in them, so that a small list added later changes no score of the rest.
CREATE OR REPLACE TEMP TABLE base_sources AS
WITH sizes AS (
    SELECT s.source_id, any_value(s.ordinal) AS ordinal, count(*) AS entries
    FROM readings AS r
    JOIN sources AS s ON s.source_id = r.source_id
    GROUP BY s.source_id
)
SELECT source_id
FROM sizes
QUALIFY sum(entries) OVER (ORDER BY ordinal, source_id) - entries < 0.8 * sum(entries) OVER ();
COMMENT ON TABLE base_sources IS 'The sources in which frequencies are counted: the first ones that hold four fifths of all entries.';
