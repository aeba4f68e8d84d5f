"""The pages of estimates: what was written beside the record, in both languages, apart from what is recorded."""

import json
import pathlib
import shutil
from collections.abc import Mapping
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from poimenno.estimates import estimating
from poimenno.estimates.closed_form import chapman
from poimenno.estimates.estimate_file import (
    OverlapCount,
    Provenance,
    PublishedFigure,
    RecordEstimate,
    StratumEstimate,
    write_estimate,
)
from poimenno.estimates.overlaps import overlaps_from_counts
from poimenno.estimates.result import Variant
from poimenno.reference.vocabularies import EstimateVariant, Measure, Precision, Unit
from poimenno.site.application import application

TABLE = overlaps_from_counts(("A", "B"), {1: 400, 2: 300, 3: 100})
FEW = overlaps_from_counts(("A", "B"), {1: 5, 2: 6, 3: 7})
DIVIDED: tuple[dict[str, str | None], ...] = (
    {"sex": "f"},
    {"sex": None},
    {"region": "moscow", "month": "1937-12"},
    {"outcome": "died"},
)
PUBLISHED = PublishedFigure(
    "statistics:1", Measure.CAMP, 6000, None, None, Unit.PEOPLE, Precision.ABOUT, "1937-08-01", None, "Made up", None
)


def _result() -> RecordEstimate:
    main, few = chapman(TABLE), estimating.with_links(FEW, [])[0]
    sizes = {"A": 500, "B": 400}
    overlaps = tuple(OverlapCount(*pair) for pair in TABLE.combinations())

    def stratum(where: Mapping[str, str | None]) -> StratumEstimate:
        return StratumEstimate(where, 800, sizes, overlaps, main, 0.25, 0.6, None, (), ())

    first = replace(
        stratum({"operation": None}),
        density=estimating._histogram(main.distribution),
        sensitivity=(Variant(EstimateVariant.WITHOUT, "A", main),),
        published=(PUBLISHED,),
    )
    refused = replace(stratum({"operation": None}), estimate=few)
    strata = (first, refused, *map(stratum, DIVIDED))
    provenance = Provenance("another", "0", "0", "0", "0", 1, 0, (), "")
    return RecordEstimate(("A", "B"), ("operation",), (), strata, None, None, provenance)


@pytest.fixture(scope="module")
def reader(made_up_record: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("estimated")
    shutil.copy(made_up_record, folder / "record.duckdb")
    write_estimate(folder, _result())
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


def test_a_stratum_shows_what_sources_say(reader: TestClient) -> None:
    page = reader.get(f"/en/estimate/{_address(reader)}/0").text
    assert 'href="/en/figure/statistics%3A1">Sentenced to camp or prison: ≈ 6,000</a>' in page


def test_strata_are_named_in_the_words_of_the_page(reader: TestClient) -> None:
    english, russian = (reader.get(f"/{language}/estimates").text for language in ("en", "ru"))
    for words in (">No operation inferred<", ">Women<", ">Sex not given<", "December 1937<", ">Died<"):
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
