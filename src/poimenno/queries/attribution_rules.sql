-- The rules by which cases are attributed to an operation, in the order in which they are tried.
SELECT rule_id, body_type, confidence, reason_en, reason_ru, source
FROM attribution_rules
WHERE operation = $operation
ORDER BY priority
