SELECT value FROM record WHERE key = 'version';
