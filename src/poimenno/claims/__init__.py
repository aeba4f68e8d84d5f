"""What may be asserted? Claims: published figures and dates, each stated by one source, shown together.

Nothing is corrected here. Sources that contradict each other stay, each with its citation and status; claims that
cannot all be true are a finding, which is data: rooms that come later word it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from poimenno.sources.archive import Archive


def load(db: "duckdb.DuckDBPyConnection", archive: "Archive") -> None:
    """Fill and check claims: the bundled figures, the archive's sources of kind figures and the record's own counts.

    A row of the archive that states no figure is listed in rejected_claims with the reason. Raises SourceError for a
    file that cannot be read, and ReferenceTableError if a bundled figure breaks the rules.
    """
    from poimenno.claims import loading

    loading.load(db, archive)
