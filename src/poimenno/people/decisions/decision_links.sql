COMMENT ON TABLE binding_decisions IS 'The pairs of entries whose decision binds, and whether it says that both are about one person.';

-- A decision takes the place of what the model found for the pair; it outweighs all evidence.
INSERT OR REPLACE INTO links BY NAME
SELECT
    entry_id_a,
    entry_id_b,
    CASE WHEN same_person THEN 100.0 ELSE -100.0 END AS weight,
    CASE WHEN same_person THEN 1.0 ELSE 0.0 END AS probability,
    'decision' AS origin,
    false AS used
FROM binding_decisions;
