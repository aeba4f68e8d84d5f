"""The links of the record as a whole and one by one: how heavy they are, and what holds by one of them alone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from poimenno import reference
from poimenno.people.comparison.match_model import weight_of
from poimenno.queries.page_queries import Row, rows
from poimenno.values.disjoint_sets import DisjointSets

if TYPE_CHECKING:
    import duckdb

THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999)
STEP = 5  # bits in a bar of the histogram


def parted(links: Sequence[dict[str, Any]], cut: dict[str, Any]) -> list[str]:
    """The entries that would leave the first entry of a link, were it cut; none where others hold them."""
    held = [link for link in links if link["used"]]
    groups = DisjointSets((link["entry_id_a"], link["entry_id_b"]) for link in held if link is not cut)
    a, b = groups.find(cut["entry_id_a"]), groups.find(cut["entry_id_b"])
    ends = {entry for link in held for entry in (link["entry_id_a"], link["entry_id_b"])}
    return sorted(entry for entry in ends if groups.find(entry) == b) if a != b else []


def by_weight(db: "duckdb.DuckDBPyConnection") -> list[Row]:
    """How many links of the model there are by weight, in steps of bits, and how many hold a person together."""
    return rows(
        db,
        """
        SELECT CAST(floor(weight / $1) * $1 AS INTEGER) AS weight, count(*) AS links,
            count(*) FILTER (used) AS used
        FROM links WHERE origin = 'model' GROUP BY ALL ORDER BY ALL
        """,
        STEP,
    )


def by_threshold(db: "duckdb.DuckDBPyConnection") -> list[Row]:
    """How many links of the model are at least as probable as each of some thresholds."""
    return rows(
        db,
        """
        SELECT t.threshold, count(*) FILTER (l.probability >= t.threshold) AS links
        FROM (SELECT unnest($1) AS threshold) AS t, links AS l
        WHERE l.origin = 'model' GROUP BY t.threshold ORDER BY t.threshold
        """,
        list(THRESHOLDS),
    )


def levels() -> list[Row]:
    """Each outcome of each comparison: its shares m and u, and its weight in bits, before frequencies."""
    return [
        {
            "comparison": row["comparison"],
            "level": row["label_en"],
            "level_ru": row["label_ru"],
            "m": float(row["m"]),
            "u": float(row["u"]),
            "weight": weight_of(row),
            "source": row["source"],
        }
        for row in reference.rows("linkage_levels")
        if row["m"]
    ]
