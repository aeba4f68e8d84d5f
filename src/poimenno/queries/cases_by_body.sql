-- Cases by sentencing body; null: no body is named or recognised.
SELECT body_type AS body, count(*) AS count FROM cases GROUP BY body_type ORDER BY count DESC, body
