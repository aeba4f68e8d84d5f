-- One row per finding about claims, with its sentences from the temporary table finding_sentences; `claims` lists each claim that it rests on with its role.
CREATE OR REPLACE TEMP VIEW exported AS
SELECT
    f.finding_id, f.kind, f.severity, s.sentence_en, s.sentence_ru, f.arithmetic, f.difference, f.operation, f.region,
    f.measure, string_agg(c.role || ':' || c.claim_id, ' ' ORDER BY c.ordinal) AS claims
FROM claim_findings AS f
JOIN finding_sentences AS s ON s.finding_id = f.finding_id
JOIN claim_finding_claims AS c ON c.finding_id = f.finding_id
GROUP BY ALL
ORDER BY f.severity, f.kind, f.finding_id;
