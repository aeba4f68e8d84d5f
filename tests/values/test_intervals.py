"""Periods against the sets of their days, ranges of counts against all numbers in them."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from poimenno.values.intervals import CountRange, Period

DAY = timedelta(days=1)
days = st.dates(date(1936, 11, 1), date(1939, 2, 28))
periods = st.tuples(days, st.integers(0, 500)).map(lambda pair: Period(pair[0], pair[0] + pair[1] * DAY))
counts = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: CountRange(*sorted(ends)))


def days_of(period: Period) -> set[date]:
    return {period.start + n * DAY for n in range((period.end - period.start).days + 1)}


def numbers_of(count: CountRange) -> set[int]:
    return set(range(count.low, count.high + 1))


@given(periods, periods)
def test_periods_are_sets_of_days(a: Period, b: Period) -> None:
    shared = days_of(a) & days_of(b)
    assert a.contains(b) == (days_of(b) <= days_of(a))
    intersection = a.intersection(b)
    assert (days_of(intersection) if intersection else set()) == shared
    assert a.distance(b) == b.distance(a) == min(abs((x - y).days) for x in (*a,) for y in (*b,)) * (not shared)


@given(periods)
def test_days_and_months_are_counted(period: Period) -> None:
    assert period.days == len(days_of(period))
    assert period.months == len({(day.year, day.month) for day in days_of(period)})
    assert period.length == (period.days - 1) * DAY


@given(counts, counts)
def test_ranges_add_and_join(a: CountRange, b: CountRange) -> None:
    assert numbers_of(a.plus(b)) == {x + y for x, y in itertools.product(numbers_of(a), numbers_of(b))}
    hull = a.hull(b)
    assert numbers_of(hull) >= numbers_of(a) | numbers_of(b)
    assert {hull.low, hull.high} <= {*a, *b}


def test_an_empty_count_is_zero_and_adds_nothing() -> None:
    assert CountRange().plus(CountRange(2, 5)) == CountRange(2, 5)
