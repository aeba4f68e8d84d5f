"""What did we receive? Archives, their sources with citations, and the readers that turn files into raw entries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from poimenno.sources.archive import Archive


def load(db: "duckdb.DuckDBPyConnection", archive: "Archive") -> None:
    """Fill the tables sources and files from an archive. Raises SourceError if a file is not as it was received."""
    from poimenno.sources import register

    register.register(db, archive)
