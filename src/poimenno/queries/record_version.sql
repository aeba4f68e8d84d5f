-- The version of the record: a checksum of everything that it was built from.
SELECT value FROM record WHERE key = 'version';
