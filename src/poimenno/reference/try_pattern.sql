-- Fails if a pattern is no regular expression of the database.
SELECT regexp_matches('', $pattern);
