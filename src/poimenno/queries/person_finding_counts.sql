-- How many findings on published persons there are of each kind, with the sentence of the kind.
SELECT f.kind, k.sentence_en, k.sentence_ru, count(*) AS count
FROM findings AS f
JOIN finding_kinds AS k ON k.kind = f.kind
-- The subject is a person, or one of its cases: <person>-<number>.
JOIN published AS p ON p.person_id = split_part(f.subject, '-', 1)
GROUP BY f.kind, k.sentence_en, k.sentence_ru
ORDER BY count DESC, f.kind
