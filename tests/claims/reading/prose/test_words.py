"""The vocabulary of prose."""

import itertools

import pytest

from poimenno.claims.reading.prose import words
from poimenno.values.person_names import fold


@pytest.mark.parametrize(
    ("text", "language"), [("executed", "en"), ("расстреляно", "ru"), ("", "en"), ("НКВД and", "ru")]
)
def test_the_language_of_a_text_is_that_of_most_of_its_letters(text: str, language: str) -> None:
    assert words.words_of(text).language == language


def test_of_words_that_overlap_one_is_taken() -> None:
    text = "more than 5,000 were arrested, of them 3,000 were shot"
    matches = words.words_of(text).all("measure", text)
    assert [match.value for match in matches] == ["arrested", "executed"]
    assert all(first.stop <= second.start for first, second in itertools.pairwise(matches))


def test_numbers_in_words() -> None:
    english = words.Words("en")
    assert english.number("three") == 3
    assert english.million("million") == 1_000_000
    assert words.events_by_person()[fold("yezhov")]["arrested"] == "yezhov_arrested"
