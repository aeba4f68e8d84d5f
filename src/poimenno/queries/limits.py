"""The limits of an order, added up: the first allocation, each supplement by its day, and what stood then.

A running total is what one may demand of its sources and no more. Where they leave it open, it is a pair: at least,
at most. Open are supplements known only to lie before a day, which may tell again what dated ones told; supplements
that are inferred; one decision told with several numbers; and, for one category, supplements that do not tell the
categories apart. Requests, rival figures, parts of a limit and increases beyond it are listed and never added.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from poimenno.values.intervals import CountRange

CATEGORIES = ("category_1", "category_2", "total")
_MEASURE = re.compile(r"limit(?:_(increase|request|new|excess|part))?_(category_1|category_2|total)")
_KINDS = {None: "first", "increase": "increase", "new": "new", "request": "request", "excess": "beyond", "part": "part"}
# What is added to a running total; everything else stands beside it.
COUNTED = ("first", "increase", "new")
_LAST = date.max
# The order itself; another source of a first limit is its rival.
ORDER = "limits_00447_initial"


@dataclass(slots=True)
class Event:
    """A limit set, raised or asked for: one region, one category, one day, and the claims that say so.

    `kind` is first, increase, new, request, beyond, part, rival or sum (a total that others printed). `day` is the
    last possible one, `since` the first; both None: undated. `says` is what the claims say, None for no number.
    """

    kind: str
    category: str
    region: str | None
    since: date | None
    day: date | None
    says: CountRange | None
    inferred: bool
    claims: list[dict[str, Any]] = field(default_factory=list)


def events(claims: Iterable[dict[str, Any]], parents: dict[str, str | None]) -> list[Event]:
    """The limits that claims tell, by region, day and category; those that repeat one another are one event."""
    found: dict[tuple[Any, ...], Event] = {}
    claims = [claim for claim in claims if _MEASURE.fullmatch(claim["measure"])]
    above = {parents.get(claim["region"]) for claim in claims if claim["measure"].startswith("limit_category")}
    for claim in sorted(claims, key=lambda one: (one["collection"] != ORDER, one["claim_id"])):
        kind, category = _kind(claim, above)
        day = claim["period_start"] if kind == "first" else claim["period_end"]
        key: tuple[Any, ...] = (kind, category, claim["region"] or claim["territory"], claim["period_start"], day)
        says = _says(claim)
        if kind not in COUNTED:
            # What is not added is not merged either, unless it says the same.
            key = (*key, says)
        if kind == "first":
            # One first limit a region and category: that of the order; others agree with it or are its rivals.
            key = (kind, category, claim["region"])
            if key in found and found[key].says != says:
                kind, key = "rival", ("rival", claim["claim_id"])
        if key not in found:
            inferred = (claim["status"] or "").startswith(("implied", "inferred", "computed"))
            found[key] = Event(kind, category, claim["region"], claim["period_start"], day, says, inferred, [claim])
            continue
        event = found[key]
        event.claims.append(claim)
        if says and event.says:
            event.says = event.says.hull(says)
        event.says = event.says or says
    return sorted(found.values(), key=_place)


def _place(event: Event) -> tuple[Any, ...]:
    return event.day or _LAST, event.kind != "first", event.region or "", event.category, event.claims[0]["claim_id"]


def _kind(claim: dict[str, Any], above: set[str | None]) -> tuple[str, str]:
    found = _MEASURE.fullmatch(claim["measure"])
    kind, category = (_KINDS[found[1]], found[2]) if found else ("part", "total")
    if (claim["status"] or "").startswith("rival"):
        return "rival", category
    if kind == "first" and (claim["region"] is None or claim["region"] in above):
        return "sum", category
    return kind, category


def _says(claim: dict[str, Any]) -> CountRange | None:
    if claim["value"] is not None:
        return CountRange(claim["value"], claim["value"])
    ends = [end for end in (claim["value_low"], claim["value_high"]) if end is not None]
    return CountRange(min(ends), max(ends)) if ends else None


def running(found: Sequence[Event]) -> list[tuple[Event, CountRange]]:
    """What stood after each event of one region and category, for those that are counted and tell a number.

    A new limit replaces what stood; an increase is added to it.
    """
    stood, first = CountRange(), 0
    steps: list[tuple[Event, CountRange]] = []
    for event in sorted((one for one in found if one.kind in COUNTED and one.says), key=_place):
        says = event.says or CountRange()
        if event.kind == "new":
            stood = says
        elif event.kind == "first":
            stood, first = says, says.low
        else:
            low = says.low
            if event.inferred:
                low = 0
            elif event.since is None and event.day is not None:
                # Known to lie before a day: it may tell again what was told with its own day.
                low = max(0, low - max(0, stood.low - first))
            stood = stood.plus(CountRange(low, says.high))
        steps.append((event, stood))
    return steps


def standing(found: Sequence[Event], day: date | None = None) -> dict[str, CountRange]:
    """What stood at the end of a day, of any number of regions, by category and for `both`; None: in the end.

    Undated supplements stand in the end only. `total` is what does not tell the categories apart.
    """
    sums = dict.fromkeys(CATEGORIES, CountRange())
    parts: dict[tuple[str | None, str], list[Event]] = {}
    for event in found:
        parts.setdefault((event.region, event.category), []).append(event)
    for (_, category), own in parts.items():
        steps = [stood for event, stood in running(own) if day is None or (event.day or _LAST) <= day]
        sums[category] = sums[category].plus(steps[-1] if steps else CountRange())
    sums["both"] = sums["category_1"].plus(sums["category_2"]).plus(sums["total"])
    return sums


def death(stood: dict[str, CountRange]) -> CountRange:
    """The limit of category 1: at most all that does not tell the categories apart belongs to it too."""
    return CountRange(stood["category_1"].low, stood["category_1"].high + stood["total"].high)


def multiple(stood: CountRange, first: int) -> tuple[float, float] | None:
    """How many times the first limit stood; None where there was none."""
    return (stood.low / first, stood.high / first) if first else None


def days(found: Sequence[Event]) -> list[date]:
    """The days after which another total stood."""
    return sorted({event.day for event in found if event.kind in COUNTED and event.says and event.day})


def unit(region: str | None, parents: dict[str, str | None]) -> str | None:
    """The republic, or the region of the RSFSR, that a region is or is part of: limits were given to either."""
    seen = region
    while seen and parents.get(seen) not in {None, "rsfsr"}:
        seen = parents[seen]
    return seen
