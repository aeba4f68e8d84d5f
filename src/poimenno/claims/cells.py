"""What exactly a figure counts: measure, operation, body, part, region (a `Key`), in a period (together a `Cell`).

Two rules make periods comparable. The ends of a period longer than six weeks are moved to the ends of calendar months.
What happened under an order happened during its operation, so a figure of an operation for "1937-1938" is a figure of
the whole operation.
"""

import calendar
import functools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from poimenno import reference
from poimenno.claims import hierarchies
from poimenno.values.intervals import Period

_SHORT = timedelta(days=45)
# A period that starts on this day of a month or later is taken to start with the next month; one that ends on the other
# day or earlier, to end with the month before.
_LATE, _EARLY = 25, 5
# The first limits were set at one time, whichever day a source gives.
LIMITS_SET = Period(date(1937, 7, 30), date(1937, 7, 30))


class Key(NamedTuple):
    """What is counted, without the period. An empty code means all of them.

    A territory that is no region of the reference tables stands in `region` in brackets, as its source words it.
    """

    measure: str
    operation: str
    body: str
    scope: str
    region: str

    @property
    def limit(self) -> bool:
        """Whether a first limit is counted."""
        return hierarchies.is_limit(self.measure)

    @property
    def territory(self) -> str:
        """The words of a territory that is no region of the reference tables; empty for a region and the whole USSR."""
        return self.region[1:-1] if self.region.startswith("[") else ""

    def above(self) -> "Iterator[Key]":
        """All keys that contain this one, itself first."""
        for measure, _m in hierarchies.above("measure", self.measure):
            for operation, _o in hierarchies.above("operation", self.operation):
                for body, _b in hierarchies.above("body", self.body):
                    for scope in dict.fromkeys((self.scope, "")):
                        for region, _r in hierarchies.above("region", self.region, self.limit):
                            yield Key(measure, operation, body, scope, region)


class Cell(NamedTuple):
    """One true number that claims can be about: what is counted, and in which comparable period."""

    key: Key
    period: Period


@functools.cache
def comparable(period: Period, operation: str) -> Period:
    """A period in whole months (if it is long), within the months of the operation."""
    period = _monthly(period)
    lifetime = _lifetime(operation)
    return (lifetime and period.intersection(lifetime)) or period


@functools.cache
def _lifetime(operation: str) -> Period | None:
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
