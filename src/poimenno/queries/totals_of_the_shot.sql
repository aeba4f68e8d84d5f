-- Rival totals of all who were shot or sentenced to death in 1937-1938, each with the first claim that states it.
SELECT value, min(claim_id) AS claim_id
FROM claims
WHERE measure = 'executed'
    AND unit = 'people'
    AND value > 0
    -- Of both years together and of the whole country; not of one operation, body or group.
    AND operation IS NULL AND body IS NULL AND scope IS NULL
    AND extent = 'whole_ussr'
    AND year(period_start) = 1937 AND year(period_end) = 1938
    -- The record's own count is no published total.
    AND collection != 'record'
GROUP BY value
-- A number below half of the greatest counts a part of the shootings only.
QUALIFY 2 * value >= max(value) OVER ()
ORDER BY value
