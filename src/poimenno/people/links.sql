-- The judged pairs, each with what was compared and what it weighs.
INSERT INTO links
SELECT
    least(unique_id_l, unique_id_r),
    greatest(unique_id_l, unique_id_r),
    round(match_weight, 4),
    round(match_probability, 6),
    'model',
    false,
    NULL
FROM scored
WHERE match_probability >= 0.2
ORDER BY 1, 2;
