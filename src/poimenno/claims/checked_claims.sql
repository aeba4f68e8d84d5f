-- The claims that are held against one another: those of sources that were made up, or all others. The sublists of the
-- Politburo are left out: only their sums are compared with what is published.
SELECT c.*
FROM claims AS c
WHERE c.collection != 'stalin_lists'
    AND (c.collection IN (SELECT source_id FROM sources WHERE made_up)) = $made_up
ORDER BY c.claim_id
