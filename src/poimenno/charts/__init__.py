"""Drawings as SVG: bars, timelines, maps and overlaps; for pages and for files."""
