-- One row per claim, as the record has it.
CREATE OR REPLACE TEMP VIEW exported AS
SELECT * FROM claims ORDER BY collection, claim_id;
