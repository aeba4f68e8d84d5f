-- What follows from all claims together for each true number.
CREATE OR REPLACE TEMP VIEW exported AS
SELECT * FROM claim_bounds ORDER BY ALL;
