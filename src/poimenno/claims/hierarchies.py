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
    """A step from a part to its whole. `complete` names the parts that make up the whole; empty: others may exist."""

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
    measures = {"", "limit" if limit else "!limit"}
    return tuple(
        Step(row["whole"], row["part"], row["relation"], row["complete"])
        for row in reference.rows("hierarchies")
        if row["dimension"] == dimension and row["measures"] in measures
    )


@functools.cache
def above(dimension: str, code: str, limit: bool = False) -> tuple[tuple[str, bool], ...]:
    """What contains a code, from itself upward; of each whether every step to it joins disjoint parts.

    A code that is in no step (a territory in words) is contained in everything.
    """
    wholes = [(code, True)]
    disjoint = True
    while step := next((step for step in steps(dimension, limit) if step.part == code), None):
        disjoint = disjoint and step.relation == PART
        code = step.whole
        wholes.append((code, disjoint))
    if code and dimension != "measure":
        wholes.append(("", False))
    return tuple(wholes)


@functools.cache
def inside(dimension: str, code: str, whole: str, limit: bool = False) -> bool:
    """Whether a code is the whole or contained in it."""
    return whole in {container for container, _disjoint in above(dimension, code, limit)}


@functools.cache
def parts(dimension: str, whole: str, limit: bool = False) -> tuple[Step, ...]:
    """The disjoint parts of a whole, one step below it."""
    return tuple(step for step in steps(dimension, limit) if step.whole == whole and step.relation == PART)


@functools.cache
def complete_parts(dimension: str, whole: str, limit: bool = False) -> frozenset[str]:
    """All parts that together make up a whole; empty if no source says that they do."""
    return frozenset(step.part for step in parts(dimension, whole, limit) if step.complete)
