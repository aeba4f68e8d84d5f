"""Keys and periods that can be compared."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.claims.cells import Key, comparable
from poimenno.values.intervals import Period

days = st.integers(0, 900).map(lambda n: date(1937, 1, 1) + timedelta(days=n))
periods = st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair)))


@given(periods, st.sampled_from(["", "00447", "00485"]))
def test_a_comparable_period_stays_what_it_is(period: Period, operation: str) -> None:
    normalised = comparable(period, operation)
    assert normalised.start <= normalised.end
    assert comparable(normalised, operation) == normalised


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        # Longer than six weeks: to the month, a few days at either end passed over.
        ("1937-08-05", "1938-11-17", "1937-08-01/1938-11-30"),
        ("1937-07-28", "1938-12-03", "1937-08-01/1938-11-30"),
        # Not longer: as it is.
        ("1937-08-05", "1937-09-10", "1937-08-05/1937-09-10"),
    ],
)
def test_a_long_period_is_told_to_the_month(start: str, end: str, expected: str) -> None:
    period = comparable(Period(date.fromisoformat(start), date.fromisoformat(end)), "")
    assert f"{period.start}/{period.end}" == expected


def test_the_figures_of_an_operation_are_those_of_its_lifetime() -> None:
    years = Period(date(1937, 1, 1), date(1938, 12, 31))
    assert comparable(years, "") == years
    operation = comparable(years, "00447")
    assert years.contains(operation)
    assert operation != years


def test_what_contains_a_key() -> None:
    key = Key("executed", "00485", "", "", "karelia")
    containers = set(key.above())
    assert {key, Key("executed", "national", "", "", "rsfsr"), Key("convicted", "", "", "", "")} <= containers
    assert Key("camp", "00485", "", "", "karelia") not in containers


def test_a_territory_in_words_is_no_region() -> None:
    key = Key("executed", "", "", "", "[Омск - Омская ж.д.]")
    assert key.territory == "Омск - Омская ж.д."
    assert Key("executed", "", "", "", "kursk").territory == ""
    assert Key("executed", "", "", "", "") in set(key.above())
