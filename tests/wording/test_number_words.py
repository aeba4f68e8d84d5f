"""Numbers, shares and ranges as both languages write them."""

import re

import pytest

from poimenno.wording.number_words import NumberWords


@pytest.mark.parametrize(("language", "written"), [("en", "681,692"), ("ru", "681 692")])
def test_numbers(language: str, written: str) -> None:
    assert re.sub(r"\s", " ", NumberWords(language).number(681692)) == written
    assert NumberWords(language).number(None) == "—"
    assert NumberWords(language).number(0) == "0"


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [
        (0, 10, "0%"),
        (1, 3, "33%"),
        (1, 10, "10%"),
        (1, 30, "3.3%"),
        (1, 1000, "0.10%"),
        (1, 10_000, "0.01%"),
        (1, 1_000_000, "< 0.01%"),
        (1, 0, "—"),
        (1, None, "—"),
    ],
)
def test_shares_have_two_digits_that_say_something(part: float, whole: float | None, written: str) -> None:
    assert NumberWords("en").share(part, whole) == written


def test_ranges_and_signs() -> None:
    english, russian = NumberWords("en"), NumberWords("ru")
    assert english.span(10, 10) == "10"
    assert english.span(10, 2000) == "10–2,000"
    assert [english.times(multiple) for multiple in (None, (1.5, 1.5), (1.5, 2.25))] == ["—", "1.5", "1.5–2.2"]
    assert [russian.weight(bits) for bits in (5.0, -2.5)] == ["+5,0", "−2,5"]
    assert russian.fixed(0.5, 3) == "0,500"
    assert english.significant(0.123456) == "0.123"
