"""Keeps a record open for the pages, and opens it anew when a build has replaced it."""

import pathlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from poimenno.disclosure import published_view
from poimenno.foundation import database

if TYPE_CHECKING:
    import duckdb


class Opening:
    """An open record. `use` gives a connection of its own to each request."""

    def __init__(self, record: pathlib.Path) -> None:
        self._record = record
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._db: duckdb.DuckDBPyConnection | None = None

    @contextmanager
    def use(self) -> Iterator["duckdb.DuckDBPyConnection"]:
        """A connection with the view `published` of today. Raises RecordError where the record cannot be read."""
        with self._lock:
            db = self._current().cursor()
        try:
            published_view.publish(db, datetime.now(tz=UTC).date())
            yield db
        finally:
            db.close()

    def _current(self) -> "duckdb.DuckDBPyConnection":
        status = self._record.stat() if self._record.exists() else None
        seen = (status.st_ino, status.st_mtime_ns) if status else None
        if self._db is None or seen != self._seen:
            # The old connection closes when the last request that uses it has ended.
            self._db = database.open_record(self._record)
            self._seen = seen
        return self._db
