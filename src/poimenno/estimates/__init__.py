"""How many are missing? Estimates of the people on no list, from how far the lists overlap.

Usable alone: `overlaps.of_patterns` or `overlaps.of_csv` makes the table, each estimator takes it and gives a
`result.Estimate`. Estimated numbers never enter the tables of what is recorded.
"""
