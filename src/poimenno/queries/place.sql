-- One place.
SELECT place_id, name_en, name_ru, kind, region, latitude, longitude, source, note
FROM places
WHERE place_id = $place_id
