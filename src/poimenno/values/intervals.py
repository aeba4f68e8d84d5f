"""Intervals: a period of days, and a number of people known only to lie between two numbers.

Both are closed: the ends belong to them. Neither knows what it is a period or a number of, and neither rounds; rules of
comparison (to the month, within an operation) belong to the rooms that compare.
"""

from datetime import date, timedelta
from typing import NamedTuple


class Period(NamedTuple):
    """The days from `start` to `end`, both included. `start` is never after `end`."""

    start: date
    end: date

    def contains(self, other: "Period") -> bool:
        """Whether all days of another period lie in this one."""
        return self.start <= other.start and other.end <= self.end

    def intersection(self, other: "Period") -> "Period | None":
        """The days that two periods share; None if they share none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start <= end else None

    def distance(self, other: "Period") -> int:
        """Days from the end of one period to the start of the other; 0 if they overlap."""
        return max(0, (self.start - other.end).days, (other.start - self.end).days)

    @property
    def length(self) -> timedelta:
        """The time from the first day to the last; zero for a single day."""
        return self.end - self.start

    @property
    def days(self) -> int:
        """The number of days."""
        return self.length.days + 1

    @property
    def months(self) -> int:
        """The number of calendar months that have at least one day in the period."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


class CountRange(NamedTuple):
    """At least `low` and at most `high` people."""

    low: int = 0
    high: int = 0

    def plus(self, other: "CountRange") -> "CountRange":
        """The sum of two numbers, each known to lie in its range."""
        return CountRange(self.low + other.low, self.high + other.high)

    def hull(self, other: "CountRange") -> "CountRange":
        """The smallest range that contains both ranges."""
        return CountRange(min(self.low, other.low), max(self.high, other.high))
