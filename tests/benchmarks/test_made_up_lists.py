"""The lists that benchmarks make up: the same for the same seed, their truth complete, errors among them."""

import csv
import pathlib

from benchmarks import made_up_lists


def _rows(path: pathlib.Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_seed_gives_the_same_lists(tmp_path: pathlib.Path) -> None:
    for folder in ("a", "b"):
        made_up_lists.write(500, tmp_path / folder, seed=3)
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_truth_names_every_row_and_rows_say_that_they_are_made_up(tmp_path: pathlib.Path) -> None:
    made_up_lists.write(2000, tmp_path)
    truth = _rows(tmp_path / "truth.csv")
    named = {(row["source"], row["locator"]) for row in truth}
    assert 1600 < len(truth) == len(named) < 2400
    for name in made_up_lists.LISTS:
        rows = _rows(tmp_path / f"{name}.csv")
        assert {(name, f"row:{n}") for n in range(2, len(rows) + 2)} == {one for one in named if one[0] == name}
        assert {row["made_up"] for row in rows} == {"1"}


def test_one_person_is_printed_differently(tmp_path: pathlib.Path) -> None:
    made_up_lists.write(2000, tmp_path)
    surnames: dict[str, set[str]] = {}
    rows = {name: _rows(tmp_path / f"{name}.csv") for name in ("list-1", "list-2")}
    for row in _rows(tmp_path / "truth.csv"):
        if row["source"] in rows:
            printed = rows[row["source"]][int(row["locator"].removeprefix("row:")) - 2]
            surnames.setdefault(row["person"], set()).add(printed["surname"])
    differing = sum(len(found) > 1 for found in surnames.values())
    assert 0 < differing < len(surnames) / 2
