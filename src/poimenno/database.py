"""Opens the record and runs the named SQL of the rooms.

The record is one DuckDB file. A build writes it beside the old one (`creating`) and replaces that in
one rename, so that a crash at any moment leaves the old record whole. Readers open it read-only.
A room keeps its tables in `tables.sql` and its steps in `*.sql` beside its code; `run` executes one.
"""

import importlib.resources
import os
import pathlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from poimenno.errors import RecordError
from poimenno.language import gettext as _

if TYPE_CHECKING:
    import duckdb

MOST_MEMORY = 4_000_000_000
Rows = list[tuple[Any, ...]]


def script(room: str, name: str = "tables") -> str:
    """The text of `<room>/<name>.sql`, for example `script("people", "candidates")`."""
    return (importlib.resources.files("poimenno") / room / f"{name}.sql").read_text(encoding="utf-8")


def run(db: "duckdb.DuckDBPyConnection", room: str, name: str = "tables", **values: object) -> Rows:
    """Execute a room's SQL file; `values` bind its `$name` parameters (then it holds one statement).

    Returns the rows of the last statement.
    """
    result = db.execute(script(room, name), values or None)
    return result.fetchall() if result.description else []


def memory() -> "duckdb.DuckDBPyConnection":
    """An empty record in memory, as `poimenno parse` uses it."""
    import duckdb

    return _settled(duckdb.connect(":memory:"))


def open_record(path: pathlib.Path) -> "duckdb.DuckDBPyConnection":
    """Open a finished record to read it; the caller closes it.

    Raises RecordError when it is missing, corrupted, or not a record.
    """
    import duckdb

    if not path.is_file():
        raise RecordError(
            _("{path}: there is no record yet; run `poimenno build {folder}` first.").format(
                path=path, folder=path.parent
            )
        )
    try:
        db = _settled(duckdb.connect(str(path), read_only=True))
        db.execute("SELECT value FROM record LIMIT 1").fetchall()
    except duckdb.Error as error:
        raise RecordError(
            _(
                "{path}: this is not a readable record ({reason}); it is derived, so delete it and run "
                "`poimenno build {folder}`: nothing is lost."
            ).format(path=path, reason=str(error).splitlines()[0], folder=path.parent)
        ) from error
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

    beside = path.with_name(path.name + ".building")
    leftovers = (beside, beside.with_name(beside.name + ".wal"))
    spilled = beside.with_name(beside.name + ".tmp")
    for leftover in leftovers:
        leftover.unlink(missing_ok=True)
    shutil.rmtree(spilled, ignore_errors=True)
    try:
        db = _settled(duckdb.connect(str(beside)))
        _bound(db)
        try:
            yield db
            db.execute("CHECKPOINT")
        finally:
            db.close()
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        beside.replace(path)
    except unwritable() as error:
        raise RecordError(
            _("{path}: the record could not be written ({reason}); the old record is untouched.").format(
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


def _bound(db: "duckdb.DuckDBPyConnection") -> None:
    """Keep the database to four gigabytes, or to what it allows itself where that is less; the rest goes to disk."""
    allowed = db.execute("SELECT parse_formatted_bytes(current_setting('memory_limit'))").fetchall()[0][0]
    db.execute(f"SET memory_limit = '{min(MOST_MEMORY, allowed)}B'")


def _settled(db: "duckdb.DuckDBPyConnection") -> "duckdb.DuckDBPyConnection":
    # Nothing is fetched from the network, and no order is left to chance.
    db.execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false")
    db.execute("SET preserve_insertion_order = true; SET enable_progress_bar = false")
    return db
