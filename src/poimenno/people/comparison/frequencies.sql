-- How common each value of a column is: its share of the values in the base sources. A value that these lack counts as
-- one that stands there once.
CREATE OR REPLACE TEMP TABLE {{table}} AS
WITH counted AS (
    SELECT {{column}}, count(*) FILTER (b.source_id IS NOT NULL) AS entries
    FROM linkage_input AS i
    LEFT JOIN base_sources AS b ON b.source_id = i.source_id
    WHERE {{column}} IS NOT NULL
    GROUP BY {{column}}
)
SELECT {{column}}, greatest(entries, 1)::DOUBLE / greatest(sum(entries) OVER (), 1) AS {{frequency}}
FROM counted;
COMMENT ON TABLE {{table}} IS 'How common each value is: its share of the values in the base sources. A rare value weighs more.';
