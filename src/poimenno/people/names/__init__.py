"""Names and places as linkage compares them: given names, surnames, towns, and the keys made of them."""
