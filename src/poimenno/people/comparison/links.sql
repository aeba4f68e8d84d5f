COMMENT ON TABLE linked_pairs IS 'The scored pairs that become links; level numbers and weights in the order of the comparisons, adjustments in the order of those that weigh by frequency.';
COMMENT ON TABLE comparison_levels IS 'The levels of the match model, with the position of the comparison, that of its adjustment (null: none), and the surprise in bits.';

-- What each comparison of a pair came to. Levels of missing values have no weight and say nothing.
CREATE OR REPLACE TEMP TABLE link_outcomes AS
WITH outcomes AS (
    SELECT
        pair,
        adjustments,
        generate_subscripts(level_numbers, 1) AS position,
        unnest(level_numbers) AS level_number,
        unnest(weights) AS weight
    FROM linked_pairs
)
SELECT
    o.pair,
    o.position,
    l.comparison,
    l.level,
    l.level_ru,
    o.weight + CASE WHEN l.adjustment_position IS NULL THEN 0 ELSE o.adjustments[l.adjustment_position] END AS weight,
    l.surprise
FROM outcomes AS o
JOIN comparison_levels AS l ON l.position = o.position AND l.level_number = o.level_number;
COMMENT ON TABLE link_outcomes IS 'What each comparison of a linked pair came to: the level in words, its weight in bits with the frequency of the value, and its surprise in bits.';

-- Each pair as a link, with its outcomes as evidence, the heaviest first.
INSERT INTO links BY NAME
WITH explained AS (
    SELECT
        pair,
        to_json(
            list(
                {'comparison': comparison, 'level': level, 'level_ru': level_ru, 'weight': round(weight, 2)}
                ORDER BY abs(weight) DESC, comparison
            )
        ) AS evidence,
        -- Summed in one order, so that the last digit does not depend on chance.
        round(list_sum(list(surprise ORDER BY position)), 2) AS surprise
    FROM link_outcomes
    GROUP BY pair
)
SELECT
    p.entry_id_a,
    p.entry_id_b,
    round(p.match_weight, 4) AS weight,
    round(p.match_probability, 6) AS probability,
    'model' AS origin,
    false AS used,
    coalesce(e.evidence, '[]') AS evidence,
    coalesce(e.surprise, 0.0) AS surprise
FROM linked_pairs AS p
LEFT JOIN explained AS e ON e.pair = p.pair
ORDER BY p.entry_id_a, p.entry_id_b;
