"""Persons: clusters with their citable id, name, birth and confidence."""

from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.values.disjoint_sets import DisjointSets

if TYPE_CHECKING:
    import duckdb


def write(db: "duckdb.DuckDBPyConnection", used: list[tuple[str, str, float]]) -> None:
    """Fill persons and person_entries from the links that hold; every entry belongs to one person."""
    groups = DisjointSets((a, b) for a, b, _probability in used)
    entries = groups.names()
    db.execute(
        "CREATE OR REPLACE TEMP TABLE clustered AS SELECT unnest($1) AS entry_id, unnest($2) AS cluster",
        [entries or [""], [groups.find(entry) for entry in entries] or [""]],
    )
    db.execute(
        "CREATE OR REPLACE TEMP TABLE used_links AS SELECT unnest($1) AS a, unnest($2) AS b, unnest($3) AS probability",
        [[one[0] for one in used] or [""], [one[1] for one in used] or [""], [one[2] for one in used] or [0.0]],
    )
    sql.run(db, "people", "persons")
