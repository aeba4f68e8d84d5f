"""Claims as linear constraints over the unknown true numbers.

One unknown for each thing counted (`Key`) and each stretch of time between two days at which some period begins or
ends; a claim is a sum of unknowns between two bounds. The hierarchies add: disjoint parts are together at most their
whole, and make it up where they are all there is; what is contained is at most what contains it; from the beginning
of an operation no more are sentenced than were arrested. A solution says that all claims can be true together.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from poimenno.claims import hierarchies
from poimenno.claims.cells import Key, Said
from poimenno.values.intervals import Period

INFINITE = float("inf")
_DAY = timedelta(days=1)


@dataclass(slots=True)
class System:
    """Rows over the unknowns 0 … unknowns-1, each (coefficients, least, most); the claims' rows come by their cell."""

    unknowns: int = 0
    rows: list[tuple[dict[int, int], float, float]] = field(default_factory=list)
    cells: dict[tuple[Key, Period], list[int]] = field(default_factory=dict)


def build(claims: Sequence[Said], wanted: Iterable[tuple[Key, Period]] = ()) -> System:
    """The system of the cells of claims, and of further cells whose bounds are wanted; without the claims' numbers."""
    cells = list(dict.fromkeys([(one.key, one.period) for one in claims if one.period] + list(wanted)))
    stretches = _stretches(period for _key, period in cells)
    keys = _filled(dict.fromkeys(key for key, _span in cells))
    places = {key: n * len(stretches) for n, key in enumerate(keys)}
    system = System(unknowns=len(keys) * len(stretches))
    for key, period in cells:
        system.cells[key, period] = [
            places[key] + n for n, stretch in enumerate(stretches) if key.limit or period.contains(stretch)
        ]
    _sums(system, keys, places, len(stretches))
    _containment(system, keys, places, len(stretches))
    _arrests(system, cells)
    return system


def _stretches(periods: Iterable[Period]) -> list[Period]:
    days = sorted({day for period in periods for day in (period.start, period.end + _DAY)})
    return [Period(first, after - _DAY) for first, after in itertools.pairwise(days)]


def _filled(keys: dict[Key, None]) -> list[Key]:
    """The keys; the last missing part of each whole whose other parts are there, since its bounds may follow; and what
    lies between a part and a whole in several dimensions, so that sums over regions and operations at once count too.
    """
    found = dict(keys)
    for key in keys:
        for dimension in hierarchies.DIMENSIONS:
            needed = hierarchies.makes_up(dimension, getattr(key, dimension), key.limit)
            parts = [key._replace(**{dimension: part}) for part in sorted(needed)]
            missing = [part for part in parts if part not in keys]
            if len(missing) == 1 and len(parts) > 1:
                found[missing[0]] = None
        for above in key.above():
            if above in keys:
                found |= dict.fromkeys(_between(key, above))
    return list(found)


def _between(key: Key, above: Key) -> list[Key]:
    """The steps from a part to a whole, one dimension at a time; none where a step is not one to disjoint parts."""
    steps, at = [], key
    for dimension in reversed(hierarchies.DIMENSIONS):
        code = getattr(above, dimension)
        if code == getattr(at, dimension):
            continue
        if (code, True) not in hierarchies.above(dimension, getattr(at, dimension), key.limit):
            return []
        at = at._replace(**{dimension: code})
        steps.append(at)
    return steps[:-1] if at == above else []


def _sums(system: System, keys: Sequence[Key], places: dict[Key, int], stretches: int) -> None:
    """Disjoint parts that are there, in one dimension, against the nearest whole that is there."""
    known = set(keys)
    children: dict[tuple[Key, str], list[Key]] = defaultdict(list)
    for key in keys:
        for dimension in hierarchies.DIMENSIONS:
            if key.limit and dimension == "measure" and key.measure == "limit_total":
                continue
            for code, disjoint in hierarchies.above(dimension, getattr(key, dimension), key.limit)[1:]:
                whole = key._replace(**{dimension: code})
                if whole in known:
                    if disjoint:
                        children[whole, dimension].append(key)
                    break
    for (whole, dimension), parts in children.items():
        needed = hierarchies.makes_up(dimension, getattr(whole, dimension), whole.limit)
        complete = bool(needed) and needed <= {getattr(part, dimension) for part in parts}
        for n in range(stretches):
            row = {places[whole] + n: 1} | {places[part] + n: -1 for part in parts}
            system.rows.append((row, 0, 0 if complete else INFINITE))


def _containment(system: System, keys: Sequence[Key], places: dict[Key, int], stretches: int) -> None:
    """What is contained in several dimensions at once, or where parts may overlap; arrests are told apart."""
    known = set(keys)
    for key in keys:
        direct: set[Key] = set()
        for above in key.above():
            if above == key or above not in known or (above.measure == "arrested") != (key.measure == "arrested"):
                continue
            if any(above in set(one.above()) for one in direct):
                continue
            direct.add(above)
            for n in range(stretches):
                system.rows.append(({places[above] + n: 1, places[key] + n: -1}, 0, INFINITE))


def _arrests(system: System, cells: Sequence[tuple[Key, Period]]) -> None:
    """Sentences until a day against arrests until that day or later, both from the beginning of one operation."""
    arrested = [(key, period) for key, period in cells if key.measure == "arrested" and key.operation]
    for key, period in cells:
        for above, outer in arrested:
            if key.measure == "arrested" or period.start != outer.start or period.end > outer.end:
                continue
            if above in set(key.above()):
                row = dict.fromkeys(system.cells[above, outer], 1)
                row |= dict.fromkeys(system.cells[key, period], -1)
                system.rows.append((row, 0, INFINITE))
