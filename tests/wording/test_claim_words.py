"""Numbers, periods and lists of claims in words."""

from datetime import date

import pytest

from poimenno.values.intervals import Period
from poimenno.wording import claim_words
from tests.claims.made_up import claim


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (5, "5", "5"),
        (1234, "1,234", "1\N{NO-BREAK SPACE}234"),
        (1234567.0, "1,234,567", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        (6.3, "6.30", "6,30"),
        (1234.5, "1,234.50", "1\N{NO-BREAK SPACE}234,50"),
    ],
)
def test_numbers_as_each_language_writes_them(value: float, english: str, russian: str) -> None:
    assert (claim_words.number(value, "en"), claim_words.number(value, "ru")) == (english, russian)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1937-01-01", "1937-12-31", "1937"),
        ("1937-01-01", "1938-12-31", "1937/1938"),
        ("1937-08-01", "1938-11-30", "1937-08/1938-11"),
        ("1937-01-01", "1938-11-30", "1937-01/1938-11"),
        ("1937-08-01", "1938-12-31", "1937-08/1938-12"),
        ("1937-08-05", "1938-11-30", "1937-08-05/1938-11-30"),
        ("1937-07-30", "1937-07-30", "1937-07-30"),
        ("1938-02-01", "1938-02-28", "1938-02"),
    ],
)
def test_a_period_is_as_short_as_it_is_exact(start: str, end: str, expected: str) -> None:
    assert claim_words.days(Period(date.fromisoformat(start), date.fromisoformat(end))) == expected


def test_claims_of_one_source_share_it() -> None:
    claims = [claim("a", 1, source="one"), claim("b", 2, source="one"), claim("c", 3, source="other")]
    assert claim_words.listed(claims, "en") == "1; 2 [one]; 3 [other]"
    assert claim_words.listed(claims, "en", cite=False) == "1; 2; 3"
