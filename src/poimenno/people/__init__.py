"""Which entries are about one human being? Candidates, comparison, judgements, clusters, ids."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

    from poimenno.people.comparison import scoring


def link(
    db: "duckdb.DuckDBPyConnection",
    decisions: list[dict[str, Any]],
    cache: "scoring.Cache | None" = None,
    spark_master: str | None = None,
) -> None:
    """Fill persons, person_entries and links from the readings and episodes; decisions bind.

    With a cache, only entries of sources that are new to it are compared. With a Spark master, Spark
    compares in the place of DuckDB. Raises DecisionError where two decisions contradict each other, EngineError
    where Spark is missing or cannot be reached.
    """
    from poimenno.people import linkage

    linkage.link(db, decisions, cache, spark_master)


def separate(db: "duckdb.DuckDBPyConnection") -> None:
    """Make every entry a person of its own, without any linkage."""
    from poimenno.people import persons

    persons.write(db, [])


def resolve(db: "duckdb.DuckDBPyConnection", handle: str) -> str | None:
    """The id of the person that a handle leads to, its own or that of an entry the person holds; None where none."""
    found = db.execute(
        "SELECT pe.person_id FROM entries AS e JOIN person_entries AS pe USING (entry_id) WHERE e.handle = ?",
        [handle],
    ).fetchone()
    return str(found[0]) if found else None
