"""Estimate the shares of the linkage from lists, without labels, and write them into reference/linkage_levels.csv.

usage: python scripts/train_linkage.py RECORD.duckdb

RECORD is a built record of overlapping lists (the bundled shares: the Memento books without their file numbers). The
shares u among strangers come from random pairs, the shares m among pairs of one person by expectation maximisation
(Winkler 1988; Fellegi and Sunter 1969) in blocks that make them common. Not changed: the shares of names and
births among true pairs, because relatives who were arrested together are common in the blocks and bias them; and
comparisons that are rules (`RULES`).
"""

import csv
import logging
import pathlib
import shutil
import sys
import tempfile
from typing import Any

from poimenno.people.comparison import match_model
from poimenno.people.names import keys

LEVELS = pathlib.Path(__file__).parents[1] / "src" / "poimenno" / "reference" / "linkage_levels.csv"
RULES = ("archive_file", "source", "sex", "reference")
EVENTS = ("arrest", "sentence", "death", "release", "birth_place", "residence", "body", "article")
SOURCE = "{m}; u by random pairs of the Memento books without file numbers, without labels (scripts/train_linkage.py)"
BLOCKS = (
    ("surname_sounds", "given_sounds", "patronymic_sounds"),
    ("birth_day", "given_sounds"),
    ("surname", "arrest_day"),
    ("given_sounds", "patronymic_sounds", "sentence_day"),
)


def estimate(record: pathlib.Path) -> list[dict[str, Any]]:
    """The comparisons with their levels, m and u, as Splink estimates them."""
    import duckdb
    from splink import DuckDBAPI, Linker, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    db = duckdb.connect(str(record))
    keys.make_linkage_input(db)
    entries = int(db.execute("SELECT count(*) FROM linkage_input").fetchall()[0][0])
    linker = Linker(
        DuckDBAPI(connection=db).register("linkage_input"), match_model.settings(entries), log_level=logging.ERROR
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=3e6, seed=1)
    for block in BLOCKS:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*block), fix_u_probabilities=True)
    return list(linker.misc.save_model_to_json()["comparisons"])


def write(comparisons: list[dict[str, Any]]) -> None:
    """Write the estimates into the table, in the order of its rows."""
    with LEVELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    levels = {
        (comparison["output_column_name"], place): level
        for comparison in comparisons
        for place, level in enumerate(comparison["comparison_levels"])
    }
    places: dict[str, int] = {}
    for row in rows:
        name = row["comparison"]
        level = levels[name, places.setdefault(name, 0)]
        places[name] += 1
        if not row["m"] or name in RULES or float(row["m"]) < 0.001:
            continue
        row["u"] = f"{max(level['u_probability'], 1e-6):.3g}"
        if name in EVENTS:
            row["m"] = f"{level['m_probability']:.3g}"
        row["source"] = SOURCE.format(m="m by expectation maximisation" if name in EVENTS else "m by hand")
    with LEVELS.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "record.duckdb"
        shutil.copy(sys.argv[1], copy)
        write(estimate(copy))
