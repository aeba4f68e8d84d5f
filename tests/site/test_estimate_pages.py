"""The pages of estimates: what was written beside the record, in both languages, apart from what is recorded."""

import json
import pathlib
import shutil

import pytest
from starlette.testclient import TestClient

from poimenno.estimates.estimate_file import write_estimate
from poimenno.site.application import application
from tests.made_up_estimate import made_up_estimate


@pytest.fixture(scope="module")
def reader(made_up_record: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("estimated")
    shutil.copy(made_up_record, folder / "record.duckdb")
    write_estimate(folder, made_up_estimate())
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
    assert 'href="/en/claim/statistics%3A1">Sentenced to camp or prison: ≈ 6,000</a>' in page


def test_strata_are_named_in_the_words_of_the_page(reader: TestClient) -> None:
    english, russian = (reader.get(f"/{language}/estimates").text for language in ("en", "ru"))
    for words in (">No operation inferred<", ">Women<", ">Sex not given<", "December 1937<", ">Died<"):
        assert words in english
    for words in (">Операция не установлена<", ">Женщины<", ">Пол не указан<", "декабрь 1937", ">Смерть"):
        assert words in russian


def test_a_refusal_is_said_in_russian(reader: TestClient) -> None:
    page = reader.get(f"/ru/estimate/{_address(reader)}/1").text
    assert "в этих списках меньше 30 человек" in page


def test_what_is_not_there_is_not_found(reader: TestClient) -> None:
    assert reader.get(f"/en/estimate/{_address(reader)}/9").status_code == 404
    assert reader.get("/en/estimate/nonsense/0").status_code == 404


def test_estimates_stay_out_of_the_counts_of_the_record(reader: TestClient, client: TestClient) -> None:
    assert json.loads(reader.get("/api/stats").text) == json.loads(client.get("/api/stats").text)
