"""Rates, multiples and durations computed again from the totals of the same source."""

from collections.abc import Iterator, Sequence

from poimenno.claims.claim import Claim
from poimenno.claims.findings import ClaimInRole, Finding, figures
from poimenno.reference.vocabularies import ClaimFindingKind, ClaimRole, Measure, Unit
from poimenno.values.intervals import Period

# The unit of a rate, and the unit of the length that its total is divided by.
_LENGTHS = {Unit.PEOPLE_PER_MONTH: Unit.MONTHS, Unit.PEOPLE_PER_DAY: Unit.DAYS}
_LIMITS = {Measure.EXECUTED: Measure.LIMIT_CATEGORY_1, Measure.CAMP: Measure.LIMIT_CATEGORY_2}
# From here on a computed rate is shown as a whole number.
_WHOLE_FROM = 10


def check(claims: Sequence[Claim]) -> Iterator[Finding]:
    """All findings about rates, multiples of limits, and durations."""
    for claim in claims:
        if claim.unit in _LENGTHS:
            yield from _rate(claim, claims)
        elif claim.unit == Unit.TIMES_LIMIT:
            yield from _multiple(claim, claims)
        elif claim.measure == Measure.DURATION and claim.period and not claim.scope:
            yield from _duration(claim, claim.period)


def _rate(rate: Claim, claims: Sequence[Claim]) -> Iterator[Finding]:
    """A rate against each total of the same source, by the calendar's length and by the length that the source says."""
    period = rate.period
    if period is None or rate.value is None:
        return
    totals = [
        claim
        for claim in claims
        if claim.cell and claim.value and (claim.source, claim.key, claim.period) == (rate.source, rate.key, period)
    ]
    # A rate belongs to the total that stands next to it.
    for total in [claim for claim in totals if claim.page == rate.page] or totals:
        for length in _period_lengths(rate, period, claims):
            yield _recomputed(rate, rate.value, total, total.value or 0, length)


def _recomputed(rate: Claim, stated: int, total: Claim, value: int, length: int) -> Finding:
    computed, product = _rounded(value / length), stated * length
    # The total may be rounded too; the question is whether the printed rate is that of the printed total.
    agrees = rate.low <= value / length <= rate.high
    return Finding(
        ClaimFindingKind.RATE_AGREES if agrees else ClaimFindingKind.RATE_DIFFERS,
        (ClaimInRole(ClaimRole.TOTAL, total), ClaimInRole(ClaimRole.RATE, rate)),
        f"{figures(value)} ÷ {length:,} = {computed:,}; {figures(stated)} × {length:,} = {figures(product)}",
        rate.key,
        rate.period,
        abs(product - value),
        {"length": length, "computed": computed, "product": product, "unit": _LENGTHS[rate.unit]},
    )


def _period_lengths(rate: Claim, period: Period, claims: Sequence[Claim]) -> list[int]:
    """The length by the calendar, and those that the same source states."""
    unit = _LENGTHS[rate.unit]
    stated = [
        claim.value
        for claim in claims
        if claim.measure == Measure.DURATION and (claim.unit, claim.source, claim.period) == (unit, rate.source, period)
        and not claim.scope and claim.key.operation == rate.key.operation and claim.value
    ]  # fmt: skip
    return list(dict.fromkeys((_length(period, unit), *stated)))


def _length(period: Period, unit: str) -> int:
    return period.months if unit == Unit.MONTHS else period.days


def _multiple(rate: Claim, claims: Sequence[Claim]) -> Iterator[Finding]:
    """How many times the first limit, against the limit and the total that the same source states."""
    if rate.measure not in _LIMITS or rate.value is None:
        return
    key = rate.key._replace(measure=_LIMITS[rate.measure])
    of_source = [claim for claim in claims if claim.source == rate.source and claim.value]
    totals = [claim for claim in of_source if claim.cell and claim.key == rate.key]
    for limit in (claim for claim in of_source if claim.key == key):
        for total in totals:
            times = (total.value or 0) / (limit.value or 1)
            # "Multiplied by five" is said of anything between four and a half and five and a half.
            agrees = abs(times - rate.value) <= 0.5
            yield Finding(
                ClaimFindingKind.MULTIPLE_AGREES if agrees else ClaimFindingKind.MULTIPLE_DIFFERS,
                tuple(map(ClaimInRole, (ClaimRole.TOTAL, ClaimRole.LIMIT, ClaimRole.RATE), (total, limit, rate))),
                f"{figures(total.value or 0)} ÷ {figures(limit.value or 0)} = {times:.2f}",
                rate.key,
                rate.period,
                None,
                {"computed": round(times, 2)},
            )


def _duration(claim: Claim, period: Period) -> Iterator[Finding]:
    if claim.unit not in _LENGTHS.values():
        return
    # A period in days is as long as its dates say; in months, one more or less is a matter of words.
    length = _length(period, claim.unit)
    tolerance = 0 if claim.unit == Unit.DAYS else 1
    if not claim.low - tolerance <= length <= claim.high + tolerance:
        yield Finding(
            ClaimFindingKind.DURATION_DIFFERS,
            (ClaimInRole(ClaimRole.DURATION, claim),),
            f"{figures(claim.value or 0)} ≠ {figures(length)}",
            claim.key,
            period,
            abs(length - (claim.value or 0)),
            {"computed": length, "unit": claim.unit},
        )


def _rounded(value: float) -> float:
    return round(value) if value >= _WHOLE_FROM else round(value, 2)
