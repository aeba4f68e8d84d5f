"""Exact small values, pure and without input or output: dates, names, ids."""
