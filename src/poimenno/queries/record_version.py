"""Which record is this?"""

from typing import TYPE_CHECKING

from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb


def record_version(db: "duckdb.DuckDBPyConnection") -> str | None:
    """The version of a record: a checksum of everything that it was built from. None if it has none."""
    version = sql.scalar(db, "queries", "record_version")
    return None if version is None else str(version)
