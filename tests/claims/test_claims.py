"""Published figures become claims, each with its source; what is no figure is named."""

import pathlib
from collections.abc import Callable
from typing import Any

import pytest

from poimenno import claims, pipeline, reference
from poimenno.claims.reading.claim_rows import NoClaim, read_claim, region_of
from poimenno.foundation import database, sql
from poimenno.sources.archive import Archive

GOOD = {
    "measure": "executed",
    "operation": "00447",
    "territory": "Курская область",
    "period_start": "1937-08",
    "period_end": "1938",
    "value": "1 234",
    "source": "made up",
}


def test_a_row_is_one_figure() -> None:
    claim = read_claim(GOOD, "made-up:1", "made-up")
    assert (claim.value, claim.region, str(claim.period_start), str(claim.period_end)) == (
        1234, "kursk", "1937-08-01", "1938-12-31",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"measure": ""}, "measure"),
        ({"measure": "sorrow"}, "sorrow"),
        ({"operation": "12345"}, "12345"),
        ({"value": "many"}, "many"),
        ({"value": "12.5"}, "12.5"),
        ({"value": "-3"}, "-3"),
        ({"value": ""}, "no number"),
        ({"period_end": "31 February"}, "31 February"),
        ({"period_start": "1937-02-31"}, "1937-02-31"),
        ({"period_start": "1939"}, "after"),
        ({"value": "", "value_low": "9", "value_high": "3"}, "greater"),
        ({"source": ""}, "source"),
    ],
)
def test_what_is_no_figure_is_named(change: dict[str, str], named: str) -> None:
    with pytest.raises(NoClaim, match=named):
        read_claim({**GOOD, **change}, "made-up:1", "made-up")


def test_a_part_or_a_railway_is_no_region() -> None:
    assert region_of("Ленинградская обл.") == "leningrad"
    for text in ("USSR", "", "Омск - Омская ж.д.", "Leningrad oblast (Solovki prisoners)", "Москва-центр"):
        assert region_of(text) is None


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
        reference.load(db)
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


def test_the_sublists_of_the_politburo_are_held_against_their_published_totals() -> None:
    from poimenno.claims import checking
    from poimenno.claims.reading import bundled_claims

    rows = reference.rows("figures/stalin_lists")
    bundled = bundled_claims.read(sublists=False)
    summed: dict[str, int | None] = {
        claim.measure: claim.value for claim in bundled if claim.collection == bundled_claims.SUMS
    }
    assert summed["stalin_list_category_1"] == sum(int(row["category_1"] or 0) for row in rows)
    assert summed["stalin_list_total"] == sum(
        int(row[f"category_{number}"] or 0) for row in rows for number in (1, 2, 3)
    )
    rivals = [
        {row.claim.value for row in one.claims}
        for one in checking.check_rules(bundled)
        if one.kind == "rivals" and one.key and one.key.measure == "stalin_list_category_1"
    ]
    assert rivals == [{38_955, summed["stalin_list_category_1"]}]
