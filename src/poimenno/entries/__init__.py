"""What does each entry say? Notices and columns become fields, by dialects, each with its span."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from poimenno.foundation.progress import Progress
    from poimenno.sources.archive import Archive


def load(db: "duckdb.DuckDBPyConnection", archive: "Archive", progress: "Progress") -> None:
    """Fill the tables entries, rejected, fields, readings and episodes from an archive.

    Raises SourceError if a file cannot be read as its source.toml says, or a dialect is not known.
    """
    from poimenno.entries import ingest

    ingest.load(db, archive, progress)
