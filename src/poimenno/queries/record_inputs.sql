-- What the record was made from: program, version, inputs; not how its tables are defined.
SELECT key, value FROM record WHERE key != 'schema' ORDER BY key
