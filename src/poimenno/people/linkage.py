"""The linkage: keys, candidates, comparison by the model, and clusters that respect judgements."""

from typing import TYPE_CHECKING, Any

from poimenno.foundation import sql
from poimenno.people import clusters, persons
from poimenno.people.comparison import match_model, scoring
from poimenno.people.decisions import binding
from poimenno.people.names import keys

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
    judged = binding.binding(db, decisions)
    keys.make(db)
    if scoring.score(db, cache, spark_master):
        told = sql.script("people", "links").format(evidence=match_model.evidence(), surprise=match_model.surprise())
        db.execute(told, {"kept": KEPT})
    binding.record(db, judged)
    used = clusters.join(db, judged, THRESHOLD)
    persons.write(db, used)
