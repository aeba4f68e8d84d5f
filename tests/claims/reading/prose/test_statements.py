"""Dated statements: whom they are about, and when."""

import pytest

from poimenno.claims.reading.prose import statements, words
from poimenno.values.person_names import fold


def _read(text: str, person: str = "", *, counts: bool = False) -> tuple[list[tuple[str, str]], str]:
    rows, person = statements.read(text, words.words_of(text), "", person, counts=counts)
    return [(row["event"], row["date"]) for row in rows], person


def test_a_sentence_without_a_name_is_about_the_person_named_before() -> None:
    first, person = _read("Nikolai Yezhov was appointed in 1931.")
    assert (first, person) == ([("yezhov_appointed", "1931")], fold("yezhov"))
    second, _person = _read("Replaced in November 1938, he was arrested the next year and shot in 1940.", person)
    assert dict(second)["yezhov_arrested"] == "1939"


@pytest.mark.parametrize("text", ["Nobody in particular was arrested in 1938.", "Yezhov was arrested."])
def test_without_a_known_person_or_a_date_nothing_is_stated(text: str) -> None:
    assert _read(text)[0] == []


def test_a_sentence_that_counts_people_says_nothing_of_one() -> None:
    assert _read("Yezhov had 5,000 people arrested in 1938.", counts=True)[0] == []
