"""Rates, multiples and durations recomputed from the totals of the same source."""

from collections.abc import Iterator, Sequence

from poimenno.claims.cells import Said
from poimenno.claims.findings import Finding
from poimenno.values.intervals import Period

_RATES = {"people_per_month": "months", "people_per_day": "days"}
_WORDS = {
    "months": {"per_en": "months", "per_ru": "месяцев", "unit_en": "month", "unit_ru": "в месяц"},
    "days": {"per_en": "days", "per_ru": "дней", "unit_en": "day", "unit_ru": "в день"},
}
_BASE = {"executed": "limit_category_1", "camp": "limit_category_2"}
_SHOWN = 10


def check(claims: Sequence[Said]) -> Iterator[Finding]:
    """All findings of rates, multiples and durations."""
    for claim in claims:
        if claim.unit in _RATES:
            yield from _rate(claim, claims)
        elif claim.unit == "times_limit":
            yield from _multiple(claim, claims)
        elif claim.measure == "duration" and claim.period and not claim.scope:
            yield from _duration(claim)


def _rate(rate: Said, claims: Sequence[Said]) -> Iterator[Finding]:
    """Each total of the same source, over each length that it gives: the period, and what it calls its length."""
    if rate.period is None or rate.value is None:
        return
    totals = [
        one
        for one in claims
        if one.counted and one.value and (one.source, one.key, one.period) == (rate.source, rate.key, rate.period)
    ]
    # A rate goes with the total beside which it stands.
    for total in [one for one in totals if one.page == rate.page] or totals:
        for length in _lengths(rate, rate.period, claims):
            yield _recomputed(rate, rate.value, total, total.value or 0, length)


def _recomputed(rate: Said, said: int, total: Said, value: int, length: int) -> Finding:
    computed, product = _rounded(value / length), said * length
    # The total may be a rounding too: what is asked is whether the printed rate is the printed total's.
    fits = rate.low <= value / length <= rate.high
    return Finding(
        "rate_agrees" if fits else "rate_differs",
        [("total", total), ("rate", rate)],
        f"{value:,} ÷ {length:,} = {computed:,}; {said:,} × {length:,} = {product:,}",
        rate.key,
        rate.period,
        abs(product - value),
        {"length": length, "computed": computed, "product": product, **_WORDS[_RATES[rate.unit]]},
    )


def _lengths(rate: Said, period: Period, claims: Sequence[Said]) -> list[int]:
    """The length by the calendar, and as the same source puts it."""
    unit = _RATES[rate.unit]
    told = [
        one.value
        for one in claims
        if one.measure == "duration" and (one.unit, one.source, one.period) == (unit, rate.source, period)
        and not one.scope and one.key.operation == rate.key.operation and one.value
    ]  # fmt: skip
    return list(dict.fromkeys((period.months if unit == "months" else period.days, *told)))


def _multiple(rate: Said, claims: Sequence[Said]) -> Iterator[Finding]:
    base = _BASE.get(rate.measure)
    for limit in claims:
        if not base or limit.key != rate.key._replace(measure=base) or limit.source != rate.source or not limit.value:
            continue
        for total in claims:
            same = total.counted and total.source == rate.source and total.key == rate.key
            if not same or not total.value or rate.value is None:
                continue
            times = total.value / limit.value
            # "Multiplied by five" is said of anything from four and a half to five and a half.
            kind = "multiple_agrees" if abs(times - rate.value) <= 0.5 else "multiple_differs"
            yield Finding(
                kind, [("total", total), ("limit", limit), ("rate", rate)],
                f"{total.value:,} ÷ {limit.value:,} = {times:.2f}", rate.key, rate.period, None,
                {"computed": round(times, 2)},
            )  # fmt: skip


def _duration(claim: Said) -> Iterator[Finding]:
    if claim.period is None or claim.unit not in _WORDS:
        return
    # In days a period is as long as its dates; in months, a month more or less is in the words.
    length = claim.period.days if claim.unit == "days" else claim.period.months
    slack = 0 if claim.unit == "days" else 1
    if not claim.low - slack <= length <= claim.high + slack:
        yield Finding(
            "duration_differs", [("duration", claim)], f"{claim.value:,} ≠ {length:,}", claim.key, claim.period,
            int(abs(length - (claim.value or 0))), {"computed": length, **_WORDS[claim.unit]},
        )  # fmt: skip


def _rounded(value: float) -> float:
    return round(value) if value >= _SHOWN else round(value, 2)
