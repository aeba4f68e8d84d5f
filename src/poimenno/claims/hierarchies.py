"""What a figure may be part of, from `reference/hierarchies.csv`: steps of measures, operations, regions and bodies.

The empty code stands for everything: all operations, the whole USSR, all bodies.
"""

import functools
from dataclasses import dataclass

from poimenno import reference

DIMENSIONS = ("measure", "operation", "body", "region")
PART, WITHIN, AT_MOST = "part", "within", "at_most"
_LIMIT = ("limit_category_", "limit_total")


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a part to its whole. `complete` names the parts that together make up the whole; empty: there may
    be others.
    """

    whole: str
    part: str
    relation: str
    complete: str


def is_limit(measure: str) -> bool:
    """Whether a measure is a first limit: those follow the regions of the order's own table."""
    return measure.startswith(_LIMIT)


@functools.cache
def steps(dimension: str, limit: bool = False) -> tuple[Step, ...]:
    """The steps of a dimension; regions differ between first limits and everything else."""
    wanted = {"", "limit" if limit else "!limit"}
    return tuple(
        Step(row["whole"], row["part"], row["relation"], row["complete"])
        for row in reference.rows("hierarchies")
        if row["dimension"] == dimension and row["measures"] in wanted
    )


@functools.cache
def above(dimension: str, code: str, limit: bool = False) -> tuple[tuple[str, bool], ...]:
    """What a code lies in, from itself upward, each with whether only steps to a whole of disjoint parts lead there.

    A code that no step knows (a territory in words) lies in everything.
    """
    found = [(code, True)]
    disjoint = True
    at = code
    while step := next((one for one in steps(dimension, limit) if one.part == at), None):
        disjoint = disjoint and step.relation == PART
        at = step.whole
        found.append((at, disjoint))
    if at and dimension != "measure":
        found.append(("", False))
    return tuple(found)


@functools.cache
def inside(dimension: str, code: str, whole: str, limit: bool = False) -> bool:
    """Whether a code is a whole or lies in it."""
    return any(one == whole for one, _disjoint in above(dimension, code, limit))


@functools.cache
def parts(dimension: str, whole: str, limit: bool = False) -> tuple[Step, ...]:
    """The disjoint parts of a whole, one step below it."""
    return tuple(one for one in steps(dimension, limit) if one.whole == whole and one.relation == PART)


@functools.cache
def makes_up(dimension: str, whole: str, limit: bool = False) -> frozenset[str]:
    """All parts that together make up a whole; empty where nobody says that they do."""
    return frozenset(one.part for one in parts(dimension, whole, limit) if one.complete)
