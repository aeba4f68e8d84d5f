"""The bundled figures (`reference/figures/`) as claims. One row of a table may hold several figures.

A list of the Politburo with nobody in a category makes no claim about that category; everything else in the tables
becomes one. The wording of the tables is kept in territory, scope, status and note.
"""

from collections.abc import Iterator

from poimenno import reference
from poimenno.claims.claim import Claim
from poimenno.claims.reading.claim_rows import Cells, NoClaim, read_claim
from poimenno.foundation.errors import ReferenceTableError
from poimenno.foundation.language import gettext as _

_CATEGORIES = ("category_1", "category_2", "total")
# The collection of the sublists of the Politburo, and that of what they add up to.
SUBLISTS, SUMS = "stalin_lists", "stalin_lists_summed"


def read(*, sublists: bool = True) -> list[Claim]:
    """All bundled figures; without `sublists`, those of the Politburo are only there as their sums.

    Raises ReferenceTableError if one breaks the rules.
    """
    claims = []
    for collection, place, cells in _rows():
        if collection == SUBLISTS and not sublists:
            continue
        try:
            claims.append(read_claim(cells, f"{collection}:{place}", collection, numberless=True))
        except NoClaim as error:
            raise ReferenceTableError(
                _("The bundled claims {collection}.csv, row {place}: {reason}").format(
                    collection=collection, place=place, reason=error
                )
            ) from error
    return claims


def _rows() -> Iterator[tuple[str, str, Cells]]:
    """All figures as (collection, number of the row from 1 and part, cells)."""
    for collection, split in (
        ("limits_00447_initial", _limits),
        ("supplements_00447", _supplements),
        ("starting_page", _unchanged),
        ("statistics", _unchanged),
        ("totals", _unchanged),
        ("statements", _statements),
        (SUBLISTS, _sublists),
    ):
        for number, row in enumerate(reference.rows(f"figures/{collection}"), start=1):
            for part, cells in split(row):
                yield collection, f"{number}{part}", cells
    yield from _sums()


def _limits(row: Cells) -> Iterator[tuple[str, Cells]]:
    day = {"period_start": "1937-07-30", "period_end": "1937-07-30"}
    for category in _CATEGORIES[:2]:
        if row[category]:
            yield (
                f":{category}",
                {**row, **day, "measure": f"limit_{category}", "operation": "00447", "value": row[category]},
            )


def _supplements(row: Cells) -> Iterator[tuple[str, Cells]]:
    # The total is a figure of its own only if the categories are not given.
    given = [category for category in _CATEGORIES[:2] if row[category]] or ["total"]
    origin = f"{row['kind']}; {row['authority']}; dated {row['date']}"
    for category in given:
        yield (
            f":{category}",
            {
                **row,
                "measure": f"{row['measure']}_{category}",
                "operation": "00447",
                "value": row[category],
                "status": row["kind"],
                "note": f"{origin}. {row['note']}".strip(),
            },
        )


def _unchanged(row: Cells) -> Iterator[tuple[str, Cells]]:
    yield "", row


def _statements(row: Cells) -> Iterator[tuple[str, Cells]]:
    yield "", {**row, "measure": "event"}


def _sublists(row: Cells) -> Iterator[tuple[str, Cells]]:
    origin = f"List {row['list']}, volume {row['volume']}, part {row['sublist']}"
    if row["submitted_by"]:
        origin += f"; submitted by {row['submitted_by'].replace('|', ', ')}"
    if row["approved_by"]:
        origin += f"; approved by {row['approved_by'].replace('|', ', ')}"
    for number in (1, 2, 3):
        value = row[f"category_{number}"]
        if value and value != "0":
            yield (
                f":{number}",
                {
                    **row,
                    "measure": f"stalin_list_category_{number}",
                    "period_start": row["date"],
                    "period_end": row["date"],
                    "value": value,
                    "status": "transcribed",
                    "note": f"{origin}. {row['note']}".strip(),
                },
            )


def _sums() -> Iterator[tuple[str, str, Cells]]:
    """The sums of the sublists of the Politburo, by category and in all, to be compared with published totals."""
    lists = reference.rows("figures/stalin_lists")
    months = sorted(row["date"][:7] for row in lists if row["date"])
    sums = {f"category_{n}": sum(int(row[f"category_{n}"] or 0) for row in lists) for n in (1, 2, 3)}
    for category, value in {**sums, "total": sum(sums.values())}.items():
        yield (
            SUMS,
            category,
            {
                "measure": f"stalin_list_{category}",
                "period_start": months[0],
                "period_end": months[-1],
                "value": str(value),
                "precision": "exact",
                "source": lists[0]["source"],
                "status": "summed by this program",
                "note": f"The sum of {len(lists)} sublists.",
            },
        )
