SELECT * FROM claims ORDER BY collection, claim_id
