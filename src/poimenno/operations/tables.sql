-- Within which campaign? Rules attribute cases to operations, each with a reason.
CREATE TABLE attributions (
    case_id VARCHAR PRIMARY KEY,
    operation VARCHAR,
    confidence VARCHAR NOT NULL,
    rule_id VARCHAR NOT NULL,
    detail JSON
);
COMMENT ON TABLE attributions IS 'The operation of each case, inferred by the first rule of reference/attribution_rules.csv that fits. Every case has one row.';
COMMENT ON COLUMN attributions.case_id IS 'Id of the case in cases.';
COMMENT ON COLUMN attributions.operation IS 'Code of reference/operations.csv; null: none or unknown, as the rule says.';
COMMENT ON COLUMN attributions.confidence IS 'certain | probable | possible | none (no mass operation) | unknown.';
COMMENT ON COLUMN attributions.rule_id IS 'Id of the rule in attribution_rules, which has the reason in both languages and its source.';
COMMENT ON COLUMN attributions.detail IS 'What the rule rests on, as JSON: dated_by (which date of the case: sentence, execution, arrest or year), first and last possible day, body, and charge, articles or ethnicity if the rule asks for them; null if it does not.';
