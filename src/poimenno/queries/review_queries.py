"""What should a reviewer decide next? Pairs of entries in doubt, with both entries in full.

Which pairs are asked about, and in what order, is a matter of `people.decisions.review_queue`.
"""

import pathlib
from collections.abc import Iterable
from dataclasses import dataclass

from poimenno.foundation import database, sql
from poimenno.people.comparison.levels import Evidence
from poimenno.people.decisions.review_queue import review_questions
from poimenno.sources.decision_log import Decision


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """An entry to be compared. Either `text` or `columns` (a JSON object) holds what the source has, verbatim."""

    entry_id: str
    handle: str
    text: str | None
    columns: str | None
    title: str
    locator: str
    person_id: str
    name: str
    birth: str | None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A pair of entries to be decided on.

    `together` says whether the record takes them for one person; `probability` and `weight` (in bits) are those of
    their link; `doubt` is the estimated probability that the record is wrong; `changes` is the number of pairs of
    entries that the other answer would part or join.
    """

    entries: tuple[ReviewEntry, ReviewEntry]
    together: bool
    probability: float
    weight: float
    doubt: float
    changes: int
    evidence: tuple[Evidence, ...]


def review_items(record: pathlib.Path, decisions: Iterable[Decision], limit: int) -> list[ReviewItem]:
    """The next pairs for a reviewer, at most `limit`, the most informative first. Raises RecordError."""
    with database.opened(record) as db:
        questions = review_questions(db, decisions, limit)
        entry_ids = sorted({entry_id for question in questions for entry_id in (question.entry_a, question.entry_b)})
        rows = sql.rows_as(db, ReviewEntry, "queries", "review_entries", entry_ids=entry_ids)
    entries = {row.entry_id: row for row in rows}
    return [
        ReviewItem(
            entries=(entries[question.entry_a], entries[question.entry_b]),
            together=question.together,
            probability=question.probability,
            weight=question.weight,
            doubt=round(question.doubt, 3),
            changes=question.changes,
            evidence=question.evidence,
        )
        for question in questions
    ]
