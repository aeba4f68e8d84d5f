"""The overlaps of lists in the record, under the links as judged and under links as they might also be.

A link is a judgement with a probability. Each draw takes a threshold at random and keeps every link above it with its
own probability; entries that are connected by links are then one person. Likely links that were refused (by a decision,
or because two entries contradict each other) stay refused. The difference between the draws is the part of the
uncertainty that comes from the links.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from poimenno.estimates.overlaps import MOST_LISTS, Overlaps
from poimenno.foundation import sql
from poimenno.foundation.errors import EstimateError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import EstimateDivision

if TYPE_CHECKING:
    import duckdb

# The values of a stratum, one for each division; None: not known.
StratumKey = tuple[str | None, ...]
Indices = NDArray[np.int64]
THRESHOLDS_OF_DRAWS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99)
# The columns of listed_entries.sql that stand before the divisions: entry, source, person.
_FIRST_DIVISION = 3


@dataclass(frozen=True)
class ListedEntries:
    """The entries of the lists, one value each: the bit of its list, the numbers of its person and of its stratum.

    `first` and `second` are the positions of the linked entries; `drawable` says which links a draw may take.
    """

    lists: tuple[str, ...]
    bits: Indices
    persons: Indices
    strata: Indices
    stratum_keys: list[StratumKey]
    first: Indices
    second: Indices
    probability: NDArray[np.float64]
    drawable: NDArray[np.bool_] = field(repr=False)


def read_listed_entries(
    db: "duckdb.DuckDBPyConnection", lists: Sequence[str], divisions: Sequence[str]
) -> ListedEntries:
    """Read the entries of the lists. A list is the id of a source, or several ids joined by "+" and treated as one.

    Raises EstimateError if a source or a division is unknown.
    """
    bits = _bits_of_sources(db, lists)
    rows = sql.run(db, "estimates", "listed_entries", sources=list(bits))
    columns = [_FIRST_DIVISION + place for place in _places_of_divisions(divisions)]
    positions = {row[0]: position for position, row in enumerate(rows)}
    persons: dict[str, int] = {}
    strata: dict[StratumKey, int] = {}
    links = sql.run(db, "estimates", "listed_links", sources=list(bits))
    return ListedEntries(
        tuple(lists),
        np.array([bits[row[1]] for row in rows], dtype=np.int64),
        np.array([persons.setdefault(row[2], len(persons)) for row in rows], dtype=np.int64),
        np.array([strata.setdefault(tuple(row[c] for c in columns), len(strata)) for row in rows], dtype=np.int64),
        list(strata),
        np.array([positions[link[0]] for link in links], dtype=np.int64),
        np.array([positions[link[1]] for link in links], dtype=np.int64),
        np.array([link[2] for link in links], dtype=np.float64),
        np.array([link[3] for link in links], dtype=bool),
    )


def judged_overlaps(entries: ListedEntries) -> dict[StratumKey, Overlaps]:
    """The overlaps by stratum, with the persons of the record."""
    return _overlaps_by_stratum(entries, entries.persons)


def drawn_overlaps(entries: ListedEntries, draws: int, seed: int) -> Iterator[dict[StratumKey, Overlaps]]:
    """The overlaps by stratum under links drawn at random, draw by draw."""
    rng = np.random.default_rng(seed)
    for _draw in range(draws):
        threshold = rng.choice(THRESHOLDS_OF_DRAWS)
        likely = entries.drawable & (entries.probability >= threshold)
        yield _overlaps_of_links(entries, likely & (rng.random(len(entries.first)) < entries.probability))


def overlaps_above(entries: ListedEntries, threshold: float) -> dict[StratumKey, Overlaps]:
    """The overlaps by stratum if every link of at least this probability is right, and no other."""
    return _overlaps_of_links(entries, entries.drawable & (entries.probability >= threshold))


def _overlaps_of_links(entries: ListedEntries, taken: NDArray[np.bool_]) -> dict[StratumKey, Overlaps]:
    size = len(entries.bits)
    graph = coo_array((np.ones(int(taken.sum())), (entries.first[taken], entries.second[taken])), shape=(size, size))
    persons = np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)
    return _overlaps_by_stratum(entries, persons)


def _overlaps_by_stratum(entries: ListedEntries, persons: Indices) -> dict[StratumKey, Overlaps]:
    """Count persons by pattern; a person belongs to the stratum of which most is known, of the first such entry."""
    count = int(persons.max()) + 1 if len(persons) else 0
    patterns = np.zeros(count, dtype=np.int64)
    np.bitwise_or.at(patterns, persons, entries.bits)
    known = np.array([sum(value is not None for value in key) for key in entries.stratum_keys], dtype=np.int64)
    order = np.argsort(-known[entries.strata], kind="stable")[::-1]
    stratum = np.zeros(count, dtype=np.int64)
    stratum[persons[order]] = entries.strata[order]  # the last written is the one of which most is known
    cells = 1 << len(entries.lists)
    counts = np.bincount(stratum * cells + patterns, minlength=len(entries.stratum_keys) * cells).reshape(-1, cells)
    counts[:, 0] = 0
    return {
        key: Overlaps(entries.lists, tuple(int(c) for c in row))
        for key, row in zip(entries.stratum_keys, counts, strict=True)
        if row.any()
    }


def _places_of_divisions(divisions: Sequence[str]) -> list[int]:
    known = list(EstimateDivision)
    for name in divisions:
        if name not in known:
            raise EstimateError(
                _("Cannot stratify by {name}; expected any of {all}.").format(name=name, all=", ".join(known))
            )
    return [known.index(EstimateDivision(name)) for name in divisions]


def _bits_of_sources(db: "duckdb.DuckDBPyConnection", lists: Sequence[str]) -> dict[str, int]:
    if not 1 <= len(lists) <= MOST_LISTS:
        raise EstimateError(_("Name between 2 and {most} lists.").format(most=MOST_LISTS))
    known = {row[0] for row in sql.run(db, "estimates", "source_ids")}
    bits: dict[str, int] = {}
    for j, name in enumerate(lists):
        for source in name.split("+"):
            if source not in known:
                raise EstimateError(
                    _("{name} is not a source in this record; `poimenno stats DIR --json` lists its sources.").format(
                        name=source
                    )
                )
            if source in bits:
                raise EstimateError(_("The list {name} is given twice.").format(name=source))
            bits[source] = 1 << j
    return bits


def impossible_patterns(lists: Sequence[str], overlaps: Sequence[str]) -> frozenset[int]:
    """The patterns that cannot occur, from overlaps such as "A+B": nobody can be on both, whatever else they are on.

    If a list is itself "A+B", its overlap with C is "A+B+C". Raises EstimateError if an overlap is not one of two or
    more of the lists.
    """
    patterns: set[int] = set()
    for overlap in overlaps:
        sources = set(overlap.split("+"))
        inside = [j for j, name in enumerate(lists) if set(name.split("+")) <= sources]
        if len(inside) < 2 or {source for j in inside for source in lists[j].split("+")} != sources:
            raise EstimateError(
                _(
                    "{overlap} is not an overlap of the lists {lists}; expected two or more of them, such as A+B."
                ).format(overlap=overlap, lists=", ".join(lists))
            )
        both = sum(1 << j for j in inside)
        patterns.update(p for p in range(1 << len(lists)) if p & both == both)
    return frozenset(patterns)
