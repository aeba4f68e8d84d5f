"""The review queue: which pair of entries to decide on next, the most informative first.

First comes what the record is likeliest to be wrong about (uncertainty sampling; Sarawagi and Bhamidipaty 2002 for
record linkage), and among equals what would part or join most pairs of entries. Likelihood times number of pairs,
tried on the Memento books, asks about large families first and finds half as many errors.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.people.comparison.levels import Evidence
from poimenno.people.decisions.binding import latest_decisions
from poimenno.reference.vocabularies import DecisionKind
from poimenno.sources.decision_log import Decision

if TYPE_CHECKING:
    import duckdb

# At this surprise, in bits, a link that holds is as likely wrong as right: measured on the Memento books.
UNUSUAL = 4.0


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """Two entries to be decided on, what the record takes them for now, and what the answer may change.

    `weight` and `surprise` are in bits; `doubt` is the estimated probability that the record is wrong; `changes` is
    the number of pairs of entries that the other answer would part or join.
    """

    entry_a: str
    entry_b: str
    person_a: str
    person_b: str
    weight: float
    probability: float
    surprise: float
    doubt: float
    changes: int
    evidence: tuple[Evidence, ...]

    @property
    def together(self) -> bool:
        """Whether the record takes both for one person."""
        return self.person_a == self.person_b


def review_questions(
    db: "duckdb.DuckDBPyConnection", decisions: Iterable[Decision], limit: int = 200
) -> list[ReviewQuestion]:
    """The next questions for a reviewer, at most `limit`, without pairs that were decided, also as unsure."""
    latest = latest_decisions(db, decisions)
    pairs = sorted(pair for pair, kind in latest.items() if kind != DecisionKind.UNDO)
    columns: sql.Columns = {
        "entry_id_a": ("VARCHAR", [a for a, _b in pairs]),
        "entry_id_b": ("VARCHAR", [b for _a, b in pairs]),
    }
    sql.temp_table(db, "decided_pairs", columns)
    return sql.rows_as(db, ReviewQuestion, "people/decisions", "review_queue", limit=limit, unusual=UNUSUAL)
