"""The limits of an order, added up: the first allocation, each supplement by its day, and what stood then.

A running total is what one may demand of its sources and no more. If they leave it open, it is a range: at least, at
most. Open are supplements known only to lie before a day, which may repeat dated ones; supplements that are inferred;
one decision stated with several numbers; and, for one category, supplements that do not distinguish the categories.
Requests, rival figures, parts of a limit and increases beyond it are listed and never added.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from poimenno import reference
from poimenno.queries.claim_queries import ShownClaim
from poimenno.reference.vocabularies import ClaimStanding, Collection, LimitCategory, LimitKind
from poimenno.values.intervals import CountRange

CATEGORIES = (LimitCategory.CATEGORY_1, LimitCategory.CATEGORY_2, LimitCategory.TOTAL)
# What is added to a running total; everything else is only shown.
COUNTED = frozenset({LimitKind.FIRST, LimitKind.INCREASE, LimitKind.NEW})
_MEASURE = re.compile(r"limit(?:_(increase|request|new|excess|part))?_(category_1|category_2|total)")
_LAST = date.max
# The order itself; another source of a first limit is its rival.
ORDER = Collection.LIMITS_00447_INITIAL
# Each region with the one that it lies in; None: the USSR.
Parents = Mapping[str, str | None]


# By the middle of the measure's code: limit_increase_category_1.
_KINDS = {
    None: LimitKind.FIRST,
    "increase": LimitKind.INCREASE,
    "new": LimitKind.NEW,
    "request": LimitKind.REQUEST,
    "excess": LimitKind.BEYOND,
    "part": LimitKind.PART,
}


@functools.cache
def claim_standing(status: str | None) -> ClaimStanding:
    """The standing that a status gives a claim; a status that the table does not list leaves it stated."""
    for row in reference.rows("claim_standings"):
        if (status or "").startswith(row["status_begins"]):
            return ClaimStanding(row["standing"])
    return ClaimStanding.STATED


@dataclass(frozen=True, slots=True)
class LimitEvent:
    """A limit set, raised or requested: one region, one category, one day, and the ids of the claims that say so.

    `day` is the last possible one, `since` the first; both None: undated. `says` is what the claims say; None: no
    number. A `sum` is a total that others printed.
    """

    kind: LimitKind
    category: LimitCategory
    region: str | None
    since: date | None
    day: date | None
    says: CountRange | None
    inferred: bool
    claims: tuple[str, ...]

    @property
    def is_counted(self) -> bool:
        """Whether it is added to a running total; everything else is only shown."""
        return self.kind in COUNTED


@dataclass(frozen=True, slots=True)
class RunningTotal:
    """Limits that stood, by category; `total` is what does not distinguish the categories, `both` is everything."""

    category_1: CountRange
    category_2: CountRange
    total: CountRange
    both: CountRange

    @property
    def categories(self) -> tuple[LimitCategory, ...]:
        """The categories that add up to `both`."""
        return CATEGORIES

    @property
    def death(self) -> CountRange:
        """The limit of category 1: at most, all that does not distinguish the categories belongs to it too."""
        return CountRange(self.category_1.low, self.category_1.high + self.total.high)


@dataclass(frozen=True, slots=True)
class FirstLimits:
    """The first limits, by category; `total` is what does not distinguish the categories, `both` is everything."""

    category_1: int
    category_2: int
    total: int
    both: int


def limit_events(claims: Iterable[ShownClaim], parents: Parents) -> list[LimitEvent]:
    """The limits that claims state, by day, region and category; claims that repeat one another are one event."""
    limit_claims = [claim for claim in claims if _MEASURE.fullmatch(claim.measure)]
    divided = {parents.get(claim.region or "") for claim in limit_claims if claim.measure.startswith("limit_category")}
    groups: dict[tuple[Any, ...], list[ShownClaim]] = {}
    facts: dict[tuple[Any, ...], tuple[LimitKind, LimitCategory, date | None]] = {}
    for claim in sorted(limit_claims, key=lambda claim: (claim.collection != ORDER, claim.claim_id)):
        kind, category = _kind(claim, divided)
        # First limits stood from the day of the order, whatever day a source ends with.
        day = claim.period_start if kind is LimitKind.FIRST else claim.period_end
        key = _event_key(claim, kind, category)
        if kind is LimitKind.FIRST and key in groups and _says(groups[key]) != _says([claim]):
            # One first limit a region and category: that of the order; others agree with it or are its rivals.
            kind = LimitKind.RIVAL
            key = (kind, claim.claim_id)
        groups.setdefault(key, []).append(claim)
        facts.setdefault(key, (kind, category, day))
    return sorted((_event(*facts[key], group) for key, group in groups.items()), key=_place)


def _kind(claim: ShownClaim, divided: set[str | None]) -> tuple[LimitKind, LimitCategory]:
    match = _MEASURE.fullmatch(claim.measure)
    kind, category = (_KINDS[match[1]], LimitCategory(match[2])) if match else (LimitKind.PART, LimitCategory.TOTAL)
    if claim_standing(claim.status) is ClaimStanding.RIVAL:
        return LimitKind.RIVAL, category
    if kind is LimitKind.FIRST and (claim.region is None or claim.region in divided):
        return LimitKind.SUM, category
    return kind, category


def _event_key(claim: ShownClaim, kind: LimitKind, category: LimitCategory) -> tuple[Any, ...]:
    """What claims of one event have in common."""
    if kind is LimitKind.FIRST:
        return kind, category, claim.region
    key = (kind, category, claim.region or claim.territory, claim.period_start, claim.period_end)
    # What is not added is not merged either, unless it says the same.
    return key if kind in COUNTED else (*key, _says([claim]))


def _event(kind: LimitKind, category: LimitCategory, day: date | None, claims: Sequence[ShownClaim]) -> LimitEvent:
    first = claims[0]
    return LimitEvent(
        kind=kind,
        category=category,
        region=first.region,
        since=first.period_start,
        day=day,
        says=_says(claims),
        inferred=claim_standing(first.status) is ClaimStanding.INFERRED,
        claims=tuple(claim.claim_id for claim in claims),
    )


def _says(claims: Sequence[ShownClaim]) -> CountRange | None:
    """The range of the numbers that claims state; None if none states a number."""
    ranges = [
        CountRange(claim.stated_low, claim.stated_high)
        for claim in claims
        if claim.stated_low is not None and claim.stated_high is not None
    ]
    return functools.reduce(CountRange.hull, ranges) if ranges else None


def _place(event: LimitEvent) -> tuple[Any, ...]:
    return event.day or _LAST, event.kind is not LimitKind.FIRST, event.region or "", event.category, event.claims[0]


def _running(events: Sequence[LimitEvent]) -> list[tuple[LimitEvent, CountRange]]:
    """What stood after each event of one region and category, for those that are counted and state a number.

    A new limit replaces what stood; an increase is added to it.
    """
    stood, first = CountRange(), 0
    steps: list[tuple[LimitEvent, CountRange]] = []
    for event in sorted((event for event in events if event.is_counted), key=_place):
        if event.says is None:
            continue
        if event.kind is LimitKind.NEW:
            stood = event.says
        elif event.kind is LimitKind.FIRST:
            stood, first = event.says, event.says.low
        else:
            low = event.says.low
            if event.inferred:
                low = 0
            elif event.since is None and event.day is not None:
                # Known to lie before a day: it may repeat what was stated with its own day.
                low = max(0, low - max(0, stood.low - first))
            stood = stood.plus(CountRange(low, event.says.high))
        steps.append((event, stood))
    return steps


def running_total(events: Iterable[LimitEvent], day: date | None = None) -> RunningTotal:
    """What stood at the end of a day, of any number of regions; None: in the end.

    Undated supplements stand in the end only.
    """
    sums = dict.fromkeys(CATEGORIES, CountRange())
    by_cell: dict[tuple[str | None, LimitCategory], list[LimitEvent]] = defaultdict(list)
    for event in events:
        by_cell[event.region, event.category].append(event)
    for (_, category), cell in by_cell.items():
        steps = [stood for event, stood in _running(cell) if day is None or (event.day or _LAST) <= day]
        if steps:
            sums[category] = sums[category].plus(steps[-1])
    return RunningTotal(
        **{str(category): stood for category, stood in sums.items()},
        both=functools.reduce(CountRange.plus, sums.values()),
    )


def first_limits(events: Iterable[LimitEvent]) -> FirstLimits:
    """The first limits of any number of regions."""
    first = running_total(event for event in events if event.kind is LimitKind.FIRST)
    return FirstLimits(first.category_1.low, first.category_2.low, first.total.low, first.both.low)


def multiple(stood: CountRange, first: int) -> tuple[float, float] | None:
    """How many times the first limit stood, at least and at most; None if there was no first limit."""
    return (stood.low / first, stood.high / first) if first else None


def days_of_change(events: Iterable[LimitEvent]) -> list[date]:
    """The days after which another total stood."""
    return sorted({event.day for event in events if event.is_counted and event.says and event.day})


def unit(region: str | None, parents: Parents) -> str | None:
    """The republic, or the region of the RSFSR, that a region is or is part of: limits were given to either."""
    while region and parents.get(region) not in {None, "rsfsr"}:
        region = parents[region]
    return region
