"""What an order demanded and what was done: limits, claims and persons named here, compared by region and day.

The arithmetic is pure: `read_toll` reads what it needs from the record, and `Toll` adds up.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from poimenno.foundation import sql
from poimenno.queries import limits
from poimenno.queries.claim_queries import ShownClaim
from poimenno.queries.documented import NamedByMonth, NamedByRegion, enclosing, named_by_month, named_by_region
from poimenno.queries.limits import FirstLimits, LimitEvent, RunningTotal
from poimenno.reference.vocabularies import Extent, LimitKind, Measure, Operation, Unit
from poimenno.values.intervals import CountRange

if TYPE_CHECKING:
    import duckdb

OPERATION = Operation.N00447
# A claim whose period begins this many days from the start of an order counts from its beginning.
_TOLERANCE = 31
# A claim that reaches this month counts to the end of the operation.
_LAST_MONTH = date(1938, 11, 1)
_DONE_MEASURES = frozenset({Measure.ARRESTED, Measure.CONVICTED, Measure.EXECUTED, Measure.CAMP})
_PACE_MEASURES = frozenset({Measure.CONVICTED, Measure.EXECUTED})


@dataclass(frozen=True, slots=True)
class RegionPlace:
    """A region: the one it is part of (None: the USSR) and its administrative centre in degrees (None: not known)."""

    region: str
    parent: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class NamedTotal:
    """Published persons of an operation: all, those with a sentence, those shot."""

    named: int
    sentenced: int
    shot: int


@dataclass(frozen=True, slots=True)
class TollRow:
    """A region, or all of them (None): limits on a day, claims of what was done, persons named here.

    `multiple` is how many times the first limits stood, at least and at most; None if there were none. `done` holds the
    ids of claims. `death` and `multiple_death` are of category 1.
    """

    region: str | None
    first: FirstLimits
    stood: RunningTotal
    death: CountRange
    multiple: tuple[float, float] | None
    multiple_death: tuple[float, float] | None
    latitude: float | None
    longitude: float | None
    done: tuple[str, ...]
    named: int
    sentenced: int
    shot: int


@dataclass(frozen=True, slots=True)
class DayTotal:
    """What stood after a day of a change: both categories, and category 1."""

    day: date
    both: CountRange
    death: CountRange


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast it went, by one source: the people between two of its claims, and how many a day.

    `start` is the first day counted, `claim` the id of the claim at the end, `before` that of the claim at the
    beginning; None if `claim` counts from the start.
    """

    claim: str
    before: str | None
    start: date
    people: int
    a_day: float


class Toll:
    """The limits of an operation by region and day, and what is known to have been done."""

    def __init__(
        self,
        operation: str,
        places: Iterable[RegionPlace],
        claims: Iterable[ShownClaim],
        named: Iterable[NamedByRegion],
    ) -> None:
        self.operation = operation
        self.places = {place.region: place for place in places}
        self.parents = {place.region: place.parent for place in self.places.values()}
        self.claims = {claim.claim_id: claim for claim in claims}
        self.events = limits.limit_events(self.claims.values(), self.parents)
        self.days = limits.days_of_change(self.events)
        self._named = list(named)
        # Needed many times a page.
        self._enclosing = {region: frozenset(enclosing(region, self.parents)) for region in self.parents}
        self._start = min(
            (event.day for event in self.events if event.kind is LimitKind.FIRST and event.day), default=None
        )

    def _is_inside(self, part: str | None, region: str) -> bool:
        return part is not None and region in self._enclosing.get(part, ())

    def events_in(self, region: str | None) -> list[LimitEvent]:
        """The limits of a region and of all regions in it; None: of all regions."""
        if region is None:
            return [event for event in self.events if event.region is not None]
        return [event for event in self.events if self._is_inside(event.region, region)]

    def row(self, region: str | None, day: date | None = None) -> TollRow:
        """A region, or the sum over all regions (None), as limits stood on a day; None: in the end."""
        events = self.events_in(region)
        first, stood = limits.first_limits(events), limits.running_total(events, day)
        named = self.named_in(region)
        place = self.places[region] if region else None
        return TollRow(
            region=region,
            first=first,
            stood=stood,
            death=stood.death,
            multiple=limits.multiple(stood.both, first.both),
            multiple_death=limits.multiple(stood.death, first.category_1),
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            done=tuple(claim.claim_id for claim in self.done(region)),
            named=named.named,
            sentenced=named.sentenced,
            shot=named.shot,
        )

    def table(self, day: date | None = None) -> list[TollRow]:
        """A row for each republic and region that had a limit or has persons named here, the highest limit first."""
        regions = {event.region for event in self.events if event.is_counted} | {row.region for row in self._named}
        units = {limits.unit(region, self.parents) for region in regions}
        rows = [self.row(region, day) for region in units if region]
        return sorted(rows, key=lambda row: (-row.stood.both.low, -row.named, row.region or ""))

    def parts(self, region: str, day: date | None = None) -> list[TollRow]:
        """The regions within a republic, if they had limits of their own."""
        regions = {event.region for event in self.events_in(region) if event.is_counted}
        return [self.row(part, day) for part in sorted(part for part in regions if part and part != region)]

    def named_in(self, region: str | None) -> NamedTotal:
        """The published persons of the operation in a region and all regions in it; None: everybody."""
        return _sum([row for row in self._named if region is None or self._is_inside(row.region, region)])

    @property
    def region_unknown(self) -> NamedTotal:
        """The published persons of the operation whose region is not known."""
        return _sum([row for row in self._named if row.region is None])

    def course(self, region: str | None = None) -> list[DayTotal]:
        """What stood after each day of a change, in a region or in all."""
        events = self.events_in(region)
        course = []
        for day in limits.days_of_change(events):
            stood = limits.running_total(events, day)
            course.append(DayTotal(day, stood.both, stood.death))
        return course

    def pace(self) -> list[Pace]:
        """How fast it went, by single sources; the sources with the most claims first.

        Claims without one exact number give no pace.
        """
        by_source: dict[tuple[str, str], list[tuple[ShownClaim, date, int]]] = {}
        paces: list[Pace] = []
        for claim in self.done(None):
            if claim.measure not in _PACE_MEASURES or not claim.value or not claim.period_start or not claim.period_end:
                continue
            series = by_source.setdefault((claim.measure, claim.source), [])
            earlier = [row for row in series if row[1] < claim.period_end and row[2] <= claim.value]
            before, last_day, counted = earlier[-1] if earlier else (None, None, 0)
            start = last_day + timedelta(days=1) if last_day else claim.period_start
            people = claim.value - counted
            a_day = people / ((claim.period_end - start).days + 1)
            paces.append(Pace(claim.claim_id, before.claim_id if before else None, start, people, a_day))
            series.append((claim, claim.period_end, claim.value))
        length = Counter((self.claims[pace.claim].measure, self.claims[pace.claim].source) for pace in paces)

        def order(pace: Pace) -> tuple[str, int, str, date]:
            claim = self.claims[pace.claim]
            return claim.measure, -length[claim.measure, claim.source], claim.source, claim.period_end or date.max

        return sorted(paces, key=order)

    def done(self, region: str | None) -> list[ShownClaim]:
        """Claims of what was done from the beginning of the operation to a day, by that day; None: in the USSR."""
        return sorted(
            (claim for claim in self.claims.values() if claim.region == region and self._counts_from_start(claim)),
            key=lambda claim: (claim.period_end or date.max, claim.measure, claim.claim_id),
        )

    def _counts_from_start(self, claim: ShownClaim) -> bool:
        """Whether a claim counts all people of the operation in its place, from the beginning to some later day."""
        return (
            claim.measure in _DONE_MEASURES
            and claim.unit == Unit.PEOPLE
            and not claim.scope
            and not claim.body
            and claim.extent in {Extent.REGION, Extent.WHOLE_USSR}
            and claim.period_start is not None
            and claim.period_end is not None
            and claim.period_end != claim.period_start
            and (self._start is None or abs((claim.period_start - self._start).days) <= _TOLERANCE)
        )


@dataclass(frozen=True, slots=True)
class TollAnswer:
    """The toll of an operation on a day (None: in the end): limits by region, what was done, who is named.

    Numbers are people; a pair is [at least, at most]. `whole` is all regions on the day, `in_the_end` all regions in
    the end, `largest` the highest limit of any region in the end, `days` those after which other limits stood. Claims
    are named by their ids; `claims` holds them.
    """

    operation: str
    day: date | None
    whole: TollRow
    in_the_end: TollRow
    largest: int
    days: tuple[date, ...]
    course: tuple[DayTotal, ...]
    pace: tuple[Pace, ...]
    regions: tuple[TollRow, ...]
    limits: tuple[LimitEvent, ...]
    region_unknown: NamedTotal
    named_by_month: tuple[NamedByMonth, ...]
    claims: dict[str, ShownClaim]

    @property
    def supplements(self) -> list[LimitEvent]:
        """Everything that is no first limit and no sum."""
        return [event for event in self.limits if event.kind not in {LimitKind.FIRST, LimitKind.SUM}]

    @property
    def sums(self) -> list[LimitEvent]:
        """Totals of all regions that others printed."""
        return [event for event in self.limits if event.kind is LimitKind.SUM and event.region is None]

    @property
    def without_number(self) -> int:
        """How many decisions are known without their number."""
        return sum(event.is_counted and event.says is None for event in self.limits)

    @property
    def off_the_map(self) -> list[TollRow]:
        """The rows with limits whose place is not known."""
        return [row for row in self.regions if row.latitude is None and row.stood.both.high]

    def done_in_all(self) -> list[ShownClaim]:
        """The claims of what was done in all regions."""
        return [self.claims[claim_id] for claim_id in self.whole.done]

    def deaths(self, row: TollRow) -> list[ShownClaim]:
        """The claims of all who were shot or sentenced to death in a region until the operation ended."""
        claims = [self.claims[claim_id] for claim_id in row.done]
        return [
            claim
            for claim in claims
            if claim.measure == Measure.EXECUTED and claim.period_end and claim.period_end >= _LAST_MONTH
        ]


def toll_answer(
    db: "duckdb.DuckDBPyConnection", day: date | None = None, operation: str = OPERATION, *, nearest: bool = False
) -> TollAnswer:
    """The toll of an operation on a day; None: in the end.

    `nearest` takes the last day of a change up to the day instead, or the first of all.
    """
    toll = read_toll(db, operation)
    if nearest and day is not None:
        day = max((change for change in toll.days if change <= day), default=min(toll.days, default=None))
    return TollAnswer(
        operation=operation,
        day=day,
        whole=toll.row(None, day),
        in_the_end=toll.row(None),
        largest=max((row.stood.both.low for row in toll.table()), default=0),
        days=tuple(toll.days),
        course=tuple(toll.course()),
        pace=tuple(toll.pace()),
        regions=tuple(toll.table(day)),
        limits=tuple(toll.events),
        region_unknown=toll.region_unknown,
        named_by_month=tuple(named_by_month(db, operation)),
        claims=toll.claims,
    )


def read_toll(db: "duckdb.DuckDBPyConnection", operation: str = OPERATION) -> Toll:
    """The toll of an operation in a record."""
    return Toll(
        operation,
        sql.rows_as(db, RegionPlace, "queries", "region_places"),
        sql.rows_as(db, ShownClaim, "queries", "toll_claims", operation=operation),
        named_by_region(db, operation),
    )


def _sum(rows: Iterable[NamedByRegion]) -> NamedTotal:
    rows = list(rows)
    return NamedTotal(sum(row.named for row in rows), sum(row.sentenced for row in rows), sum(row.shot for row in rows))
