"""Cells of CSV that a spreadsheet would run as a formula (OWASP, "CSV Injection") get an apostrophe, and lose it again.

A cell that has apostrophes before such a sign gets one more, so that what is read back is what was written.
"""

import re

# What Excel, LibreOffice and others take for the start of a formula, behind apostrophes if any; for `re` and DuckDB.
FORMULA = "^'*[=+@\\t\\r-]"


def guarded(cell: str) -> str:
    """The cell, so that a spreadsheet does not run it."""
    return f"'{cell}" if re.match(FORMULA, cell) else cell


def verbatim(cell: str) -> str:
    """What was guarded, as it was."""
    return cell[1:] if cell[:1] == "'" and re.match(FORMULA, cell) else cell
