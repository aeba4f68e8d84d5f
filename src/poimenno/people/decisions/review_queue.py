"""The review queue: which pair of entries to judge next, the most informative first.

First what the record is likeliest to be wrong about (uncertainty sampling; Sarawagi and Bhamidipaty 2002 for record
linkage), and of equals what would part or join most pairs of entries. Likelihood times number of pairs, tried on the
Memento books, asks of large families first and finds half as many errors.
"""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from poimenno.foundation import sql
from poimenno.people.decisions import binding

if TYPE_CHECKING:
    import duckdb

# At so many bits of surprise a link that holds is as likely wrong as right: measured on the Memento books.
UNUSUAL = 4.0


@dataclass(frozen=True, slots=True)
class Question:
    """Two entries to be judged, what the record takes them for now, and what the answer may change."""

    entry_a: str
    entry_b: str
    person_a: str
    person_b: str
    weight: float
    probability: float
    surprise: float
    doubt: float
    changes: int
    evidence: list[dict[str, Any]]

    @property
    def together(self) -> bool:
        """Whether the record has both for one person."""
        return self.person_a == self.person_b


def questions(db: "duckdb.DuckDBPyConnection", decisions: list[dict[str, Any]], most: int = 200) -> list[Question]:
    """The next questions to a reviewer, at most `most`; pairs that were judged, also as unsure, are left out."""
    known = binding.known(db, {name for one in decisions for name in one["entries"]})
    latest = {
        (min(pair), max(pair)): one["decision"]
        for one in decisions
        if len(pair := [known[name] for name in one["entries"] if name in known]) == 2
    }
    pairs = sorted(pair for pair, kind in latest.items() if kind != "undo")
    db.execute(
        "CREATE OR REPLACE TEMP TABLE judged AS "
        "SELECT unnest($1::VARCHAR[]) AS entry_id_a, unnest($2::VARCHAR[]) AS entry_id_b",
        [[a for a, _ in pairs], [b for _, b in pairs]],
    )
    rows = sql.run(db, "people/decisions", "review", most=most, unusual=UNUSUAL)
    return [
        Question(a, b, person_a, person_b, weight, probability, surprise, wrong, changes, json.loads(evidence))
        for a, b, weight, probability, surprise, _used, evidence, person_a, person_b, changes, wrong in rows
    ]
