-- What a region followed, and what followed it.
SELECT *, region = $region AS ended
FROM region_changes
WHERE $region IN (region, successor)
ORDER BY ended, date, region, successor
