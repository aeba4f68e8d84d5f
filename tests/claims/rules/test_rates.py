"""Rates, multiples and durations: held against counting the days and months one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.claims.claim import Claim
from poimenno.claims.findings import Finding
from poimenno.claims.rules import rates
from poimenno.reference.vocabularies import Measure, Precision, Unit
from tests.claims.made_up import claim

starts = st.integers(0, 90).map(lambda n: date(1937, 8, 1) + timedelta(days=n))


def _check(*claims: Claim) -> list[Finding]:
    return list(rates.check(claims))


@given(starts, st.integers(1, 40), st.integers(1, 5_000), st.integers(1, 100))
def test_a_daily_rate_agrees_if_the_total_over_the_days_is_it(start: date, length: int, total: int, rate: int) -> None:
    end = start + timedelta(days=length - 1)
    period = {"period_start": start, "period_end": end, "source": "made-up page"}
    counted = len([day for n in range(400) if start <= (day := date(1937, 8, 1) + timedelta(days=n)) <= end])
    [finding] = _check(
        claim("total", total, **period),
        claim("rate", rate, unit=Unit.PEOPLE_PER_DAY, **period),
    )
    assert finding.kind == ("rate_agrees" if total == rate * counted else "rate_differs")
    assert finding.values["length"] == counted
    assert finding.difference == abs(total - rate * counted)


@pytest.mark.parametrize(
    ("total", "times", "kind"), [(400, 4, "multiple_agrees"), (449, 4, "multiple_agrees"), (460, 4, "multiple_differs")]
)
def test_a_multiple_is_that_of_the_first_limit(total: int, times: int, kind: str) -> None:
    source = {"source": "made-up page", "operation": "00447"}
    [finding] = _check(
        claim("limit", 100, measure=Measure.LIMIT_CATEGORY_1, **source),
        claim("total", total, **source),
        claim("times", times, unit=Unit.TIMES_LIMIT, **source),
    )
    assert (finding.kind, finding.values["computed"]) == (kind, total / 100)


@pytest.mark.parametrize(
    ("unit", "value", "differs"),
    [(Unit.DAYS, 31, False), (Unit.DAYS, 32, True), (Unit.MONTHS, 2, False), (Unit.MONTHS, 3, True)],
)
def test_a_duration_is_that_of_its_dates(unit: Unit, value: int, differs: bool) -> None:
    """December 1937 has 31 days and is one month; of months one more is in the words."""
    stated = claim("duration", value, measure=Measure.DURATION, unit=unit, precision=Precision.EXACT)
    assert [finding.kind for finding in _check(stated)] == (["duration_differs"] if differs else [])


def test_totals_of_another_source_are_no_totals_of_a_rate() -> None:
    assert _check(claim("total", 100), claim("rate", 1, unit=Unit.PEOPLE_PER_DAY)) == []
