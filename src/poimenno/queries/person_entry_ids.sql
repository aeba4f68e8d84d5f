-- The entries of a person, each with the probability of its best link to another.
SELECT entry_id, probability FROM person_entries WHERE person_id = $person_id
