"""Claims as linear constraints over the unknown true numbers.

There is one unknown for each key and each stretch of time between two days on which some period begins or ends; a claim
is a sum of unknowns between two bounds. The hierarchies add constraints: disjoint parts add up to at most their whole,
and to exactly the whole if they are complete; what is contained is at most what contains it; from the beginning of an
operation, no more people are sentenced than were arrested. If there is a solution, all claims can be true together.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from poimenno.claims import hierarchies
from poimenno.claims.cells import Cell, Key
from poimenno.claims.claim import Claim
from poimenno.values.intervals import Period

INFINITE = float("inf")
_DAY = timedelta(days=1)


@dataclass(slots=True)
class System:
    """Constraints over the unknowns 0 … unknowns-1, each as (coefficient by unknown, lower bound, upper bound).

    `cells` has the unknowns whose sum is the number of a cell. The bounds that claims set are not in it.
    """

    unknowns: int = 0
    rows: list[tuple[dict[int, int], float, float]] = field(default_factory=list)
    cells: dict[Cell, list[int]] = field(default_factory=dict)

    def at_least_zero(self, greater: Iterable[int], smaller: Iterable[int]) -> None:
        """Add: the sum of some unknowns, less that of others, is not negative."""
        self.rows.append((dict.fromkeys(greater, 1) | dict.fromkeys(smaller, -1), 0, INFINITE))


def build(claims: Sequence[Claim], cells: Iterable[Cell] = ()) -> System:
    """The system for the cells of the claims and further cells; without the bounds that the claims set."""
    every = list(dict.fromkeys([cell for claim in claims if (cell := claim.cell)] + list(cells)))
    stretches = _stretches(cell.period for cell in every)
    keys = _completed(dict.fromkeys(cell.key for cell in every))
    first = {key: n * len(stretches) for n, key in enumerate(keys)}
    system = System(unknowns=len(keys) * len(stretches))
    for cell in every:
        system.cells[cell] = [
            first[cell.key] + n
            for n, stretch in enumerate(stretches)
            if cell.key.limit or cell.period.contains(stretch)
        ]
    _sums(system, keys, first, len(stretches))
    _containment(system, keys, first, len(stretches))
    _arrests(system, every)
    return system


def _stretches(periods: Iterable[Period]) -> list[Period]:
    days = sorted({day for period in periods for day in (period.start, period.end + _DAY)})
    return [Period(day, following - _DAY) for day, following in itertools.pairwise(days)]


def _completed(keys: dict[Key, None]) -> list[Key]:
    """The keys; of each whole the last part, if only one is missing, since its bounds may follow from the others; and
    the keys between a part and a whole in several dimensions, so that sums over regions and operations at once count.
    """
    completed = dict(keys)
    for key in keys:
        for dimension in hierarchies.DIMENSIONS:
            codes = hierarchies.complete_parts(dimension, getattr(key, dimension), key.limit)
            parts = [key._replace(**{dimension: code}) for code in sorted(codes)]
            missing = [part for part in parts if part not in keys]
            if len(missing) == 1 and len(parts) > 1:
                completed[missing[0]] = None
        for above in key.above():
            if above in keys:
                completed |= dict.fromkeys(_between(key, above))
    return list(completed)


def _between(key: Key, above: Key) -> list[Key]:
    """The steps from a part to a whole, one dimension at a time; none if one of them is not to disjoint parts."""
    steps, current = [], key
    for dimension in reversed(hierarchies.DIMENSIONS):
        code = getattr(above, dimension)
        if code == getattr(current, dimension):
            continue
        if (code, True) not in hierarchies.above(dimension, getattr(current, dimension), key.limit):
            return []
        current = current._replace(**{dimension: code})
        steps.append(current)
    return steps[:-1] if current == above else []


def _sums(system: System, keys: Sequence[Key], first: dict[Key, int], stretches: int) -> None:
    """Disjoint parts among the keys, in one dimension, against the nearest whole among the keys."""
    for (whole, dimension), parts in _nearest_wholes(keys).items():
        codes = hierarchies.complete_parts(dimension, getattr(whole, dimension), whole.limit)
        complete = bool(codes) and codes <= {getattr(part, dimension) for part in parts}
        for n in range(stretches):
            row = {first[whole] + n: 1} | {first[part] + n: -1 for part in parts}
            system.rows.append((row, 0, 0 if complete else INFINITE))


def _nearest_wholes(keys: Sequence[Key]) -> dict[tuple[Key, str], list[Key]]:
    known = set(keys)
    parts: dict[tuple[Key, str], list[Key]] = defaultdict(list)
    for key in keys:
        for dimension in hierarchies.DIMENSIONS:
            if key.limit and dimension == "measure" and key.measure == "limit_total":
                continue
            for code, disjoint in hierarchies.above(dimension, getattr(key, dimension), key.limit)[1:]:
                whole = key._replace(**{dimension: code})
                if whole in known:
                    if disjoint:
                        parts[whole, dimension].append(key)
                    break
    return parts


def _containment(system: System, keys: Sequence[Key], first: dict[Key, int], stretches: int) -> None:
    """Keys contained in several dimensions at once, or whose parts may overlap; arrests only in arrests."""
    known = set(keys)
    for key in keys:
        nearest: set[Key] = set()
        for above in key.above():
            if above == key or above not in known or (above.measure == "arrested") != (key.measure == "arrested"):
                continue
            if any(above in set(container.above()) for container in nearest):
                continue
            nearest.add(above)
            for n in range(stretches):
                system.at_least_zero([first[above] + n], [first[key] + n])


def _arrests(system: System, cells: Sequence[Cell]) -> None:
    """Sentences until a day against arrests until that day or later, both from the beginning of one operation."""
    arrested = [cell for cell in cells if cell.key.measure == "arrested" and cell.key.operation]
    for cell in cells:
        if cell.key.measure == "arrested":
            continue
        above = set(cell.key.above())
        for outer in arrested:
            same_start = cell.period.start == outer.period.start and cell.period.end <= outer.period.end
            if same_start and outer.key in above:
                system.at_least_zero(system.cells[outer], system.cells[cell])
