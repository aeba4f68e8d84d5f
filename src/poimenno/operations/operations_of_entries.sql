-- The operation of each entry: that of its last case.
SELECT ce.entry_id, arg_max(a.operation, a.case_id) AS operation
FROM case_entries AS ce
JOIN attributions AS a ON a.case_id = ce.case_id
GROUP BY ce.entry_id
