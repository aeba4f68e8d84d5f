-- The first hundred rows of figures that were rejected.
SELECT source_id AS source, locator, reason FROM rejected_claims ORDER BY source, locator LIMIT 100
