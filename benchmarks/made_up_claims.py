"""Makes up a system of claims with known truth and plants contradictions in it, to test the check of claims.

`python -m benchmarks.made_up_claims 1000 --planted 5 --to claims.csv` writes a table for `poimenno check --alone`.
The numbers are invented; the codes of operations and republics are real, because the hierarchies are. Each planted
claim is a true number altered by more than any rounding could hide. Nothing else contradicts.
"""

import argparse
import csv
import pathlib
import random
from collections import Counter

OPERATIONS = ("00439", "00485", "00593", "49990", "national_other")
REPUBLICS = (
    "rsfsr", "ukraine", "belorussia", "azerbaijan", "georgia", "armenia", "turkmenistan", "uzbekistan", "tajikistan",
    "kazakhstan", "kirghizia",
)  # fmt: skip
MONTHS = [f"{year}-{month:02}" for year in (1937, 1938) for month in range(1, 13)][11:22]
MEASURES = ("executed", "camp")
COLUMNS = ("measure", "operation", "region", "territory", "period_start", "period_end", "value", "precision", "source")
Row = dict[str, str]
Cell = tuple[str, str, str, str]


def make(size: int, planted: int = 0, seed: int = 0) -> tuple[list[Row], list[int]]:
    """At least `size` claims, all true except `planted` of them, and the positions of these in the list, from 0.

    Each month, measure, operation and republic has a number; sums over operations, republics and both are claims of
    other sources. Whole months are made up until there are enough claims.
    """
    chance = random.Random(seed)
    rows: list[Row] = []
    for month in MONTHS:
        if len(rows) >= size:
            break
        rows += _month(month, chance)
    # A planted claim is in the table itself, where a sum over operations and one over republics include it.
    inner = [n for n, row in enumerate(rows) if row["source"] == "made-up table"]
    wrong = sorted(_separate(rows, chance.sample(inner, len(inner)), planted))
    for n in wrong:
        rows[n]["value"] = str(int(rows[n]["value"]) + chance.randrange(500, 5_000))
    return rows, wrong


def _separate(rows: list[Row], order: list[int], count: int) -> list[int]:
    """Positions of claims that share no sum, so that each contradiction is found separately."""
    chosen: list[int] = []
    taken: set[tuple[str, ...]] = set()
    for n in order:
        row = rows[n]
        sums = {
            (row["measure"], row["period_start"], row["operation"], ""),
            (row["measure"], row["period_start"], "", row["region"]),
        }
        if not sums & taken and len(chosen) < count:
            taken |= sums
            chosen.append(n)
    return chosen


def _month(month: str, chance: random.Random) -> list[Row]:
    truth: Counter[Cell] = Counter()
    for measure in MEASURES:
        for operation in OPERATIONS:
            for republic in REPUBLICS:
                number = chance.randrange(11, 9_000)
                for key in (
                    (operation, republic), (operation, ""), ("national", republic), ("national", ""),
                ):  # fmt: skip
                    truth[(measure, *key, month)] += number
    return [_row(cell, value) for cell, value in truth.items()]


def _row(cell: Cell, value: int) -> Row:
    measure, operation, region, month = cell
    source = "made-up table" if operation != "national" and region else f"made-up sums {operation} {region}".strip()
    cells = (measure, operation, region, "" if region else "USSR", month, month, str(value), "exact", source)
    return dict(zip(COLUMNS, cells, strict=True))


def write(rows: list[Row], target: pathlib.Path) -> None:
    """Write claims as the CSV that `poimenno check` reads."""
    with target.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def main() -> None:
    """Write a table and say which rows are planted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("--planted", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--to", type=pathlib.Path, required=True)
    options = parser.parse_args()
    rows, wrong = make(options.size, options.planted, options.seed)
    write(rows, options.to)
    print(f"{len(rows)} claims; planted in rows: {', '.join(str(n + 1) for n in wrong) or 'none'}")


if __name__ == "__main__":
    main()
