-- How many findings on claims there are of each severity and kind.
SELECT severity, kind, count(*) AS count
FROM claim_findings
GROUP BY severity, kind
ORDER BY list_position($severities, severity), count DESC, kind
