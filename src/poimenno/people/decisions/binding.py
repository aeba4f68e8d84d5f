"""Decisions of reviewers: which bind, as pairs of entries, and how they stand among the links.

The last decision on a pair counts; `undo` and `unsure` take an earlier one back. "Same" is transitive: what is
the same as the same is the same; a "different" within it contradicts and is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from poimenno.foundation.errors import DecisionError
from poimenno.foundation.language import gettext as _
from poimenno.values.disjoint_sets import DisjointSets

if TYPE_CHECKING:
    import duckdb

Pair = tuple[str, str]


@dataclass(slots=True)
class Judged:
    """The decisions that bind: pairs of entry ids that are the same person, and that are not."""

    same: list[Pair] = field(default_factory=list)
    different: set[Pair] = field(default_factory=set)


def binding(db: "duckdb.DuckDBPyConnection", decisions: Iterable[dict[str, Any]]) -> Judged:
    """The decisions that bind. Raises DecisionError where they contradict each other.

    Entries are named by entry id or by handle; one that is not in the record (its source was taken out) binds nothing.
    """
    latest: dict[Pair, str] = {}
    wanted = list(decisions)
    found = known(db, {str(name) for decision in wanted for name in decision.get("entries", [])})
    for decision in wanted:
        entries = [found.get(str(name)) for name in decision.get("entries", [])]
        if len(entries) == 2 and entries[0] and entries[1] and entries[0] != entries[1]:
            a, b = sorted((entries[0], entries[1]))
            latest[a, b] = str(decision.get("decision"))
    judged = Judged(
        same=[pair for pair, kind in latest.items() if kind == "same"],
        different={pair for pair, kind in latest.items() if kind == "different"},
    )
    groups = DisjointSets(judged.same)
    for a, b in judged.different:
        if groups.connected(a, b):
            raise DecisionError(
                _(
                    "decisions.jsonl: {a} and {b} are decided to be different, but other decisions make them the same "
                    "person; take one back."
                ).format(a=a, b=b)
            )
    return judged


def known(db: "duckdb.DuckDBPyConnection", names: set[str]) -> dict[str, str]:
    """The entry ids of entries that are named by entry id or handle; without those that the record has not."""
    if not names:
        return {}
    rows = db.execute(
        "SELECT handle, entry_id FROM entries WHERE handle IN (SELECT unnest($1)) OR entry_id IN (SELECT unnest($1))",
        [sorted(names)],
    ).fetchall()
    return {name: entry_id for handle, entry_id in rows for name in (handle, entry_id)}


def record(db: "duckdb.DuckDBPyConnection", judged: Judged) -> None:
    """Put the decisions among the links, in the place of what the model said of the pair."""
    for pairs, probability, weight in ((judged.same, 1.0, 100.0), (sorted(judged.different), 0.0, -100.0)):
        for a, b in pairs:
            db.execute(
                "INSERT OR REPLACE INTO links VALUES (?, ?, ?, ?, 'decision', false, NULL, NULL)",
                [a, b, weight, probability],
            )
