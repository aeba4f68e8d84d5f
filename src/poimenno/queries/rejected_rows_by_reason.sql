-- Rejected rows of each source by reason.
SELECT source_id AS source, reason, count(*) AS count
FROM rejected GROUP BY source_id, reason ORDER BY count DESC, source, reason
