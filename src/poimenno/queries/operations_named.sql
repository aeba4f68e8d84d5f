-- The mass operations of which persons are named here, with those persons and how many of them were shot.
SELECT o.operation, o.name_en, o.name_ru, count(*) AS persons, count(*) FILTER (p.outcome = 'executed') AS shot
FROM published AS p
JOIN operations AS o ON o.operation = p.operation
GROUP BY o.operation, o.name_en, o.name_ru
ORDER BY persons DESC, o.operation
