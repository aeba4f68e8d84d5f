-- The cases of a person in their order, each with the operation inferred for it and the rule that inferred it.
SELECT
    c.case_id, c.person_id, c.ordinal, c.arrest_edtf, c.arrest_earliest, c.arrest_latest, c.body, c.body_type, c.region,
    c.sentence_edtf, c.sentence_earliest, c.sentence_latest, c.charge, c.articles, c.sentence, c.sentence_category,
    c.sentence_years, c.execution_edtf, c.execution_earliest, c.execution_latest, c.execution_place, c.deportation_edtf,
    c.release_edtf, c.rehabilitation_edtf, c.rehabilitation_body, c.outcome, c.year,
    a.operation, a.confidence, a.rule_id, r.reason_en, r.reason_ru, r.source AS rule_source
FROM (SELECT * FROM cases WHERE person_id = $person_id) AS c
LEFT JOIN attributions AS a ON a.case_id = c.case_id
LEFT JOIN attribution_rules AS r ON r.rule_id = a.rule_id
ORDER BY c.ordinal
