-- The findings on a person and on the cases of a person.
SELECT f.finding_id, f.kind, f.subject, f.entry_id, f.detail, k.sentence_en, k.sentence_ru
FROM findings AS f
JOIN finding_kinds AS k ON k.kind = f.kind
WHERE f.subject = $person_id OR starts_with(f.subject, $person_id || '-')
ORDER BY f.finding_id
