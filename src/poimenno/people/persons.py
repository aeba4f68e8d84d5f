"""Persons: clusters with their citable id, name, birth and confidence."""

from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.people.clusters import Clusters

if TYPE_CHECKING:
    import duckdb


def write(db: "duckdb.DuckDBPyConnection", clusters: Clusters) -> None:
    """Fill persons and person_entries, and mark the links that hold; every entry belongs to one person."""
    entries = clusters.sets.names()
    columns: sql.Columns = {
        "entry_id": ("VARCHAR", entries),
        "cluster": ("VARCHAR", [clusters.sets.find(entry) for entry in entries]),
    }
    sql.temp_table(db, "clustered_entries", columns)
    link_columns: sql.Columns = {
        "entry_id_a": ("VARCHAR", [link.entry_id_a for link in clusters.links]),
        "entry_id_b": ("VARCHAR", [link.entry_id_b for link in clusters.links]),
        "probability": ("DOUBLE", [link.probability for link in clusters.links]),
    }
    sql.temp_table(db, "used_links", link_columns)
    sql.run(db, "people", "persons")
