"""What may be asserted? Published figures, each one number said by one source, kept side by side.

Nothing is corrected here: sources that contradict each other stay, each with its citation and status, and what
cannot all be true is a finding.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from poimenno.sources.archive import Archive


def load(db: "duckdb.DuckDBPyConnection", archive: "Archive") -> None:
    """Fill claims from the bundled figures, the archive's sources of kind figures and the counts of the record itself,
    and check them.

    A row of the archive that says no figure is listed in rejected_claims with the reason. Raises SourceError for a
    file that cannot be read, and ReferenceTableError where a bundled figure breaks the rules.
    """
    from poimenno.claims import loading

    loading.load(db, archive)
