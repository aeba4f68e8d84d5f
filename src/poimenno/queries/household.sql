-- The entries that stand under the head of a family in a list, in the order of the list.
SELECT entry_id FROM entries WHERE head_entry_id = $head_entry_id ORDER BY ordinal
