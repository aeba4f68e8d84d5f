"""The links of the record: how heavy they are as a whole, and which entries each of them alone holds together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from poimenno.foundation import sql
from poimenno.people.comparison.levels import MISSING, comparisons
from poimenno.reference.vocabularies import Comparison
from poimenno.values.disjoint_sets import DisjointSets

if TYPE_CHECKING:
    import duckdb

THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999)
STEP = 5  # bits in a bar of the histogram


class Pair(Protocol):
    """A link as far as it holds entries together."""

    @property
    def entry_id_a(self) -> str:
        """One entry."""

    @property
    def entry_id_b(self) -> str:
        """The other."""

    @property
    def used(self) -> bool:
        """Whether the link holds a person together."""


@dataclass(frozen=True)
class WeightCount:
    """Links of the model with a weight from `weight` bits to `STEP` bits more; `used` hold a person together."""

    weight: int
    links: int
    used: int


@dataclass(frozen=True)
class ThresholdCount:
    """Links of the model that are at least as probable as a threshold."""

    threshold: float
    links: int


@dataclass(frozen=True)
class ComparisonLevel:
    """An outcome of a comparison: its shares among entries of one person (m) and of strangers (u), its weight in bits.

    The weight is that before the frequency of a name, day or place is taken into account.
    """

    comparison: Comparison
    level: str
    level_ru: str
    m: float
    u: float
    weight: float
    source: str


def separated_by(links: Sequence[Pair], cut: Pair) -> tuple[str, ...]:
    """The entries that would leave the first entry of a link if it were cut; none if other links hold them."""
    used = [link for link in links if link.used]
    rest = DisjointSets((link.entry_id_a, link.entry_id_b) for link in used if link is not cut)
    if rest.connected(cut.entry_id_a, cut.entry_id_b):
        return ()
    names = {entry for link in used for entry in (link.entry_id_a, link.entry_id_b)}
    return tuple(sorted(entry for entry in names if rest.connected(entry, cut.entry_id_b)))


def links_by_weight(db: "duckdb.DuckDBPyConnection") -> tuple[WeightCount, ...]:
    """How many links the model has by weight, lightest first."""
    return tuple(sql.rows_as(db, WeightCount, "queries", "links_by_weight", step=STEP))


def links_by_threshold(db: "duckdb.DuckDBPyConnection") -> tuple[ThresholdCount, ...]:
    """How many links of the model are at least as probable as each of `THRESHOLDS`."""
    return tuple(sql.rows_as(db, ThresholdCount, "queries", "links_by_threshold", thresholds=list(THRESHOLDS)))


def comparison_levels() -> tuple[ComparisonLevel, ...]:
    """Each outcome of each comparison that has a weight, in the order of the table."""
    return tuple(
        ComparisonLevel(level.comparison, level.label_en, level.label_ru, level.m, level.u, level.weight, level.source)
        for levels in comparisons().values()
        for level in levels
        if level.number != MISSING
    )
