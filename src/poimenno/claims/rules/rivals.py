"""Claims held one against another: rival figures and dates, parts larger than their whole, two labels of a number."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from poimenno.claims.cells import Cell, Key
from poimenno.claims.claim import Claim
from poimenno.claims.findings import ClaimInRole, Finding, figures, in_role
from poimenno.claims.rules.origins import Origins, significant_digits
from poimenno.claims.rules.sums import Index, index
from poimenno.reference.vocabularies import ClaimFindingKind, ClaimRole, Measure
from poimenno.values.intervals import Period

_MIN_DIGITS = 3


def check(claims: Sequence[Claim], origins: Origins) -> Iterator[Finding]:
    """All findings about pairs of claims and about claims for one cell."""
    by_cell = index(claims)
    yield from _cells(by_cell, origins)
    yield from _contained(by_cell, origins)
    yield from _labels(by_cell, origins)
    yield from _dates(claims)


def _cells(by_cell: Index, origins: Origins) -> Iterator[Finding]:
    for cell, claims in by_cell.items():
        by_source: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_source[claim.source].append(claim)
        for of_source in by_source.values():
            yield from _rivals(ClaimFindingKind.RIVALS_WITHIN_SOURCE, of_source, cell)
        originals = [claim for claim in claims if origins.is_original(claim)]
        if len({claim.source for claim in originals}) > 1:
            yield from _rivals(ClaimFindingKind.RIVALS, originals, cell)


def _rivals(kind: ClaimFindingKind, claims: Sequence[Claim], cell: Cell) -> Iterator[Finding]:
    """The claims that cannot be true together with another: the highest lower end exceeds the lowest upper end."""
    rivals = [a for a in claims if any(a.low > b.high or b.low > a.high for b in claims)]
    if not rivals:
        return
    rivals.sort(key=lambda claim: (claim.low, claim.claim_id))
    lowest, highest = min(rivals, key=lambda claim: claim.high), max(rivals, key=lambda claim: claim.low)
    arithmetic = f"{figures(highest.low)} > {figures(lowest.high)}"
    yield Finding(kind, in_role(ClaimRole.RIVAL, rivals), arithmetic, *cell, int(highest.low - lowest.high))


def _contained(by_cell: Index, origins: Origins) -> Iterator[Finding]:
    """Parts of a whole, in one or several dimensions, that are stated to be more than the whole."""
    periods: dict[Key, list[Period]] = defaultdict(list)
    for key, period in by_cell:
        periods[key].append(period)
    for cell, claims in by_cell.items():
        parts = [claim for claim in claims if origins.is_original(claim)]
        for above in cell.key.above():
            for period in periods.get(above, ()):
                outer = Cell(above, period)
                if outer != cell and _inside(cell, outer):
                    wholes = [claim for claim in by_cell[outer] if origins.is_original(claim)]
                    yield from _exceeding(parts, wholes, cell, outer)


def _exceeding(parts: Sequence[Claim], wholes: Sequence[Claim], inner: Cell, outer: Cell) -> Iterator[Finding]:
    of_arrests = outer.key.measure == Measure.ARRESTED != inner.key.measure
    kind = ClaimFindingKind.SENTENCED_MORE_THAN_ARRESTED if of_arrests else ClaimFindingKind.CONTAINED_EXCEEDS
    for whole in wholes:
        for part in parts:
            if part.low > whole.high:
                roles = (ClaimInRole(ClaimRole.PART, part), ClaimInRole(ClaimRole.WHOLE, whole))
                arithmetic = f"{figures(part.low)} > {figures(whole.high)}"
                yield Finding(kind, roles, arithmetic, *outer, int(part.low - whole.high), {"inner": inner})


def _inside(inner: Cell, outer: Cell) -> bool:
    """Whether one period lies in another.

    Those arrested before a period may be sentenced in it, so sentences are held against arrests only if both are
    counted from the beginning of the same operation.
    """
    if outer.key.measure == Measure.ARRESTED != inner.key.measure:
        start = inner.period.start == outer.period.start
        return start and inner.period.end <= outer.period.end and bool(outer.key.operation)
    return outer.period.contains(inner.period)


def _labels(by_cell: Index, origins: Origins) -> Iterator[Finding]:
    """One number as arrested here and as convicted there: one of the labels is wrong."""
    for cell, arrested in by_cell.items():
        if cell.key.measure != Measure.ARRESTED or cell.key.scope:
            continue
        other = Cell(cell.key._replace(measure=Measure.CONVICTED), cell.period)
        for convicted in by_cell.get(other, ()):
            for claim in arrested:
                if claim.value is None or claim.value != convicted.value:
                    continue
                if origins.is_original(claim) and significant_digits(claim.value) >= _MIN_DIGITS:
                    roles = (ClaimInRole(ClaimRole.WHOLE, claim), ClaimInRole(ClaimRole.PART, convicted))
                    arithmetic = f"{figures(claim.value)} = {figures(claim.value)}"
                    yield Finding(ClaimFindingKind.TWO_LABELS, roles, arithmetic, *cell, 0, {"inner": other})


def _dates(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Dates of one event that cannot all be true."""
    by_event: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event and claim.date_earliest and claim.date_latest:
            by_event[claim.event].append(claim)
    for event, dated in by_event.items():
        rivals = [a for a in dated if any(_before(a, b) or _before(b, a) for b in dated)]
        if not rivals:
            continue
        rivals.sort(key=lambda claim: (claim.date_earliest, claim.date_latest, claim.claim_id))
        first, last = rivals[0], max(rivals, key=lambda claim: (claim.date_earliest, claim.claim_id))
        days = (last.date_earliest - first.date_latest).days if last.date_earliest and first.date_latest else 0
        key = Key("event", "", "", event, "")
        arithmetic = f"{first.date_edtf} < {last.date_edtf}"
        yield Finding(ClaimFindingKind.DATES_DIFFER, in_role(ClaimRole.RIVAL, rivals), arithmetic, key, None, days)


def _before(claim: Claim, other: Claim) -> bool:
    return bool(claim.date_latest and other.date_earliest and claim.date_latest < other.date_earliest)
