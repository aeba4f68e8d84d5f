-- The links of the model, the strongest first.
SELECT entry_id_a, entry_id_b, weight, probability
FROM links
WHERE origin = 'model'
ORDER BY weight DESC, entry_id_a, entry_id_b;
