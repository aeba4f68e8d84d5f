"""What would come apart if a link were cut, and the links of the record as a whole."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.queries.link_queries import (
    THRESHOLDS,
    comparison_levels,
    links_by_threshold,
    links_by_weight,
    separated_by,
)

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class Link:
    entry_id_a: str
    entry_id_b: str
    used: bool = True


def test_a_bridge_parts_what_stands_beyond_it() -> None:
    chain = [Link("a", "b"), Link("b", "c"), Link("c", "d")]
    assert separated_by(chain, chain[1]) == ("c", "d")
    assert separated_by(chain, chain[0]) == ("b", "c", "d")


def test_a_link_beside_others_parts_nobody() -> None:
    ring = [Link("a", "b"), Link("b", "c"), Link("a", "c")]
    assert separated_by(ring, ring[0]) == ()
    # A link that does not hold is of no account.
    loose = [Link("a", "b"), Link("b", "c"), Link("a", "c", used=False)]
    assert separated_by(loose, loose[0]) == ("b", "c")


def test_each_outcome_has_a_weight_with_a_source() -> None:
    levels = comparison_levels()
    assert {level.comparison for level in levels} >= {"surname", "birth", "archive_file"}
    assert all(level.source and (level.weight > 0) == (level.m > level.u) for level in levels)


def test_counts_of_links_agree(db: "duckdb.DuckDBPyConnection") -> None:
    rows = db.execute("SELECT probability, weight, used FROM links WHERE origin = 'model'").fetchall()
    assert rows
    by_weight = links_by_weight(db)
    assert sum(row.links for row in by_weight) == len(rows)
    assert sum(row.used for row in by_weight) == sum(used for _, _, used in rows)
    by_threshold = {row.threshold: row.links for row in links_by_threshold(db)}
    assert by_threshold == {limit: sum(p >= limit for p, _, _ in rows) for limit in THRESHOLDS}
