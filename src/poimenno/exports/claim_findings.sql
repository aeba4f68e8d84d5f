-- One row per finding about claims; `claims` lists each claim that it rests on with its role.
CREATE OR REPLACE TEMP VIEW exported AS
SELECT f.*, string_agg(c.role || ':' || c.claim_id, ' ' ORDER BY c.ordinal) AS claims
FROM claim_findings AS f
JOIN claim_finding_claims AS c ON c.finding_id = f.finding_id
GROUP BY ALL
ORDER BY f.severity, f.kind, f.finding_id;
