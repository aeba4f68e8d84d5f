SELECT * FROM claim_bounds ORDER BY ALL
