"""The pages of claims and of the toll: each number leads to its claim, older addresses to the newer ones."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from poimenno.foundation.language import LANGUAGES

both_languages = pytest.mark.parametrize("language", LANGUAGES)


@both_languages
def test_each_number_leads_to_its_claim_and_source(client: TestClient, language: str) -> None:
    """Every number of limits and figures on these pages is a link, and the page of a claim names a source."""
    for address in ("toll", "operation/00447", "region/far_east", "claims"):
        tree = LexborHTMLParser(client.get(f"/{language}/{address}").text)
        figures = [cell for table in tree.css("table.figures") for cell in table.css("td.n")]
        assert figures
        for cell in figures:
            assert re.search(r"\d", cell.text()) is None or cell.css_first("a[href*='/claim/']"), cell.html
    tree = LexborHTMLParser(client.get(f"/{language}/toll").text)
    rows = [row for row in tree.css("table.toll tbody tr") if "sum" not in (row.attributes.get("class") or "")]
    assert len(rows) > 50
    for row in rows:
        limits = row.css("td.n")[:6]
        assert all(cell.css_first("a[href*='#limits']") for cell in limits if re.search(r"\d", cell.text()))
    marks = tree.css("svg.lines a")
    assert len([mark for mark in marks if "/claim/" in (mark.attributes["href"] or "")]) >= 10
    for mark in marks[:30]:
        assert client.get(str(mark.attributes["href"]).split("#", maxsplit=1)[0]).status_code == 200
    page = LexborHTMLParser(client.get(f"/{language}/claim/statistics:64").text)
    assert "387" in page.css("h1")[0].text()
    assert "Werth 2010" in page.css("dl.facts")[0].text()
    assert page.css("dl.facts a[href^='http']")


def test_the_page_of_a_day_shows_what_stood_then(client: TestClient) -> None:
    def stood(address: str) -> str:
        tree = LexborHTMLParser(client.get(address).text)
        (row,) = [row for row in tree.css("table.toll tr") if row.css("a[href*='/region/far_east']")]
        return row.css("td.n")[5].text().strip()

    assert stood("/en/toll?day=1937-07-30") == "6,000"
    # Any day is that of the last change before it.
    assert stood("/en/toll?day=1938-03-01") == "16,000"
    assert stood("/en/toll?day=1936-01-01") == "6,000"
    assert stood("/en/toll?day=nonsense") == stood("/en/toll") == "36,000"


@both_languages
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("figures", "claims"),
        ("figures?collection=totals&page=2", "claims?collection=totals&page=2"),
        ("figure/statistics:64", "claim/statistics%3A64"),
        ("figure/limits_00447_initial:10:category_1?x=1", "claim/limits_00447_initial%3A10%3Acategory_1?x=1"),
    ],
)
def test_an_older_address_leads_to_the_newer_for_good(client: TestClient, language: str, old: str, new: str) -> None:
    moved = client.get(f"/{language}/{old}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (301, f"/{language}/{new}")
    assert client.get(f"/{language}/{new}", follow_redirects=False).status_code == 200


def test_older_names_of_the_interface_answer_the_same(client: TestClient) -> None:
    query = {"operation": "00447", "limit": "5", "offset": "3"}
    old, new = (client.get(f"/api/{name}", params=query).json() for name in ("figures", "claims"))
    assert (old["total"], old["figures"]) == (new["total"], new["claims"])
    assert len(new["claims"]) == 5
    old, new = (client.get(f"/api/{name}/statistics:64").json() for name in ("figure", "claim"))
    assert old == new == client.get("/en/claim/statistics:64.json").json()


def test_figures_for_programs(client: TestClient) -> None:
    toll = client.get("/api/toll", params={"day": "1938-02-01"}).json()
    assert toll["whole"]["first"]["both"] == 268950
    (far_east,) = [row for row in toll["regions"] if row["region"] == "far_east"]
    assert far_east["stood"]["both"] == [16000, 16000]
    claims = {claim for event in toll["limits"] for claim in event["claims"]}
    asked = client.get("/api/figures", params={"collection": "supplements_00447", "region": "far_east"}).json()
    assert asked["total"] == len(asked["figures"]) == 4
    assert {figure["claim_id"] for figure in asked["figures"]} <= claims
    assert client.get("/api/figures", params={"region": "", "limit": "1"}).json()["total"] > 100
    one = client.get("/api/figure/supplements_00447:11:category_1").json()
    assert (one["value"], one["region"]) == (15000, "far_east")
    operation = client.get("/api/operation/00447").json()
    assert operation["signed_by"] == "Yezhov"
    assert {"figures", "named_by_region", "named_by_month", "documented"} <= set(operation)
    assert "00485" in [row["operation"] for row in client.get("/api/operations").json()]
    for address in ("/api/figure/none", "/api/operation/none"):
        assert client.get(address).status_code == 404
    for address in ("/api/toll?day=1", "/api/figures?limit=0", "/api/figures?limit=²", "/api/figures?offset=-1"):
        assert client.get(address).status_code == 400
