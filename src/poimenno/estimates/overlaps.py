"""The table of overlaps: how many people are on which of several lists, and on no other.

All estimators take this and nothing else. A pattern is a number: its bit *j* is set if the people are on list *j*.
Pattern 0, on none of them, is what is estimated and has no count. A pattern that cannot occur (the list was closed
before, or excluded such cases) is declared impossible: this is not the same as a count of zero.
"""

import csv
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from poimenno.foundation.errors import EstimateError
from poimenno.foundation.language import gettext as _

Array = NDArray[np.float64]
Counts = NDArray[np.int64]
MOST_LISTS = 16  # a table has 2^lists cells


@dataclass(frozen=True)
class Overlaps:
    """Counts of people by the lists that they are on.

    `counts[p]` is the number of people with pattern `p`; `counts[0]` is always 0 and has no meaning.
    """

    lists: tuple[str, ...]
    counts: tuple[int, ...]
    impossible: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        problem = _problem(self.lists, self.counts, self.impossible)
        if problem:
            raise EstimateError(problem)

    @property
    def n(self) -> int:
        """People on at least one list."""
        return sum(self.counts)

    @property
    def array(self) -> Counts:
        """The counts by pattern, as numpy has it."""
        return np.array(self.counts, dtype=np.int64)

    @property
    def possible(self) -> NDArray[np.bool_]:
        """Which patterns can be observed: all but 0 and those declared impossible."""
        mask = np.ones(len(self.counts), dtype=bool)
        mask[[0, *self.impossible]] = False
        return mask

    def size(self, name: str) -> int:
        """People on one list."""
        return self.shared(name)

    def shared(self, *names: str) -> int:
        """People on all of these lists, whatever others they are on."""
        mask = sum(1 << self.lists.index(name) for name in names)
        return sum(c for p, c in enumerate(self.counts) if p & mask == mask)

    def by_number_of_lists(self) -> tuple[int, ...]:
        """How many people are on exactly 1, 2, … lists."""
        return tuple(
            sum(c for p, c in enumerate(self.counts) if p.bit_count() == k) for k in range(1, len(self.lists) + 1)
        )

    def reordered(self, names: Sequence[str]) -> "Overlaps":
        """The same table with some of the lists, in this order; people on none of them are gone."""
        places = [self.lists.index(name) for name in names]

        def to(pattern: int) -> int:
            return sum(1 << new for new, old in enumerate(places) if pattern >> old & 1)

        counts = [0] * (1 << len(places))
        for pattern, count in enumerate(self.counts):
            counts[to(pattern)] += count
        counts[0] = 0
        # A margin is impossible only if everything that adds up to it is.
        possible = {to(p) for p in range(1, len(self.counts)) if p not in self.impossible}
        return Overlaps(tuple(names), tuple(counts), frozenset(range(1, len(counts))) - possible)

    def without(self, name: str) -> "Overlaps":
        """The table as if one list did not exist."""
        return self.reordered([other for other in self.lists if other != name])

    def merged(self, first: str, second: str) -> "Overlaps":
        """The table with two lists treated as one, for lists that copy each other."""
        keep = [name for name in self.lists if name not in (first, second)]
        a, b = self.lists.index(first), self.lists.index(second)
        rest = [self.lists.index(name) for name in keep]
        counts = [0] * (1 << (len(keep) + 1))
        possible = set()
        for pattern, count in enumerate(self.counts):
            to = int(bool(pattern >> a & 1 or pattern >> b & 1))
            to |= sum(1 << (i + 1) for i, old in enumerate(rest) if pattern >> old & 1)
            counts[to] += count
            if pattern not in self.impossible:
                possible.add(to)
        return Overlaps((f"{first}+{second}", *keep), tuple(counts), frozenset(range(1, len(counts))) - possible)

    def allows(self, patterns: Iterable[int]) -> bool:
        """Whether nobody has one of these patterns."""
        return not any(self.counts[pattern] for pattern in patterns)

    def forbidding(self, patterns: Iterable[int]) -> "Overlaps":
        """The table with these patterns declared impossible. Raises EstimateError if somebody has one."""
        return Overlaps(self.lists, self.counts, self.impossible | frozenset(patterns))

    def scattered(self) -> list[list[str]]:
        """The lists in groups: lists of different groups share nobody. Normally there is one group."""
        groups = [{name} for name in self.lists]
        for pattern, count in enumerate(self.counts):
            names = {name for j, name in enumerate(self.lists) if count and pattern >> j & 1}
            touching = [g for g in groups if g & names]
            if len(touching) > 1:
                groups = [g for g in groups if g not in touching] + [set().union(*touching)]
        return [sorted(g, key=self.lists.index) for g in groups]

    def fingerprint(self) -> str:
        """SHA-256 of the lists and counts, for the provenance of an estimate."""
        content = json.dumps([self.lists, self.counts, sorted(self.impossible)], ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()

    def combinations(self) -> list[tuple[tuple[str, ...], int]]:
        """The lists and the count of each pattern that occurs; the largest first."""
        names = [tuple(name for j, name in enumerate(self.lists) if p >> j & 1) for p in range(len(self.counts))]
        pairs = [(names[p], count) for p, count in enumerate(self.counts) if count]
        return sorted(pairs, key=lambda pair: (-pair[1], str(list(pair[0]))))


def overlaps_from_patterns(
    lists: Sequence[str], rows: Iterable[tuple[Sequence[int], int]], impossible: Iterable[Sequence[int]] = ()
) -> Overlaps:
    """Make a table from rows of (one 0 or 1 for each list, count); rows of one pattern are added up.

    Raises EstimateError if a row has another number of lists, a value other than 0 or 1, or a negative count.
    """
    counts = [0] * (1 << min(len(lists), MOST_LISTS))
    for marks, count in rows:
        pattern = _pattern(marks, len(lists))
        if pattern == 0 and count:
            raise EstimateError(
                _("A row counts people on none of the lists. Remove it: that number is what is estimated.")
            )
        if pattern < len(counts):
            counts[pattern] += count
    return Overlaps(tuple(lists), tuple(counts), frozenset(_pattern(marks, len(lists)) for marks in impossible))


def overlaps_from_persons(persons: Iterable[Iterable[str]], lists: Sequence[str]) -> Overlaps:
    """Make a table from the lists of each person; a person on none of `lists` is left out."""
    bit = {name: 1 << j for j, name in enumerate(lists)}
    counts = [0] * (1 << len(lists))
    for names in persons:
        counts[sum(bit[name] for name in set(names) if name in bit)] += 1
    counts[0] = 0
    return Overlaps(tuple(lists), tuple(counts))


def overlaps_from_counts(lists: Sequence[str], counts: Mapping[int, int]) -> Overlaps:
    """Make a table from counts by pattern number."""
    return Overlaps(tuple(lists), tuple(counts.get(p, 0) if p else 0 for p in range(1 << len(lists))))


def overlaps_from_csv(path: Path) -> Overlaps:
    """Read a CSV with a column for each list (0 or 1) and a column `count`.

    Raises EstimateError that names the line if the file has another form.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        lists = [name for name in table.fieldnames or [] if name != "count"]
        if "count" not in (table.fieldnames or []):
            raise EstimateError(_("{file}: has no column named count.").format(file=path))
        rows = []
        for row in table:
            try:
                rows.append(([int(row[name]) for name in lists], int(row["count"])))
            except (TypeError, ValueError):
                raise EstimateError(
                    _("{file}, line {line}: expected 0 or 1 for each list and a whole number as count.").format(
                        file=path, line=table.line_num
                    )
                ) from None
    return overlaps_from_patterns(lists, rows)


def _pattern(marks: Sequence[int], lists: int) -> int:
    if len(marks) != lists or any(mark not in (0, 1) for mark in marks):
        raise EstimateError(
            _("A pattern is {marks}; expected 0 or 1 for each of {n} lists.").format(marks=list(marks), n=lists)
        )
    return sum(1 << j for j, mark in enumerate(marks) if mark)


def _problem(lists: tuple[str, ...], counts: tuple[int, ...], impossible: frozenset[int]) -> str | None:
    if not lists or len(set(lists)) < len(lists):
        return _("A table of overlaps needs lists with different names; got {lists}.").format(lists=list(lists))
    if len(lists) > MOST_LISTS:
        return _("{n} lists are too many; the maximum is {most}. Merge some of them.").format(
            n=len(lists), most=MOST_LISTS
        )
    if len(counts) != 1 << len(lists) or counts[0] or any(c < 0 for c in counts):
        return _("A table of {n} lists needs {cells} counts of 0 or more, the first of them 0.").format(
            n=len(lists), cells=1 << len(lists)
        )
    wrong = [p for p in impossible if not 0 < p < len(counts) or counts[p]]
    if wrong:
        names = ["+".join(name for j, name in enumerate(lists) if p >> j & 1) for p in wrong if 0 < p < len(counts)]
        return _(
            "An overlap declared impossible occurs in the data, or is not an overlap: {patterns}. Check "
            "the links of these people, or do not declare it impossible."
        ).format(patterns=", ".join(names) or wrong)
    return None


# The names of version 0.1.
of_patterns, of_persons, of_csv = overlaps_from_patterns, overlaps_from_persons, overlaps_from_csv
