-- Places of execution, burial and detention, with the published persons of each, the most first.
SELECT
    p.place_id, p.name_en, p.name_ru, p.kind, p.region, p.latitude, p.longitude, p.source, p.note,
    count(DISTINCT q.person_id) AS persons
FROM places AS p
LEFT JOIN person_places AS pp ON pp.place_id = p.place_id
LEFT JOIN published AS q ON q.person_id = pp.person_id
GROUP BY ALL
ORDER BY persons DESC, p.name_ru, p.place_id
