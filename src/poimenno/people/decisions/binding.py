"""Which decisions of reviewers bind, as pairs of entries, and how they enter the links.

The last decision on a pair counts; `undo` and `unsure` take an earlier one back. "Same" is transitive: if a is the
same as b, and b the same as c, then a is the same as c, and a "different" of a and c is a contradiction, which is
refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.foundation.errors import DecisionError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import DecisionKind
from poimenno.sources.decision_log import Decision
from poimenno.values.disjoint_sets import DisjointSets

if TYPE_CHECKING:
    import duckdb

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class BindingDecisions:
    """The decisions that bind: pairs of entry ids, the smaller first, that are the same person, and that are not.

    `same` is in the order in which the pairs were first decided on.
    """

    same: tuple[Pair, ...] = ()
    different: frozenset[Pair] = frozenset()


def binding_decisions(db: "duckdb.DuckDBPyConnection", decisions: Iterable[Decision]) -> BindingDecisions:
    """The decisions that bind. Raises DecisionError if they contradict each other.

    A decision on an entry that is not in the record, because its source was removed, binds nothing.
    """
    latest = latest_decisions(db, decisions)
    binding = BindingDecisions(
        same=tuple(pair for pair, kind in latest.items() if kind == DecisionKind.SAME),
        different=frozenset(pair for pair, kind in latest.items() if kind == DecisionKind.DIFFERENT),
    )
    persons = DisjointSets(binding.same)
    for a, b in sorted(binding.different):
        if persons.connected(a, b):
            raise DecisionError(
                _(
                    "decisions.jsonl: {a} and {b} are decided to be different, but other decisions make them "
                    "the same person; withdraw one of these decisions."
                ).format(a=a, b=b)
            )
    return binding


def latest_decisions(db: "duckdb.DuckDBPyConnection", decisions: Iterable[Decision]) -> dict[Pair, DecisionKind]:
    """The last decision on each pair of entries of the record, by their entry ids, the smaller first."""
    decisions = list(decisions)
    ids = entry_ids(db, {name for decision in decisions for name in decision.entries})
    latest: dict[Pair, DecisionKind] = {}
    for decision in decisions:
        a, b = (ids.get(name) for name in decision.entries)
        if a and b and a != b:
            latest[min(a, b), max(a, b)] = decision.kind
    return latest


def entry_ids(db: "duckdb.DuckDBPyConnection", names: set[str]) -> dict[str, str]:
    """The entry ids of the entries that `names` name by entry id or by handle; names not in the record are left out."""
    if not names:
        return {}
    rows = sql.run(db, "people/decisions", "named_entries", names=sorted(names))
    return {name: entry_id for handle, entry_id in rows for name in (handle, entry_id)}


def write_links(db: "duckdb.DuckDBPyConnection", binding: BindingDecisions) -> None:
    """Put the decisions among the links, in place of what the model found for the pair."""
    pairs = [*binding.same, *sorted(binding.different)]
    columns: sql.Columns = {
        "entry_id_a": ("VARCHAR", [a for a, _b in pairs]),
        "entry_id_b": ("VARCHAR", [b for _a, b in pairs]),
        "same_person": ("BOOLEAN", [number < len(binding.same) for number in range(len(pairs))]),
    }
    sql.temp_table(db, "binding_decisions", columns)
    sql.run(db, "people/decisions", "decision_links")
