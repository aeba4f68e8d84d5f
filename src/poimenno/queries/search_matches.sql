-- The published persons who fit a query: of its names, if it has any, and with its facts.
CREATE OR REPLACE TEMP TABLE matches AS
SELECT
    p.person_id, p.sort_name, p.day, p.year, p.region, p.operation, p.body_type, p.burial_place_id,
    coalesce(n.score, 0.0) AS score
FROM published AS p
LEFT JOIN named_persons AS n ON n.person_id = p.person_id
WHERE (NOT $by_name OR n.person_id IS NOT NULL)
    AND ($year IS NULL OR p.year = $year)
    AND ($region IS NULL OR p.region = $region)
    AND ($operation IS NULL OR p.operation = $operation)
    AND ($body IS NULL OR p.body_type = $body)
    AND ($place IS NULL OR p.burial_place_id = $place)
    AND ($day IS NULL OR p.day = TRY_CAST($day AS DATE))
    -- Both ends of what is possible lie in the month.
    AND ($sentenced IS NULL OR (
        strftime(p.sentenced_first, '%Y-%m') = $sentenced AND strftime(p.sentenced_last, '%Y-%m') = $sentenced
    ))
    AND ($shot IS NULL OR (strftime(p.shot_first, '%Y-%m') = $shot AND strftime(p.shot_last, '%Y-%m') = $shot))
    AND ($source IS NULL OR EXISTS (
        SELECT 1
        FROM person_entries AS pe
        JOIN entries AS e ON e.entry_id = pe.entry_id
        WHERE pe.person_id = p.person_id AND e.source_id = $source
    ))
