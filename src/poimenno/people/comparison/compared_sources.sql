-- The sources whose entries are compared.
SELECT DISTINCT source_id FROM linkage_input;
