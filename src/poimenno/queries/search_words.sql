-- The distinct words of all names.
SELECT token FROM search_words ORDER BY token
