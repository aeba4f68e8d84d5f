"""How many are missing? Estimates of the people on no list, from the overlaps of the lists.

Usable alone: `overlaps.overlaps_from_patterns` or `overlaps_from_csv` makes the table; each estimator takes it and
gives a `result.Estimate`. Estimated numbers never enter the tables of what is recorded.
"""
