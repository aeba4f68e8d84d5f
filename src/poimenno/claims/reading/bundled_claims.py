"""The bundled figures (`reference/figures/`) as rows of claims: one row of a table may hold several figures.

A list of the Politburo without anybody in a category makes no claim of that category; everything else in the tables
becomes one. The wording of the tables is kept in territory, scope, status and note.
"""

from collections.abc import Iterator

from poimenno import reference

CATEGORIES = ("category_1", "category_2", "total")
# The collection of what itemised tables add up to.
SUMS = "stalin_lists_summed"
Row = dict[str, str]


def rows() -> Iterator[tuple[str, str, Row]]:
    """All figures as (collection, number of the row from 1 and part, cells)."""
    for collection, split in (
        ("limits_00447_initial", _limits),
        ("supplements_00447", _supplements),
        ("starting_page", _as_it_stands),
        ("statistics", _as_it_stands),
        ("totals", _as_it_stands),
        ("statements", _statements),
        ("stalin_lists", _stalin_lists),
    ):
        for number, row in enumerate(reference.rows(f"figures/{collection}"), start=1):
            for part, cells in split(row):
                yield collection, f"{number}{part}", cells
    yield from _summed()


def _limits(row: Row) -> Iterator[tuple[str, Row]]:
    day = {"period_start": "1937-07-30", "period_end": "1937-07-30"}
    for category in CATEGORIES[:2]:
        if row[category]:
            yield (
                f":{category}",
                {**row, **day, "measure": f"limit_{category}", "operation": "00447", "value": row[category]},
            )


def _supplements(row: Row) -> Iterator[tuple[str, Row]]:
    # The total is a figure of its own only where it is not told by categories.
    told = [category for category in CATEGORIES[:2] if row[category]] or ["total"]
    said = f"{row['kind']}; {row['authority']}; dated {row['date']}"
    for category in told:
        yield (
            f":{category}",
            {
                **row,
                "measure": f"{row['measure']}_{category}",
                "operation": "00447",
                "value": row[category],
                "status": row["kind"],
                "note": f"{said}. {row['note']}".strip(),
            },
        )


def _as_it_stands(row: Row) -> Iterator[tuple[str, Row]]:
    yield "", row


def _statements(row: Row) -> Iterator[tuple[str, Row]]:
    yield "", {**row, "measure": "event"}


def _stalin_lists(row: Row) -> Iterator[tuple[str, Row]]:
    said = f"List {row['list']}, volume {row['volume']}, part {row['sublist']}"
    if row["submitted_by"]:
        said += f"; submitted by {row['submitted_by'].replace('|', ', ')}"
    if row["approved_by"]:
        said += f"; approved by {row['approved_by'].replace('|', ', ')}"
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
                    "note": f"{said}. {row['note']}".strip(),
                },
            )


def _summed() -> Iterator[tuple[str, str, Row]]:
    """What the sublists of the Politburo add up to, by category and in all, to be held against published totals."""
    lists = reference.rows("figures/stalin_lists")
    months = sorted(row["date"][:7] for row in lists if row["date"])
    sums = {number: sum(int(row[f"category_{number}"] or 0) for row in lists) for number in (1, 2, 3)}
    for what, value in [
        *((f"category_{number}", value) for number, value in sums.items()),
        ("total", sum(sums.values())),
    ]:
        yield (
            SUMS,
            what,
            {
                "measure": f"stalin_list_{what}",
                "period_start": months[0],
                "period_end": months[-1],
                "value": str(value),
                "precision": "exact",
                "source": lists[0]["source"],
                "status": "summed by this program",
                "note": f"The sum of {len(lists)} sublists.",
            },
        )
