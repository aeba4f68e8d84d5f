"""What a reviewer reads: both entries, what the link rests on, and the command that records the answer."""

import pathlib

import pytest

from poimenno.people.comparison.levels import Evidence
from poimenno.queries.review_queries import ReviewEntry, ReviewItem
from poimenno.reference.vocabularies import Comparison
from poimenno.wording import decision_words

EVIDENCE = (
    Evidence(Comparison.SURNAME, "the same", "совпадает", 11.07),
    Evidence(Comparison.BIRTH, "a year apart", "разница в год", -0.4),
)


def entry(number: int, text: str | None, columns: str | None) -> ReviewEntry:
    return ReviewEntry(f"list/row:{number}", "handle", text, columns, "A made-up list", f"row:{number}", "p", "N", None)


ITEM = ReviewItem(
    entries=(
        entry(2, "Небылицын\n  Степан", None),
        entry(3, None, '{"name": "Небылицын", "patronymic": "", "year": 1890}'),
    ),
    together=False,
    probability=0.4,
    weight=-0.6,
    doubt=0.04,
    changes=1,
    evidence=EVIDENCE,
)


def test_a_pair_is_shown_with_both_entries_and_the_command_that_answers() -> None:
    lines = decision_words.review_lines([ITEM], pathlib.Path("my-archive"))
    assert lines == [
        "1. two persons in the record; doubt 4%",
        "   A made-up list, row:2: Небылицын Степан",
        "   A made-up list, row:3: Небылицын; 1890",
        "   surname: the same (+11.1); birth: a year apart (-0.4)",
        '   poimenno judge my-archive list/row:2 list/row:3 same|different|unsure --reason "…"',
        "",
    ]


def test_an_empty_queue_is_said() -> None:
    assert decision_words.review_lines([], pathlib.Path("my-archive")) == [
        "There is nothing to review: no link is in doubt."
    ]


def test_a_russian_reader_gets_the_outcomes_in_russian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decision_words, "current", lambda: "ru")
    assert decision_words.evidence_sentence(EVIDENCE[:1]) == "фамилия: совпадает (+11.1)"
