"""What linkage asks of an engine that compares entries: `duckdb_engine` and `spark_engine` provide it.

An engine can be checked before anything is read; it runs for the time of one linkage, as a session that knows the
tables of the record. The links are the same whichever engine compares.
"""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import duckdb


class EngineSession(Protocol):
    """A running engine. The types of Splink, which are not published, pass as Any."""

    def settings(self, entries: int) -> Any:
        """Splink's settings of the match model for a linkage of this many entries."""

    def register(self, table: str) -> Any:
        """A table of the record, known to Splink."""

    def fetch(self, predicted: Any) -> str:
        """The name of a table in the record that holds what Splink predicted."""


class Engine(Protocol):
    """Something that compares entries by the match model. Scores of different engines are cached apart, by `name`."""

    @property
    def name(self) -> str:
        """A word for the engine."""

    def check(self) -> None:
        """Raise EngineError, with what to install, if the engine cannot run here."""

    def session(self, db: "duckdb.DuckDBPyConnection") -> AbstractContextManager[EngineSession]:
        """Run the engine on a record being built. Raises EngineError if it does not start."""
