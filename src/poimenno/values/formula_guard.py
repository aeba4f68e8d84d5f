"""Guards cells of CSV that a spreadsheet would run as a formula (OWASP, "CSV Injection") with an apostrophe.

A cell that already has apostrophes before such a sign gets one more, so that reading back gives what was written.
"""

import re

# What Excel, LibreOffice and others take for the start of a formula, after any apostrophes; for `re` and DuckDB.
FORMULA = "^'*[=+@\\t\\r-]"


def guarded(cell: str) -> str:
    """The cell as written to a CSV file: a spreadsheet does not run it."""
    return f"'{cell}" if re.match(FORMULA, cell) else cell


def verbatim(cell: str) -> str:
    """The original of a guarded cell."""
    return cell[1:] if cell[:1] == "'" and re.match(FORMULA, cell) else cell
