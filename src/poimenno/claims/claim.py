"""A claim: one figure, or one date, that one source states. The class is a row of the table `claims`.

A claim is never corrected. What it counts is its `cell`; which true numbers it allows lie from `low` to `high`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from poimenno.claims import hierarchies
from poimenno.claims.cells import LIMITS_SET, Cell, Key, comparable
from poimenno.reference.vocabularies import Extent, Measure, Precision, Unit
from poimenno.values.intervals import Period

# Measures that are compared with nothing: no source says what belongs together.
_INCOMPARABLE = frozenset(
    {Measure.OTHER, Measure.EVENT, Measure.DURATION, Measure.SHOW_TRIALS, Measure.FAMILIES_DEPORTED}
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure or date stated by one source: the columns of the table `claims`, where each is explained."""

    claim_id: str
    measure: Measure
    operation: str | None = None
    body: str | None = None
    scope: str | None = None
    region: str | None = None
    territory: str | None = None
    extent: Extent | None = None
    period_start: date | None = None
    period_end: date | None = None
    value: int | None = None
    value_low: int | None = None
    value_high: int | None = None
    unit: Unit = Unit.PEOPLE
    precision: Precision = Precision.EXACT
    possible_low: int | None = None
    possible_high: int | None = None
    event: str | None = None
    date_edtf: str | None = None
    date_earliest: date | None = None
    date_latest: date | None = None
    source: str = ""
    source_year: int | None = None
    page: str | None = None
    via: str | None = None
    quotes: str | None = None
    quote: str | None = None
    counts: str | None = None
    status: str | None = None
    note: str | None = None
    collection: str = ""

    @property
    def key(self) -> Key:
        """What is counted, without the period."""
        region = f"[{self.territory}]" if self.extent is Extent.OTHER_TERRITORY else self.region or ""
        return Key(self.measure, self.operation or "", self.body or "", self.scope or "", region)

    @property
    def period(self) -> Period | None:
        """The comparable period; None if the source states none."""
        if hierarchies.is_limit(self.measure):
            return LIMITS_SET
        if self.period_start is None or self.period_end is None:
            return None
        return comparable(Period(self.period_start, self.period_end), self.operation or "")

    @property
    def cell(self) -> Cell | None:
        """The number that the claim is about, if it counts people and can be compared with other claims; else None."""
        if self.unit != Unit.PEOPLE or self.measure in _INCOMPARABLE or self.possible_low is None:
            return None
        period = self.period
        return Cell(self.key, period) if period else None

    @property
    def low(self) -> int:
        """The smallest true number that the claim allows."""
        return self.possible_low or 0

    @property
    def high(self) -> float:
        """The greatest true number that the claim allows; infinite if there is no upper end."""
        return float("inf") if self.possible_high is None else self.possible_high


def with_cells(claims: Iterable[Claim]) -> Iterator[tuple[Cell, Claim]]:
    """The claims that can be compared, each with its cell."""
    for claim in claims:
        cell = claim.cell
        if cell:
            yield cell, claim


def from_sources(claims: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    """The claims whose source contains one of the names or whose collection is one, in any case; all without names."""
    folded = [name.casefold() for name in names]
    return [
        claim
        for claim in claims
        if not folded or any(name in claim.source.casefold() or name == claim.collection.casefold() for name in folded)
    ]
