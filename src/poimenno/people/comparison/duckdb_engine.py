"""Compares entries in the record itself, by Splink's DuckDB backend: the engine that is used unless told otherwise."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from poimenno.people.comparison import match_model

if TYPE_CHECKING:
    import duckdb


class DuckDBSession:
    """Splink's DuckDB backend on one connection."""

    def __init__(self, db: "duckdb.DuckDBPyConnection") -> None:
        from splink import DuckDBAPI

        self.api = DuckDBAPI(connection=db)

    def settings(self, entries: int) -> Any:
        """Splink's settings of the match model for a linkage of this many entries."""
        return match_model.settings(entries)

    def register(self, table: str) -> Any:
        """A table of the record, known to Splink."""
        return self.api.register(table)

    def fetch(self, predicted: Any) -> str:
        """The name of a table in the record that holds what Splink predicted."""
        return str(predicted.physical_name)


@dataclass(frozen=True, slots=True)
class DuckDBEngine:
    """DuckDB, in the process that builds the record."""

    name: str = "duckdb"

    def check(self) -> None:
        """Nothing can be missing: the program itself needs DuckDB."""

    @contextlib.contextmanager
    def session(self, db: "duckdb.DuckDBPyConnection") -> Iterator[DuckDBSession]:
        """Run on a record being built."""
        yield DuckDBSession(db)
