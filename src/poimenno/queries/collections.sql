-- The collections of claims, and how many each has.
SELECT collection, count(*) AS count FROM claims GROUP BY collection ORDER BY collection
