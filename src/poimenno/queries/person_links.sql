-- The links between the entries of a person: those that hold the person together first, the heaviest first.
SELECT entry_id_a, entry_id_b, probability, weight, origin, used, coalesce(evidence, '[]') AS evidence
FROM links
WHERE list_contains($entries, entry_id_a) AND list_contains($entries, entry_id_b)
ORDER BY used DESC, weight DESC, entry_id_a, entry_id_b
