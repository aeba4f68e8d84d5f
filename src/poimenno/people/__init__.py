"""Which entries are about one human being? Candidates, comparison, decisions, clusters, ids."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from poimenno.people.comparison.comparison_engine import Engine
    from poimenno.people.comparison.score_cache import ScoreCache
    from poimenno.sources.decision_log import Decision


def link(
    db: "duckdb.DuckDBPyConnection",
    decisions: "Iterable[Decision]",
    engine: "Engine | None" = None,
    cache: "ScoreCache | None" = None,
) -> None:
    """Fill persons, person_entries and links from the readings and episodes, as the decisions bind.

    The engine compares, by default DuckDB. With a cache, only entries of sources that are new to it are compared.
    Raises DecisionError if two decisions contradict each other, EngineError if the engine does not start.
    """
    from poimenno.people import linkage

    linkage.link(db, decisions, engine, cache)


def separate(db: "duckdb.DuckDBPyConnection") -> None:
    """Make every entry a person of its own, without any linkage."""
    from poimenno.people import persons
    from poimenno.people.clusters import Clusters

    persons.write(db, Clusters())


def resolve(db: "duckdb.DuckDBPyConnection", handle: str) -> str | None:
    """The id of the person whose entry has this handle; None if there is none.

    The id of a person is the handle of one of its entries, so ids that a person had before a merge lead to it too.
    """
    from poimenno.foundation import sql

    person_id: str | None = sql.scalar(db, "people", "person_of_handle", handle=handle)
    return person_id
