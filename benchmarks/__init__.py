"""Measurements against real peers, on lists of made-up people."""
