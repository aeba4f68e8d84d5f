-- Where the published persons of a place had lived, where their sources give coordinates; to four decimals (some 10 m).
SELECT
    round(r.residence_latitude, 4) AS latitude,
    round(r.residence_longitude, 4) AS longitude,
    count(DISTINCT q.person_id) AS count
FROM person_places AS pp
JOIN published AS q ON q.person_id = pp.person_id
JOIN person_entries AS pe ON pe.person_id = q.person_id
JOIN readings AS r ON r.entry_id = pe.entry_id
WHERE pp.place_id = $place_id AND r.residence_latitude IS NOT NULL AND r.residence_longitude IS NOT NULL
GROUP BY ALL
ORDER BY latitude, longitude
