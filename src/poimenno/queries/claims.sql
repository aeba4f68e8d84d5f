-- Claims chosen by collection, operation, region, measure, and words in their source. A null parameter asks for all; an
-- empty operation or region, for claims without one.
-- They come in the order of reading: by collection, first day and measure; or, with $by_id, by collection and id.
SELECT
    c.*,
    coalesce(e.name_en, c.event, m.name_en) AS measure_en,
    coalesce(e.name_ru, c.event, m.name_ru) AS measure_ru
FROM claims AS c
LEFT JOIN measures AS m ON m.measure = c.measure
LEFT JOIN events AS e ON e.event = c.event
WHERE ($collection::VARCHAR IS NULL OR c.collection = $collection)
    AND ($operation::VARCHAR IS NULL OR coalesce(c.operation, '') = $operation)
    AND ($region::VARCHAR IS NULL OR coalesce(c.region, '') = $region)
    AND ($measure::VARCHAR IS NULL OR c.measure = $measure)
    AND ($source::VARCHAR IS NULL OR contains(lower(c.source), lower($source)))
ORDER BY
    c.collection,
    CASE WHEN NOT $by_id THEN c.period_start END,
    CASE WHEN NOT $by_id THEN c.measure END,
    c.claim_id
-- Without a limit, all.
LIMIT $limit OFFSET $offset
