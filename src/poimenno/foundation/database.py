"""Opens the record, and creates it anew.

The record is one DuckDB file. A build writes it beside the old one (`creating`) and replaces that in one rename, so
that a crash at any moment leaves the old record whole. Readers open it read-only. The SQL of the rooms is run by
`poimenno.foundation.sql`.
"""

import pathlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from poimenno.foundation import files, sql
from poimenno.foundation.errors import RecordError
from poimenno.foundation.language import gettext as _

if TYPE_CHECKING:
    import duckdb

MOST_MEMORY = 4_000_000_000


def memory() -> "duckdb.DuckDBPyConnection":
    """An empty record in memory, as `poimenno parse` uses it."""
    import duckdb

    return _configured(duckdb.connect(":memory:"))


def open_record(path: pathlib.Path) -> "duckdb.DuckDBPyConnection":
    """Open a finished record to read it; the caller closes it.

    Raises RecordError when it is missing, corrupted, not a record, or built by a version with other tables.
    """
    import duckdb

    if not path.is_file():
        raise RecordError(
            _("{path}: there is no record yet; run `poimenno build {folder}` first.").format(
                path=path, folder=path.parent
            )
        )
    try:
        db = _configured(duckdb.connect(str(path), read_only=True))
        schema = db.execute("SELECT value FROM record WHERE key = 'schema'").fetchone()
    except duckdb.Error as error:
        raise RecordError(
            _(
                "{path}: this record cannot be read ({reason}). It is derived from the sources and "
                "decisions: delete it and run `poimenno build {folder}`; nothing is lost."
            ).format(path=path, reason=str(error).splitlines()[0], folder=path.parent)
        ) from error
    if schema != (sql.schema_fingerprint(),):
        db.close()
        raise RecordError(
            _(
                "{path}: another version of Poimenno built this record, and its tables differ. Run "
                "`poimenno build {folder}` again; nothing is lost."
            ).format(path=path, folder=path.parent)
        )
    return db


@contextmanager
def opened(path: pathlib.Path) -> Iterator["duckdb.DuckDBPyConnection"]:
    """A finished record, open to read, and closed in the end. Raises RecordError as `open_record` does."""
    db = open_record(path)
    try:
        yield db
    finally:
        db.close()


@contextmanager
def creating(path: pathlib.Path) -> Iterator["duckdb.DuckDBPyConnection"]:
    """Write a new record beside `path` and put it in its place only when the block ends well.

    Raises RecordError when the disk is full or the folder cannot be written; the old record stays.
    """
    import duckdb

    tmp_path = path.with_name(path.name + ".building")
    leftovers = (tmp_path, tmp_path.with_name(tmp_path.name + ".wal"))
    spilled = tmp_path.with_name(tmp_path.name + ".tmp")
    for leftover in leftovers:
        leftover.unlink(missing_ok=True)
    shutil.rmtree(spilled, ignore_errors=True)
    try:
        db = _configured(duckdb.connect(str(tmp_path)))
        _limit_memory(db)
        try:
            yield db
            db.execute("CHECKPOINT")
        finally:
            db.close()
        files.sync_file(tmp_path)
        tmp_path.replace(path)
        files.sync_folder(path.parent)
    except unwritable() as error:
        raise RecordError(
            _("{path}: the record could not be written ({reason}); the old record is unchanged.").format(
                path=path, reason=str(error).splitlines()[0]
            )
        ) from error
    finally:
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)
        shutil.rmtree(spilled, ignore_errors=True)


def unwritable() -> tuple[type[Exception], ...]:
    """The errors of the database that mean that the disk or the memory is full, or the folder closed to us."""
    import duckdb

    return (
        duckdb.IOException,
        duckdb.OutOfMemoryException,
        duckdb.TransactionException,
        duckdb.FatalException,
        OSError,
    )


def _limit_memory(db: "duckdb.DuckDBPyConnection") -> None:
    """Keep the database to four gigabytes, or to what it allows itself where that is less; the rest goes to disk."""
    allowed = db.execute("SELECT parse_formatted_bytes(current_setting('memory_limit'))").fetchall()[0][0]
    db.execute(f"SET memory_limit = '{min(MOST_MEMORY, allowed)}B'")


def _configured(db: "duckdb.DuckDBPyConnection") -> "duckdb.DuckDBPyConnection":
    # Nothing is fetched from the network, and no order is left to chance.
    db.execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false")
    db.execute("SET preserve_insertion_order = true; SET enable_progress_bar = false")
    return db
