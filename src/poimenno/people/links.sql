-- The judged pairs, each with what was compared and what it weighs. Two members of one family in one list are two
-- people, however alike their names: such pairs are no links.
INSERT INTO links
WITH likely AS (
    SELECT s.*
    FROM scored AS s
    JOIN entries AS a ON a.entry_id = s.unique_id_l
    JOIN entries AS b ON b.entry_id = s.unique_id_r
    WHERE s.match_probability >= $kept
        AND coalesce(a.head_entry_id, a.entry_id) != coalesce(b.head_entry_id, b.entry_id)
),
compared AS (
    SELECT
        unique_id_l,
        unique_id_r,
        unnest([
            {'comparison': 'surname', 'base': mw_surname, 'frequency': mw_tf_adj_surname},
            {'comparison': 'given_name', 'base': mw_given_name, 'frequency': mw_tf_adj_given_name},
            {'comparison': 'patronymic', 'base': mw_patronymic, 'frequency': mw_tf_adj_patronymic},
            {'comparison': 'birth', 'base': mw_birth, 'frequency': 0.0},
            {'comparison': 'arrest', 'base': mw_arrest, 'frequency': mw_tf_adj_arrest},
            {'comparison': 'sentence', 'base': mw_sentence, 'frequency': mw_tf_adj_sentence},
            {'comparison': 'death', 'base': mw_death, 'frequency': mw_tf_adj_death},
            {'comparison': 'release', 'base': mw_release, 'frequency': mw_tf_adj_release},
            {'comparison': 'birth_place', 'base': mw_birth_place, 'frequency': mw_tf_adj_birth_place},
            {'comparison': 'residence', 'base': mw_residence, 'frequency': mw_tf_adj_residence},
            {'comparison': 'sex', 'base': mw_sex, 'frequency': 0.0},
            {'comparison': 'archive_file', 'base': mw_archive_file, 'frequency': 0.0},
            {'comparison': 'source', 'base': mw_source, 'frequency': 0.0},
            {'comparison': 'reference', 'base': mw_reference, 'frequency': 0.0}
        ], recursive := true)
    FROM likely
),
explained AS (
    SELECT
        c.unique_id_l,
        c.unique_id_r,
        to_json(list(
            {
                'comparison': c.comparison,
                'level': l.label_en,
                'level_ru': l.label_ru,
                'weight': round(c.base + c.frequency, 2)
            }
            ORDER BY abs(c.base + c.frequency) DESC, c.comparison
        )) AS evidence
    FROM compared AS c
    JOIN linkage_levels AS l ON l.comparison = c.comparison AND abs(l.weight - c.base) < 1e-9
    GROUP BY c.unique_id_l, c.unique_id_r
)
SELECT
    least(s.unique_id_l, s.unique_id_r),
    greatest(s.unique_id_l, s.unique_id_r),
    round(s.match_weight, 4),
    round(s.match_probability, 6),
    'model',
    false,
    e.evidence
FROM likely AS s
LEFT JOIN explained AS e ON e.unique_id_l = s.unique_id_l AND e.unique_id_r = s.unique_id_r
ORDER BY 1, 2;
