"""Claims as the checks see them: what exactly is counted (a cell), and which true numbers the claim allows.

Two rules make periods comparable. A period longer than six weeks is told to the month. What happened under an order
happened during the operation, so a figure of an operation for "1937-1938" is one of the whole operation.
"""

import calendar
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from poimenno import reference
from poimenno.claims import hierarchies
from poimenno.values.intervals import Period

if TYPE_CHECKING:
    import duckdb

PEOPLE = "people"
# Counted apart from everything: nobody can say what belongs together.
_APART = frozenset({"other", "event", "duration", "show_trials", "families_deported"})
_WHOLE_USSR = frozenset({"", "USSR", "СССР", "CCCP"})
_SHORT = timedelta(days=45)
# From which day of a month a period is said to begin with the next, and until which to end with the last.
_LATE, _EARLY = 25, 5
# First limits stood at one time, whatever day a source gives.
_LIMIT_DAY = date(1937, 7, 30)


class Key(NamedTuple):
    """What is counted, but for the period; empty: all."""

    measure: str
    operation: str
    body: str
    scope: str
    region: str

    @property
    def limit(self) -> bool:
        """Whether a first limit is counted."""
        return hierarchies.is_limit(self.measure)

    def above(self) -> "Iterable[Key]":
        """All keys that this one lies in, itself first."""
        for measure, _m in hierarchies.above("measure", self.measure):
            for operation, _o in hierarchies.above("operation", self.operation):
                for body, _b in hierarchies.above("body", self.body):
                    for scope in dict.fromkeys((self.scope, "")):
                        for region, _r in hierarchies.above("region", self.region, self.limit):
                            yield Key(measure, operation, body, scope, region)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of the table claims, with the columns that checks read."""

    claim_id: str
    measure: str
    operation: str | None
    body: str | None
    scope: str | None
    region: str | None
    territory: str | None
    period_start: date | None
    period_end: date | None
    value: int | None
    unit: str
    precision: str
    possible_low: int | None
    possible_high: int | None
    event: str | None
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    source: str
    source_year: int | None
    page: str | None
    quotes: str | None
    status: str | None
    collection: str

    @property
    def key(self) -> Key:
        """What is counted."""
        region = self.region or ("" if (self.territory or "") in _WHOLE_USSR else f"[{self.territory}]")
        return Key(self.measure, self.operation or "", self.body or "", self.scope or "", region)

    @property
    def period(self) -> Period | None:
        """The period, made comparable; None where it is not told."""
        if hierarchies.is_limit(self.measure):
            return Period(_LIMIT_DAY, _LIMIT_DAY)
        if self.period_start is None or self.period_end is None:
            return None
        return comparable(Period(self.period_start, self.period_end), self.operation or "")

    @property
    def counted(self) -> bool:
        """Whether it is a number of people that can be compared."""
        return (
            self.unit == PEOPLE
            and self.measure not in _APART
            and self.possible_low is not None
            and self.period is not None
        )

    @property
    def low(self) -> int:
        """The least true number that it allows."""
        return self.possible_low or 0

    @property
    def high(self) -> float:
        """The greatest true number that it allows; infinite where it is open."""
        return float("inf") if self.possible_high is None else self.possible_high


@functools.cache
def comparable(period: Period, operation: str) -> Period:
    """A period to the month, within the life of the operation."""
    period = _monthly(period)
    life = _life(operation)
    if life is None:
        return period
    return period.intersection(life) or period


@functools.cache
def _life(operation: str) -> Period | None:
    for row in reference.rows("periods"):
        if row["kind"] == "operation" and row["period"] == operation:
            return _monthly(Period(date.fromisoformat(row["starts"]), date.fromisoformat(row["ends"])))
    return None


def _monthly(period: Period) -> Period:
    if period.length <= _SHORT:
        return period
    start = period.start.replace(day=1)
    if period.start.day >= _LATE:
        start = (start + timedelta(days=31)).replace(day=1)
    last = calendar.monthrange(period.end.year, period.end.month)[1]
    end = period.end.replace(day=1) - timedelta(days=1) if period.end.day <= _EARLY else period.end.replace(day=last)
    return Period(start, end)


def read(db: "duckdb.DuckDBPyConnection", *, lists: bool = False) -> list[Said]:
    """The claims of a record in the order of their ids; the sublists of the Politburo only if `lists`."""
    names = ", ".join(one.name for one in fields(Said))
    where = "" if lists else "WHERE collection != 'stalin_lists'"
    found = db.execute(f"SELECT {names} FROM claims {where} ORDER BY claim_id").fetchall()  # noqa: S608
    return [Said(*row) for row in found]


def trusted(claims: Sequence[Said], names: Sequence[str]) -> list[Said]:
    """The claims whose source or collection contains one of the names, whatever their case; all, without names."""
    wanted = [name.casefold() for name in names]
    if not wanted:
        return list(claims)
    return [
        one
        for one in claims
        if any(name in one.source.casefold() or name == one.collection.casefold() for name in wanted)
    ]
