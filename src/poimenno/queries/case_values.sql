-- Each value of a case with the entry that says it.
SELECT field, value, normal, entry_id, preferred FROM case_values WHERE case_id = $case_id
