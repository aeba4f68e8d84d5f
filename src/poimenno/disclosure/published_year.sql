-- The last year of birth that may be shown.
SET VARIABLE last_published_birth_year = $year
