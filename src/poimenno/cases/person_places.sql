COMMENT ON TABLE text_places IS 'The texts of places of burial and execution that name a known place.';
COMMENT ON TABLE text_regions IS 'The texts of residences and arresting bodies that name a region of 1937-1938.';

-- The known places that texts of burial and execution name; `text_places` has the place of each text.
INSERT INTO person_places
SELECT DISTINCT pe.person_id, CASE f.field WHEN 'burial_place' THEN 'burial' ELSE 'execution' END, t.place_id, f.entry_id
FROM fields AS f
JOIN text_places AS t ON t.text = f.value
JOIN person_entries AS pe ON pe.entry_id = f.entry_id
WHERE f.field IN ('burial_place', 'execution_place')
ORDER BY ALL;
