"""Poimenno ("by name"): the Great Terror of 1937-1938, reconstructed from its evidence.

Importing this package imports nothing heavy; each room imports what it needs where it is used.
"""

__version__ = "0.1.0"
