"""The overlaps of lists in the record, under the links as judged and under links as they might also be.

A link is a judgement with a probability. Each draw takes a cut-off at random and keeps every link above it with its
own probability; entries that hang together are then one person. Links that were refused though likely (a decision, two
entries that contradict each other) stay refused. What the draws differ by is the part of the uncertainty that comes
from the links.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from poimenno.estimates.overlaps import MOST_LISTS, Overlaps
from poimenno.foundation.errors import EstimateError
from poimenno.foundation.language import gettext as _

if TYPE_CHECKING:
    import duckdb

Stratum = tuple[str | None, ...]
Places = NDArray[np.int64]
CUT_OFFS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99)

# By what a population may be divided: columns of the first case of an entry.
DIVISIONS: Mapping[str, str] = {
    "operation": "t.operation",
    "region": "c.region",
    "year": "CAST(c.year AS VARCHAR)",
    "month": "CASE WHEN date_trunc('month', c.sentence_earliest) = date_trunc('month', c.sentence_latest) "
    "THEN strftime(c.sentence_earliest, '%Y-%m') END",
    "outcome": "c.outcome",
    "sex": "p.sex",
}


@dataclass(frozen=True)
class Entries:
    """The entries of the lists: which list each is on (a bit), its person and stratum, and the links among them."""

    lists: tuple[str, ...]
    bits: Places
    persons: Places
    strata: Places
    names: list[Stratum]
    first: Places
    second: Places
    probability: NDArray[np.float64]
    drawable: NDArray[np.bool_] = field(repr=False)


def entries(db: "duckdb.DuckDBPyConnection", lists: Sequence[str], by: Sequence[str]) -> Entries:
    """Read them from the record. A list is the id of a source, or several joined by "+", which are taken as one.

    Raises EstimateError where a source or a division is unknown.
    """
    bits = _bits(db, lists)
    unknown = [name for name in by if name not in DIVISIONS]
    if unknown:
        raise EstimateError(
            _("Cannot divide by {name}: expected some of {all}.").format(name=unknown[0], all=", ".join(DIVISIONS))
        )
    divisions = ", ".join(DIVISIONS[name] for name in by)
    rows = db.execute(
        f"""
        SELECT e.entry_id, e.source_id, pe.person_id{", " + divisions if divisions else ""}
        FROM entries AS e JOIN person_entries AS pe USING (entry_id) JOIN persons AS p USING (person_id)
        LEFT JOIN (
            SELECT entry_id, min(case_id) AS case_id FROM case_entries GROUP BY entry_id
        ) AS ce ON ce.entry_id = e.entry_id
        LEFT JOIN cases AS c ON c.case_id = ce.case_id
        LEFT JOIN attributions AS t ON t.case_id = c.case_id
        WHERE list_contains($sources, e.source_id)
        ORDER BY e.ordinal, e.entry_id
        """,  # noqa: S608 - DIVISIONS is ours
        {"sources": list(bits)},
    ).fetchall()
    places = {row[0]: i for i, row in enumerate(rows)}
    persons: dict[str, int] = {}
    strata: dict[Stratum, int] = {}
    links = [
        (places[a], places[b], p, drawable)
        for a, b, p, drawable in db.execute(
            "SELECT entry_id_a, entry_id_b, probability, used OR (origin = 'model' AND probability < "
            "(SELECT coalesce(min(probability), 1) FROM links WHERE used AND origin = 'model')) "
            "FROM links ORDER BY entry_id_a, entry_id_b"
        ).fetchall()
        if a in places and b in places
    ]
    return Entries(
        tuple(lists),
        np.array([bits[row[1]] for row in rows], dtype=np.int64),
        np.array([persons.setdefault(row[2], len(persons)) for row in rows], dtype=np.int64),
        np.array([strata.setdefault(row[3:], len(strata)) for row in rows], dtype=np.int64),
        list(strata),
        np.array([link[0] for link in links], dtype=np.int64),
        np.array([link[1] for link in links], dtype=np.int64),
        np.array([link[2] for link in links], dtype=np.float64),
        np.array([link[3] for link in links], dtype=bool),
    )


def judged(found: Entries) -> dict[Stratum, Overlaps]:
    """The overlaps by stratum, persons as the record has them."""
    return _tables(found, found.persons)


def draws(found: Entries, size: int, seed: int) -> Iterator[dict[Stratum, Overlaps]]:
    """The overlaps by stratum under links as they might also be."""
    rng = np.random.default_rng(seed)
    for _draw in range(size):
        cut = rng.choice(CUT_OFFS)
        kept = found.drawable & (found.probability >= cut) & (rng.random(len(found.first)) < found.probability)
        yield _joined(found, kept)


def above(found: Entries, cut: float) -> dict[Stratum, Overlaps]:
    """The overlaps by stratum if every link of at least this probability is right, and no other."""
    return _joined(found, found.drawable & (found.probability >= cut))


def _joined(found: Entries, kept: NDArray[np.bool_]) -> dict[Stratum, Overlaps]:
    n = len(found.bits)
    near = coo_array((np.ones(int(kept.sum())), (found.first[kept], found.second[kept])), shape=(n, n))
    return _tables(found, np.asarray(connected_components(near, directed=False)[1], dtype=np.int64))


def _tables(found: Entries, persons: Places) -> dict[Stratum, Overlaps]:
    """Count persons by pattern; a person belongs where most is known of its first entries."""
    count = int(persons.max()) + 1 if len(persons) else 0
    patterns = np.zeros(count, dtype=np.int64)
    np.bitwise_or.at(patterns, persons, found.bits)
    known = np.array([sum(value is not None for value in name) for name in found.names], dtype=np.int64)
    order = np.argsort(-known[found.strata], kind="stable")[::-1]
    stratum = np.zeros(count, dtype=np.int64)
    stratum[persons[order]] = found.strata[order]  # the last written is the one of which most is known
    cells = 1 << len(found.lists)
    counts = np.bincount(stratum * cells + patterns, minlength=len(found.names) * cells).reshape(-1, cells)
    counts[:, 0] = 0
    return {
        name: Overlaps(found.lists, tuple(int(c) for c in row))
        for name, row in zip(found.names, counts, strict=True)
        if row.any()
    }


def _bits(db: "duckdb.DuckDBPyConnection", lists: Sequence[str]) -> dict[str, int]:
    if not 1 <= len(lists) <= MOST_LISTS:
        raise EstimateError(_("Name from 2 to {most} lists.").format(most=MOST_LISTS))
    there = {row[0] for row in db.execute("SELECT source_id FROM sources").fetchall()}
    bits: dict[str, int] = {}
    for j, name in enumerate(lists):
        for source in name.split("+"):
            if source not in there:
                raise EstimateError(
                    _("{name} is no source of this record; `poimenno stats DIR --json` tells what there is.").format(
                        name=source
                    )
                )
            if source in bits:
                raise EstimateError(_("{name} is named twice among the lists.").format(name=source))
            bits[source] = 1 << j
    return bits


def impossible(lists: Sequence[str], overlaps: Sequence[str]) -> frozenset[int]:
    """The patterns that cannot occur, from overlaps such as "A+B": nobody can be on both, whatever else they are on.

    Where a list is itself "A+B", its overlap with C is "A+B+C". Raises EstimateError where an overlap is not one of two
    and more of the lists.
    """
    found: set[int] = set()
    for overlap in overlaps:
        sources = set(overlap.split("+"))
        inside = [j for j, name in enumerate(lists) if set(name.split("+")) <= sources]
        if len(inside) < 2 or {source for j in inside for source in lists[j].split("+")} != sources:
            raise EstimateError(
                _("{overlap} is no overlap of the lists {lists}: expected two of them and more, as A+B.").format(
                    overlap=overlap, lists=", ".join(lists)
                )
            )
        want = sum(1 << j for j in inside)
        found.update(p for p in range(1 << len(lists)) if p & want == want)
    return frozenset(found)


def as_dict(by: Sequence[str], stratum: Stratum) -> dict[str, Any]:
    """The stratum with the names of its divisions."""
    return dict(zip(by, stratum, strict=True))
