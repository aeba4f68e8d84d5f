-- How many claims are chosen; the conditions are those of claims.sql.
SELECT count(*)
FROM claims AS c
WHERE ($collection::VARCHAR IS NULL OR c.collection = $collection)
    AND ($operation::VARCHAR IS NULL OR coalesce(c.operation, '') = $operation)
    AND ($region::VARCHAR IS NULL OR coalesce(c.region, '') = $region)
    AND ($measure::VARCHAR IS NULL OR c.measure = $measure)
    AND ($source::VARCHAR IS NULL OR contains(lower(c.source), lower($source)))
