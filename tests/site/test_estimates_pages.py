"""The pages of estimates: what was written beside the record, in both languages, apart from what is recorded."""

import json
import pathlib
import shutil

import pytest
from starlette.testclient import TestClient

from poimenno.estimates import estimating
from poimenno.estimates.closed_form import chapman
from poimenno.estimates.overlaps import of_weights
from poimenno.estimates.sensitivity import Variant
from poimenno.site.application import application

TABLE = of_weights(("A", "B"), {1: 400, 2: 300, 3: 100})


DIVIDED = ({"sex": "f"}, {"sex": None}, {"region": "moscow", "month": "1937-12"}, {"outcome": "died"})


def _result() -> dict[str, object]:
    main = chapman(TABLE)
    few, _share = estimating.with_links(of_weights(("A", "B"), {1: 5, 2: 6, 3: 7}), [])
    shown = {
        "where": {"operation": None},
        "named": 800,
        "sizes": {"A": 500, "B": 400},
        "overlaps": TABLE.rows(),
        "links_share_of_variance": 0.25,
        "missing_share": 0.6,
        "published": [],
    }
    summary = estimating._summary(main)
    return {
        "format": estimating.FORMAT,
        "estimated": True,
        "lists": ["A", "B"],
        "by": ["operation"],
        "total": None,
        "provenance": {"record": "another", "seed": 1},
        "strata": [
            {
                **shown,
                "estimate": summary,
                "density": estimating._density(main.distribution),
                "sensitivity": [
                    {"kind": "without", "change": "A", **estimating._summary(Variant("", "", main).estimate)}
                ],
            },
            {**shown, "estimate": estimating._summary(few), "density": None, "sensitivity": []},
            *(
                {**shown, "where": where, "estimate": summary, "density": None, "sensitivity": []}
                for where in (
                    {"sex": "f"},
                    {"sex": None},
                    {"region": "moscow", "month": "1937-12"},
                    {"outcome": "died"},
                )
            ),
        ],
    }


@pytest.fixture(scope="module")
def reader(made_up_record: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("estimated")
    shutil.copy(made_up_record, folder / "record.duckdb")
    estimating.write(folder, _result())
    (folder / "estimates" / "broken00000.json").write_text("{")
    return TestClient(application(folder / "record.duckdb"), raise_server_exceptions=False)


def _address(reader: TestClient) -> str:
    return str(next(iter(reader.get("/api/estimates").json())))


def test_the_list_of_estimates_names_each_stratum(reader: TestClient) -> None:
    page = reader.get("/en/estimates")
    assert page.status_code == 200
    assert "Estimated, not recorded" in page.text
    assert f"/en/estimate/{_address(reader)}/1" in page.text


def test_a_stratum_shows_named_estimated_and_what_it_means(reader: TestClient) -> None:
    page = reader.get(f"/en/estimate/{_address(reader)}/0").text
    assert "1,988" in page or "1,989" in page  # Chapman: 501 · 401 / 101 - 1
    for words in ("people named on these lists: recorded", "people in all: estimated", "What it does not mean",
                  "another version of the record", "without A"):  # fmt: skip
        assert words in page
    assert page.count("<svg") == 2


def test_strata_are_named_in_the_words_of_the_page(reader: TestClient) -> None:
    english, russian = (reader.get(f"/{language}/estimates").text for language in ("en", "ru"))
    for words in (">No operation inferred<", ">Women<", ">Sex not told<", "December 1937<", ">Died<"):
        assert words in english
    for words in (">Операция не установлена<", ">Женщины<", ">Пол не указан<", "декабрь 1937", ">Умер"):
        assert words in russian


def test_a_refusal_is_said_in_russian(reader: TestClient) -> None:
    page = reader.get(f"/ru/estimate/{_address(reader)}/1").text
    assert "в этих списках меньше 30 человек" in page


def test_what_is_not_there_is_not_found(reader: TestClient) -> None:
    assert reader.get(f"/en/estimate/{_address(reader)}/9").status_code == 404
    assert reader.get("/en/estimate/nonsense/0").status_code == 404


def test_estimates_stay_out_of_the_counts_of_the_record(reader: TestClient, client: TestClient) -> None:
    assert json.loads(reader.get("/api/stats").text) == json.loads(client.get("/api/stats").text)
