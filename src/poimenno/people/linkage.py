"""The linkage: keys, candidates, comparison by the model, and clusters that respect judgements."""

from typing import TYPE_CHECKING, Any

from poimenno import database
from poimenno.people import clusters, judgements, keys, model, persons, scoring

if TYPE_CHECKING:
    import duckdb

# A pair links at this probability; pairs down to the lower one are kept, to be shown and reviewed.
THRESHOLD = 0.98
KEPT = 0.2


def link(
    db: "duckdb.DuckDBPyConnection",
    decisions: list[dict[str, Any]],
    cache: "scoring.Cache | None" = None,
    spark_master: str | None = None,
) -> None:
    """Fill persons, person_entries and links."""
    judged = judgements.binding(db, decisions)
    keys.make(db)
    if scoring.score(db, cache, spark_master):
        told = database.script("people", "links").format(evidence=model.evidence(), surprise=model.surprise())
        db.execute(told, {"kept": KEPT})
    judgements.record(db, judged)
    used = clusters.join(db, judged, THRESHOLD)
    persons.write(db, used)
