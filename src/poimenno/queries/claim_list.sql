-- The claims of an operation, of a measure, about a region, or whose source contains some words; null: any.
SELECT *
FROM claims
WHERE ($operation IS NULL OR operation = $operation)
    AND ($measure IS NULL OR measure = $measure)
    AND ($region IS NULL OR region = $region)
    AND ($source IS NULL OR contains(lower(source), lower($source)))
ORDER BY collection, claim_id
