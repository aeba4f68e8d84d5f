-- The bodies that sentenced.
SELECT body_type, name_en, name_ru, period_start, period_end, composition, powers, source, note
FROM bodies
ORDER BY body_type
