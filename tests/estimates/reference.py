"""What R packages gave on published tables: read where it is, never copied here (see the folder's README)."""

import json
from functools import cache
from typing import Any

from poimenno.estimates.overlaps import Overlaps, overlaps_from_counts, overlaps_from_csv, overlaps_from_patterns
from tests import real_data

FOLDER = real_data.ESTIMATES

needed = real_data.needs(FOLDER / "reference.json")

# Killings in Kosovo, 20 March to 22 June 1999: Ball, Betts, Scheuren, Dudukovich & Asher 2002.
KOSOVO = overlaps_from_counts(
    ("EXH", "ABA", "OSCE", "HRW"),
    dict(enumerate([0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27])),
)
# Spina bifida, upstate New York 1969-1974: Hook, Albright & Cross 1980; the three-list example of Madigan & York 1997.
SPINA = overlaps_from_patterns(
    ("birth", "death", "rehabilitation"),
    [
        ((0, 0, 1), 60),
        ((0, 1, 0), 49),
        ((0, 1, 1), 4),
        ((1, 0, 0), 247),
        ((1, 0, 1), 112),
        ((1, 1, 0), 142),
        ((1, 1, 1), 12),
    ],
)
# Made up by Chan, Silverman & Vincent 2021: two of three pairs never overlap.
SPARSE = overlaps_from_patterns(("A", "B", "C"), [((1, 0, 0), 40), ((0, 1, 0), 30), ((0, 0, 1), 20), ((1, 1, 0), 6)])


@cache
def results() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "reference.json").read_text())
    return found


def tables(kind: str, part: str = "") -> list[str]:
    """The tables that a package has results for, or this part of them; an example where the folder is not there."""
    if not (FOLDER / "reference.json").exists():
        return ["kosovo4"]
    told = {name: parts[kind] for name, parts in results()["tables"].items() if kind in parts}
    return [name for name, of_kind in told.items() if not part or part in of_kind]


def of(table: str, kind: str) -> Any:
    return results()["tables"][table][kind]


def table(name: str) -> Overlaps:
    return overlaps_from_csv(FOLDER / "tables" / f"{name}.csv")
