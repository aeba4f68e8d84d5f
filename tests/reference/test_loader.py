"""The bundled tables load, each row has its source, and a broken table stops the build."""

import csv
import importlib.resources
import pathlib

import pytest

from poimenno import reference
from poimenno.foundation import database, sql
from poimenno.foundation.errors import ReferenceTableError
from poimenno.reference import loader

FOLDER = pathlib.Path(reference.__file__).parent
SOURCED = (
    "operations", "bodies", "regions", "places", "articles", "attribution_rules", "findings",
    "body_spellings", "region_spellings", "place_spellings", "ethnonyms", "sentences",
)  # fmt: skip


def test_all_tables_load_whole() -> None:
    db = database.memory()
    sql.run(db, "reference")
    loader.load(db)
    for table, name in (("operations", "operations"), ("regions", "regions"), ("finding_kinds", "findings")):
        assert db.execute(f"SELECT count(*) FROM {table}").fetchall() == [(len(reference.rows(name)),)]


@pytest.mark.parametrize("name", SOURCED)
def test_each_row_has_its_source(name: str) -> None:
    assert reference.rows(name)
    assert [row for row in reference.rows(name) if not row["source"].strip()] == []


def test_the_limits_add_up_as_the_order_has_them() -> None:
    rows = reference.rows("figures/limits_00447_initial")
    assert all(int(row["category_1"] or 0) + int(row["category_2"] or 0) == int(row["total"]) for row in rows)
    assert (sum(int(row["category_1"] or 0) for row in rows), sum(int(row["category_2"] or 0) for row in rows)) == (
        75_950,
        193_000,
    )
    known = {row["region"] for row in reference.rows("regions")}
    assert {row["region"] for row in rows} <= known


def test_coordinates_lie_in_the_soviet_union() -> None:
    for name in ("regions", "places"):
        for row in reference.rows(name):
            assert bool(row["latitude"]) == bool(row["longitude"]), row
            if row["latitude"]:
                assert 35 < float(row["latitude"]) < 75, row
                assert 19 < float(row["longitude"]) < 180, row


def test_names_of_the_two_languages_are_there() -> None:
    for name in ("operations", "bodies", "regions", "places", "measures"):
        assert all(row["name_en"] and row["name_ru"] for row in reference.rows(name))


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [
        ("operations", "source", ""),
        ("regions", "parent", "atlantis"),
        ("regions", "latitude", "north"),
        ("attribution_rules", "operation", "99999"),
        ("attribution_rules", "confidence", "maybe"),
        ("attribution_rules", "charge_pattern", "("),
        ("region_spellings", "stem", "("),
        ("body_spellings", "body_type", "senate"),
        ("place_spellings", "source", ""),
    ],
)
def test_a_broken_table_stops_the_build(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, name: str, column: str, value: str
) -> None:
    for file in FOLDER.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    row = next(one for one in rows if one[column])
    row[column] = value
    with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as written:
        writer = csv.DictWriter(written, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    real = importlib.resources.files
    monkeypatch.setattr(
        "importlib.resources.files",
        lambda package: tmp_path if package in {"poimenno.reference", reference} else real(package),
    )
    reference.rows.cache_clear()
    db = database.memory()
    db.execute((FOLDER / "tables.sql").read_text(encoding="utf-8"))
    try:
        with pytest.raises(ReferenceTableError, match=name):
            loader.load(db)
    finally:
        monkeypatch.undo()
        reference.rows.cache_clear()


@pytest.mark.parametrize(
    "column", ["date_started", "date_ended", "signed_by", "target_group", "deciding_body", "category_definitions"]
)
def test_what_is_said_of_an_order_has_russian_words(column: str) -> None:
    said = {row[column] for row in reference.rows("operations")} - {""}
    assert said <= {row["text_en"] for row in reference.rows("order_words") if row["text_ru"]}
