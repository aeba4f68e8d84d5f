"""The bundled figures and those of an archive become claims, each with its source; what is no figure is listed."""

import pathlib
from collections.abc import Callable
from typing import Any

import pytest

from poimenno import claims, pipeline, reference
from poimenno.foundation import database, sql
from poimenno.reference import loader
from poimenno.sources.archive import Archive


@pytest.fixture
def loaded(tmp_path: pathlib.Path) -> Callable[[str], Any]:
    def load(text: str) -> Any:
        file = tmp_path / "figures.csv"
        file.write_text(text, encoding="utf-8")
        Archive.create(tmp_path / "archive")
        archive = Archive.open(tmp_path / "archive")
        if text:
            archive.add([file], made_up=True)
            archive = Archive.open(tmp_path / "archive")
        db = database.memory()
        for room in pipeline.ROOMS:
            sql.run(db, room)
        loader.load(db)
        claims.load(db, archive)
        return db

    return load


def test_the_bundled_figures_are_all_there(loaded: Callable[[str], Any]) -> None:
    db = loaded("")
    sums = dict(
        db.execute(
            "SELECT measure, sum(value) FROM claims "
            "WHERE collection IN ('stalin_lists', 'limits_00447_initial') GROUP BY measure"
        ).fetchall()
    )
    assert sums == {
        "limit_category_1": 75_950, "limit_category_2": 193_000,
        "stalin_list_category_1": 38_986, "stalin_list_category_2": 5_414, "stalin_list_category_3": 102,
    }  # fmt: skip
    for table in ("starting_page", "statistics", "totals", "statements"):
        rows = len(reference.rows(f"figures/{table}"))
        assert db.execute("SELECT count(*) FROM claims WHERE collection = ?", [table]).fetchall() == [(rows,)]
    assert db.execute(
        "SELECT count(*) FROM claims WHERE source = '' OR measure NOT IN (SELECT measure FROM measures)"
    ).fetchall() == [(0,)]


def test_figures_of_an_archive_stand_beside_them_and_bad_rows_are_listed(loaded: Callable[[str], Any]) -> None:
    db = loaded(
        "measure,operation,territory,period_start,period_end,value,source\n"
        "executed,00447,Курская область,1937,1938,12,made up\n"
        "executed,00447,Курская область,1937,1938,dozens,made up\n"
    )
    assert db.execute("SELECT value, region FROM claims WHERE source = 'made up'").fetchall() == [(12, "kursk")]
    [(reason, text)] = db.execute("SELECT reason, text FROM rejected_claims").fetchall()
    assert "dozens" in reason
    assert "Курская" in text
