"""How is it said, in each language? Codes, numbers, dates, claims and findings in words."""
