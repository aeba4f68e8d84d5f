-- What the record was made from: program, version, inputs.
SELECT key, value FROM record ORDER BY key
