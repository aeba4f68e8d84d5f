-- Each value of a life with the entry that says it.
SELECT field, value, normal, entry_id, preferred FROM person_values WHERE person_id = $person_id
