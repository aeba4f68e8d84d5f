-- Cases by year; null: unknown.
SELECT year, count(*) AS count FROM cases GROUP BY year ORDER BY year NULLS LAST
