"""The page from which this project started, and a page made up with other numbers: found by general rules."""

import csv
import pathlib
from typing import Any

import pytest

from poimenno.claims import checking
from poimenno.claims.reading import bundled_claims, claim_files
from poimenno.claims.reading.claim_rows import COLUMNS
from poimenno.cli import check_json
from tests import real_data

PAGE = "summary page"


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The findings about the page's figures, the bundled ones of others beside them."""
    rows = [item for item in bundled_claims.read(sublists=False) if PAGE in item.source]
    assert len(rows) == 42 + 16
    path = tmp_path_factory.mktemp("page") / "page.csv"
    _write(path, _page_rows())
    return list(_check(path)["findings"])


def _check(path: pathlib.Path, **options: Any) -> dict[str, Any]:
    return check_json.as_json(checking.check_file(path, **options))


def _page_rows() -> list[dict[str, str]]:
    from poimenno import reference

    rows = [dict(row) for row in reference.rows("figures/starting_page")]
    rows += [dict(row, measure="event") for row in reference.rows("figures/statements") if PAGE in row["source"]]
    # Under another name it is another source: what is bundled of the page must not answer for it.
    return [dict(row, source="a page under test") for row in rows]


def _write(path: pathlib.Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def _of(results: list[dict[str, Any]], kind: str, *parts: str) -> list[dict[str, Any]]:
    return [item for item in results if item["kind"] == kind and all(word in item["arithmetic"] for word in parts)]


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("relabelled_total", ("443,220 + 388,672 = 831,892",)),
        ("rest", ("704,248 − 319,533 − 265,773 = 118,942",)),
        ("parts_fall_short", ("46,367 = 247,137 < 247,157",)),
        ("rest", ("56,747 − 41,898 − 12,283 = 2,566",)),
        ("rest", ("143,810 − 111,071 − 28,344 = 4,395",)),
        ("rest", ("49,470 − 31,226 − 15,637 = 2,607",)),
        ("rest", ("22,353 − 16,575 − 4,672 = 1,106",)),
        ("rate_agrees", ("800,000 ÷ 16 = 50,000",)),
        ("rate_differs", ("800,000 ÷ 487 = 1,643", "1,700 × 487 = 827,900")),
        ("rate_differs", ("800,000 ÷ 500 = 1,600", "1,700 × 500 = 850,000")),
        ("dates_differ", ("1934 < 1936-09-26",)),
        ("misprint", ("111,071 → 111,091",)),
        ("two_labels", ("767,000 = 767,000",)),
    ],
)
def test_what_is_wrong_with_the_page_is_found(results: list[dict[str, Any]], kind: str, parts: tuple[str, ...]) -> None:
    [item] = _of(results, kind, *parts)[:1]
    assert any(claim["source"] == "a page under test" for claim in item["claims"])
    assert item["sentence_en"] != item["sentence_ru"]
    assert "{" not in item["sentence_en"] + item["sentence_ru"]


def test_its_two_totals_are_rivals(results: list[dict[str, Any]]) -> None:
    rivals = [
        {claim["value"] for claim in item["claims"]} for item in results if item["kind"] == "rivals_within_source"
    ]
    assert {690_000, 800_000} in rivals


@real_data.needs(real_data.STARTING_PAGE)
def test_the_text_itself_is_known_by_its_checksum() -> None:
    assert len(claim_files.read(real_data.STARTING_PAGE).claims) == 42 + 16


# A page that nobody wrote: made up, with other numbers and other places for the faults.
HOLD_OUT = """measure,operation,region,territory,period_start,period_end,value,unit,precision,event,date,source
arrested,00593,,USSR,1937-09,1938-11,61234,,,,,made-up page
executed,00593,,USSR,1937-09,1938-11,41111,,,,,made-up page
camp,00593,,USSR,1937-09,1938-11,20123,,,,,made-up page
arrested,00593,ukraine,,1937-09,1938-11,8000,,exact,,,made-up page
executed,00593,ukraine,,1937-09,1938-11,4100,,exact,,,made-up page
camp,00593,ukraine,,1937-09,1938-11,3300,,exact,,,made-up page
executed,,,USSR,1938-01,1938-06,120000,,,,,made-up page
executed,,,USSR,1938-01,1938-06,30000,people_per_month,,,,made-up page
convicted,00485,karelia,,1937-08,1938-11,71,,,,,made-up page
arrested,00485,karelia,,1937-08,1938-11,64,,,,,made-up page
event,,,,,,,,,made-up appointment,1931,made-up page
event,,,,,,,,,made-up appointment,1932-05-01,another made-up page
"""


def test_a_page_with_other_numbers_is_checked_by_the_same_rules(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "hold-out.csv"
    path.write_text(HOLD_OUT, encoding="utf-8")
    results = _check(path, alone=True)
    kinds = {(item["kind"], item["arithmetic"]) for item in results["findings"] if item["severity"] != "note"}
    assert kinds == {
        ("relabelled_total", "41,111 + 20,123 = 61,234"),
        ("rest", "8,000 − 4,100 − 3,300 = 600"),
        ("rate_differs", "120,000 ÷ 6 = 20,000; 30,000 × 6 = 180,000"),
        ("sentenced_more_than_arrested", "71 > 64"),
        ("dates_differ", "1931 < 1932-05-01"),
    }
    assert results["rejected"] == []


def test_who_trusts_one_source_sees_what_follows_from_it(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "hold-out.csv"
    path.write_text(HOLD_OUT, encoding="utf-8")
    results = _check(path, trust=("another made-up",))
    assert results["figures"] == 1
    assert results["possible_together"]
    assert results["findings"] == []
