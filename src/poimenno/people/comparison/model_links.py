"""Turns scored pairs into links, each with its evidence in words and its surprise.

A level is found by its number, never by its weight: two levels of one comparison may weigh the same.
"""

from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.people.comparison import levels
from poimenno.reference.vocabularies import Comparison

if TYPE_CHECKING:
    import duckdb

_ROOM = "people/comparison"


def write_links(db: "duckdb.DuckDBPyConnection", min_probability: float) -> None:
    """Fill links from scored_pairs: the pairs of at least this probability, without members of one family."""
    comparisons = levels.comparisons()
    adjusted = [name for name, own in comparisons.items() if any(level.term_frequency for level in own)]
    _write_levels(db, comparisons, adjusted)
    step = sql.script(
        _ROOM,
        "linked_pairs",
        levels=[f"gamma_{name}" for name in comparisons],
        weights=[f"mw_{name}" for name in comparisons],
        adjustments=[f"mw_tf_adj_{name}" for name in adjusted],
    )
    db.execute(step, {"min_probability": min_probability})
    sql.run(db, _ROOM, "links")


def _write_levels(
    db: "duckdb.DuckDBPyConnection", comparisons: dict[Comparison, list[levels.Level]], adjusted: list[Comparison]
) -> None:
    """Make the temporary table comparison_levels; positions count from 1, as SQL does."""
    rows = [
        (position, adjusted.index(name) + 1 if name in adjusted else None, level, levels.surprise(level, own))
        for position, (name, own) in enumerate(comparisons.items(), 1)
        for level in own
        if level.number != levels.MISSING
    ]
    columns: sql.Columns = {
        "position": ("BIGINT", [position for position, _adjustment, _level, _surprise in rows]),
        "adjustment_position": ("BIGINT", [adjustment for _position, adjustment, _level, _surprise in rows]),
        "comparison": ("VARCHAR", [level.comparison for _position, _adjustment, level, _surprise in rows]),
        "level_number": ("BIGINT", [level.number for _position, _adjustment, level, _surprise in rows]),
        "level": ("VARCHAR", [level.label_en for _position, _adjustment, level, _surprise in rows]),
        "level_ru": ("VARCHAR", [level.label_ru for _position, _adjustment, level, _surprise in rows]),
        "surprise": ("DOUBLE", [surprise for _position, _adjustment, _level, surprise in rows]),
    }
    sql.temp_table(db, "comparison_levels", columns)
