-- The first findings on published persons, of one kind, or of all if it is empty.
SELECT f.finding_id, f.kind, f.subject, f.entry_id, f.detail, k.sentence_en, k.sentence_ru, p.person_id, n.name
FROM findings AS f
JOIN finding_kinds AS k ON k.kind = f.kind
JOIN published AS p ON p.person_id = split_part(f.subject, '-', 1)
JOIN persons AS n ON n.person_id = p.person_id
WHERE $kind = '' OR f.kind = $kind
ORDER BY f.finding_id
LIMIT $limit
