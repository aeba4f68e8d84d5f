-- How many entries can be compared.
SELECT count(*) FROM linkage_input;
