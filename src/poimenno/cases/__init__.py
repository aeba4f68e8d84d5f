"""What befell the person? A person's entries become cases; values that differ are kept beside the preferred one.

Steps, each a named SQL file or a small module, each leaving a table that can be looked at:
`episodes_of_persons` (input) → `grouping` (which episodes are one case) → `values` (all values, the preferred marked)
→ `places`, `cases` → `findings`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def assemble(db: "duckdb.DuckDBPyConnection") -> None:
    """Fill cases, case_entries, case_values, person_values, person_places and findings from entries and persons."""
    from poimenno.cases import assembly

    assembly.assemble(db)
