-- One row per case, with the operation inferred for it and the rule of that inference.
CREATE OR REPLACE TEMP VIEW exported AS
SELECT
    c.case_id,
    c.person_id,
    p.name,
    c.arrest_edtf AS arrest,
    c.body,
    c.body_type,
    c.region,
    c.sentence_edtf AS sentence_date,
    c.charge AS charge_as_alleged,
    array_to_string(c.articles, '; ') AS articles,
    c.sentence,
    c.sentence_category,
    c.sentence_years,
    c.execution_edtf AS execution,
    c.execution_place,
    c.deportation_edtf AS deportation,
    c.release_edtf AS release,
    c.rehabilitation_edtf AS rehabilitation,
    c.rehabilitation_body,
    c.outcome,
    a.operation AS operation_inferred,
    a.confidence AS operation_confidence,
    a.rule_id AS operation_rule,
    u.reason_en AS operation_reason
FROM cases AS c
JOIN persons AS p ON p.person_id = c.person_id
LEFT JOIN attributions AS a ON a.case_id = c.case_id
LEFT JOIN attribution_rules AS u ON u.rule_id = a.rule_id
ORDER BY c.person_id, c.ordinal;
