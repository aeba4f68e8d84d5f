-- How many persons fit the query.
SELECT count(*) FROM matches
