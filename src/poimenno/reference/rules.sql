-- What the check of the attribution rules reads.
SELECT rule_id, confidence, operation, article_pattern, charge_pattern FROM attribution_rules ORDER BY rule_id;
