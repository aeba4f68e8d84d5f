"""The linkage: keys, candidates, comparison by the model, and clusters that respect decisions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from poimenno.people import clusters, persons
from poimenno.people.comparison import model_links, scoring
from poimenno.people.comparison.comparison_engine import Engine
from poimenno.people.comparison.duckdb_engine import DuckDBEngine
from poimenno.people.comparison.score_cache import ScoreCache
from poimenno.people.decisions import binding
from poimenno.people.names import keys
from poimenno.sources.decision_log import Decision

if TYPE_CHECKING:
    import duckdb

# A pair links from this probability; pairs down to the lower one stay in the record, to be shown and reviewed.
THRESHOLD = 0.98
SHOWN_THRESHOLD = 0.2


def link(
    db: "duckdb.DuckDBPyConnection",
    decisions: Iterable[Decision],
    engine: Engine | None = None,
    cache: ScoreCache | None = None,
    threshold: float = THRESHOLD,
) -> None:
    """Fill persons, person_entries and links; see `people.link`."""
    bound = binding.binding_decisions(db, decisions)
    keys.make_linkage_input(db)
    if scoring.score(db, engine or DuckDBEngine(), cache):
        model_links.write_links(db, SHOWN_THRESHOLD)
    binding.write_links(db, bound)
    persons.write(db, clusters.join(db, bound, threshold))
