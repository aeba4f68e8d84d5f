"""The levels of the match model: the outcomes that a comparison can have, and what each weighs.

Comparisons, levels and their shares m (among pairs of one person) and u (among strangers) stand in
`reference/linkage_levels.csv`. A level is known by the name of its comparison and by its number, which is Splink's
(`gamma_…`): -1 if a value is missing, 0 for the last level (ELSE), and upward from there to the most alike.
"""

import math
from collections import defaultdict
from dataclasses import dataclass

from poimenno import reference
from poimenno.reference.vocabularies import Comparison

# One outcome alone surprises by no more than this, in bits: a share m of nearly nothing is a rule, not a measurement.
MAX_SURPRISE = 6.0
# Comparisons of who somebody is; the others are of what befell them, which kin and cellmates share.
IDENTITY_COMPARISONS = frozenset(
    {
        Comparison.SURNAME,
        Comparison.GIVEN_NAME,
        Comparison.PATRONYMIC,
        Comparison.BIRTH,
        Comparison.SEX,
        Comparison.SOURCE,
    }
)
MISSING = -1


@dataclass(frozen=True, slots=True)
class Evidence:
    """The outcome of one comparison of a pair, in words, and its share of the match weight, in bits."""

    comparison: Comparison
    level: str
    level_ru: str
    weight: float


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of a comparison. `m` and `u` are shares from 0 to 1; the level of missing values has none."""

    comparison: Comparison
    number: int
    label_en: str
    label_ru: str
    condition: str
    m: float
    u: float
    term_frequency: str
    source: str

    @property
    def weight(self) -> float:
        """The weight of the outcome in bits, before frequencies: log2 of m over u (Fellegi and Sunter 1969)."""
        return math.log2(self.m / self.u)


def comparisons() -> dict[Comparison, list[Level]]:
    """The levels of each comparison, both in the order of the table: the most alike first."""
    rows: dict[Comparison, list[reference.Row]] = defaultdict(list)
    for row in reference.rows("linkage_levels"):
        rows[Comparison(row["comparison"])].append(row)
    return {name: _numbered(levels) for name, levels in rows.items()}


def _numbered(rows: list[reference.Row]) -> list[Level]:
    """The levels of one comparison: those with shares are numbered down to 0."""
    measured = [row for row in rows if row["m"]]
    numbers = {id(row): number for number, row in enumerate(reversed(measured))}
    return [
        Level(
            comparison=Comparison(row["comparison"]),
            number=numbers.get(id(row), MISSING),
            label_en=row["label_en"],
            label_ru=row["label_ru"],
            condition=row["condition"],
            m=float(row["m"] or "nan"),
            u=float(row["u"] or "nan"),
            term_frequency=row["term_frequency"],
            source=row["source"],
        )
        for row in rows
    ]


def surprise(level: Level, levels: list[Level]) -> float:
    """How unusual an outcome is for one person, in bits: log2 of the share m of the most usual one over its own.

    0 for comparisons that are not of who somebody is. Kin who share a village and a day of arrest have much weight,
    and surprise too: that is what a reviewer should see.
    """
    if level.comparison not in IDENTITY_COMPARISONS or level.number == MISSING:
        return 0.0
    most_usual = max(other.m for other in levels if other.number != MISSING)
    return min(math.log2(most_usual / level.m), MAX_SURPRISE)
