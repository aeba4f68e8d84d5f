"""Claims held one against another: rival figures and dates, a part larger than its whole, a number twice labelled."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from poimenno.claims.cells import Key, Said
from poimenno.claims.findings import Finding
from poimenno.claims.rules.sums import Index, index
from poimenno.values.intervals import Period

_LEAST_DIGITS = 3


def check(claims: Sequence[Said], origins: dict[str, str]) -> Iterator[Finding]:
    """All findings of claims that are held against one another one by one."""
    by_cell = index(claims)
    yield from _cells(by_cell, origins)
    yield from _contained(by_cell, origins)
    yield from _labels(by_cell, origins)
    yield from _dates(claims)


def _cells(by_cell: Index, origins: dict[str, str]) -> Iterator[Finding]:
    for (key, period), claims in by_cell.items():
        sources: dict[str, list[Said]] = defaultdict(list)
        for claim in claims:
            sources[claim.source].append(claim)
        for told in sources.values():
            yield from _rivals("rivals_within_source", told, key, period)
        own = [one for one in claims if origins.get(one.claim_id, one.claim_id) == one.claim_id]
        if len({one.source for one in own}) > 1:
            yield from _rivals("rivals", own, key, period)


def _rivals(kind: str, claims: Sequence[Said], key: Key, period: Period) -> Iterator[Finding]:
    """Those that cannot be true together with another: the greatest lower end passes the least upper end."""
    apart = [a for a in claims if any(a.low > b.high or b.low > a.high for b in claims)]
    if not apart:
        return
    apart.sort(key=lambda one: (one.low, one.claim_id))
    lowest, highest = min(apart, key=lambda one: one.high), max(apart, key=lambda one: one.low)
    gap = int(highest.low - lowest.high)
    arithmetic = f"{highest.low:,} > {int(lowest.high):,}"
    yield Finding(kind, [("rival", one) for one in apart], arithmetic, key, period, gap)


def _contained(by_cell: Index, origins: dict[str, str]) -> Iterator[Finding]:
    """What lies in a whole, in one or several dimensions, and is said to be more."""
    periods: dict[Key, list[Period]] = defaultdict(list)
    for key, period in by_cell:
        periods[key].append(period)
    for (key, period), claims in by_cell.items():
        inner = [one for one in claims if origins.get(one.claim_id, one.claim_id) == one.claim_id]
        for above in key.above():
            for outer in periods.get(above, ()):
                if (above, outer) == (key, period) or not _inside(key, period, above, outer):
                    continue
                kind = (
                    "sentenced_more_than_arrested"
                    if above.measure == "arrested" != key.measure
                    else "contained_exceeds"
                )
                for whole in by_cell[above, outer]:
                    if origins.get(whole.claim_id, whole.claim_id) != whole.claim_id:
                        continue
                    for part in inner:
                        if part.low > whole.high:
                            yield Finding(
                                kind, [("part", part), ("whole", whole)], f"{part.low:,} > {int(whole.high):,}",
                                above, outer, int(part.low - whole.high), {"inner": (key, period)},
                            )  # fmt: skip


def _inside(key: Key, period: Period, above: Key, outer: Period) -> bool:
    """Whether a period lies in another. Who was arrested before a period may be sentenced in it, so sentences are held
    against arrests only where both are counted from the beginning of the same operation or by the same period.
    """
    if "arrested" == above.measure != key.measure:
        return period.start == outer.start and period.end <= outer.end and bool(above.operation)
    return outer.contains(period)


def _labels(by_cell: Index, origins: dict[str, str]) -> Iterator[Finding]:
    """One number as arrested here and as convicted there: one of the labels is wrong."""
    for (key, period), arrested in by_cell.items():
        if key.measure != "arrested":
            continue
        other = key._replace(measure="convicted")
        for convicted in by_cell.get((other, period), ()):
            for claim in arrested:
                if claim.value is None or claim.value != convicted.value or claim.key.scope:
                    continue
                if (
                    origins.get(claim.claim_id, claim.claim_id) != claim.claim_id
                    or _digits(claim.value) < _LEAST_DIGITS
                ):
                    continue
                yield Finding(
                    "two_labels", [("whole", claim), ("part", convicted)], f"{claim.value:,} = {convicted.value:,}",
                    key, period, 0, {"inner": (other, period)},
                )  # fmt: skip


def _dates(claims: Sequence[Said]) -> Iterator[Finding]:
    events: dict[str, list[Said]] = defaultdict(list)
    for claim in claims:
        if claim.event and claim.date_earliest and claim.date_latest:
            events[claim.event].append(claim)
    for event, told in events.items():
        apart = [a for a in told if any(_before(a, b) or _before(b, a) for b in told)]
        if not apart:
            continue
        apart.sort(key=lambda one: (one.date_earliest, one.date_latest, one.claim_id))
        first, last = apart[0], max(apart, key=lambda one: (one.date_earliest, one.claim_id))
        gap = (last.date_earliest - first.date_latest).days if last.date_earliest and first.date_latest else 0
        yield Finding(
            "dates_differ", [("rival", one) for one in apart], f"{first.date_edtf} < {last.date_edtf}",
            Key("event", "", "", event, ""), None, gap,
        )  # fmt: skip


def _before(one: Said, other: Said) -> bool:
    return bool(one.date_latest and other.date_earliest and one.date_latest < other.date_earliest)


def _digits(value: int) -> int:
    return len(str(value).rstrip("0"))
