"""What was demanded and what was done: the bundled limits, the pages, the interface for programs and the plots."""

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from poimenno.foundation.language import LANGUAGES
from poimenno.queries import documented, operation_queries
from poimenno.queries.limits import FirstLimits
from poimenno.queries.toll import read_toll

if TYPE_CHECKING:
    import duckdb

both_languages = pytest.mark.parametrize("language", LANGUAGES)


def test_the_first_limits_add_up_to_what_the_literature_knows(db: "duckdb.DuckDBPyConnection") -> None:
    toll = read_toll(db)
    # Werth, Mass crimes under Stalin: the whole, and the republics that were divided.
    assert toll.row(None).first == FirstLimits(category_1=75950, category_2=193000, total=0, both=268950)
    for republic, first in {"ukraine": (8000, 20800), "kazakhstan": (2500, 5000), "rsfsr": (47450, 142150)}.items():
        row = toll.row(republic)
        assert (row.first.category_1, row.first.category_2) == first
    # The regions of the table are the whole: nothing is counted twice, and nothing is lost.
    for day in (None, date(1937, 7, 30), date(1938, 1, 31)):
        rows, whole = toll.table(day), toll.row(None, day).stood
        for category in ("category_1", "category_2", "total", "both"):
            for end in ("low", "high"):
                total = sum(getattr(getattr(row.stood, category), end) for row in rows)
                assert total == getattr(getattr(whole, category), end)


def test_the_running_total_of_the_far_east_is_that_of_its_source(db: "duckdb.DuckDBPyConnection") -> None:
    # Its source counts 25,000 and 11,000 after the last supplement.
    stood = read_toll(db).row("far_east").stood
    assert (stood.category_1, stood.category_2) == ((25000, 25000), (11000, 11000))
    assert read_toll(db).row("far_east").multiple == (6.0, 6.0)


def test_the_pace_is_that_of_one_source(db: "duckdb.DuckDBPyConnection") -> None:
    toll = read_toll(db)
    (autumn,) = [row for row in toll.pace() if row.people == 258000 - 83600]
    claim, before = toll.claims[autumn.claim], toll.claims[autumn.before or ""]
    assert (claim.value, before.value) == (258000, 83600)
    assert claim.source == before.source
    # From 1 October 1937 to 1 January 1938.
    assert autumn.a_day == pytest.approx(174400 / 93)
    for row in toll.pace():
        end = toll.claims[row.claim].period_end
        assert end is not None
        days = (end - row.start).days + 1
        assert row.people == pytest.approx(row.a_day * days)


def test_a_request_raises_nothing(db: "duckdb.DuckDBPyConnection") -> None:
    toll = read_toll(db)
    asked = [event for event in toll.events if event.kind == "request"]
    assert {event.region for event in asked} >= {"gorky", "irkutsk"}
    gorky = toll.row("gorky")
    assert gorky.stood.both == (gorky.first.both,) * 2


def test_only_the_named_of_the_period_are_held_against_a_figure(db: "duckdb.DuckDBPyConnection") -> None:
    answer = operation_queries.operation_answer(db, "00447")
    assert answer is not None
    for row in answer.documented:
        claim = answer.claims[row.claim_id]
        (expected,) = db.execute(
            """
            SELECT count(*) FROM published AS p JOIN cases AS c ON c.case_id = p.case_id
            WHERE p.operation = '00447' AND coalesce(c.sentence_earliest, c.execution_earliest) >= $start
                AND coalesce(c.sentence_latest, c.execution_latest) <= $end AND p.outcome = 'executed'
            """,
            {"start": claim.period_start, "end": claim.period_end},
        ).fetchall()[0]
        if claim.measure == "executed" and claim.region is None:
            assert row.named == expected
    assert any(row.named for row in answer.documented)


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


def test_the_month_of_a_sentence_finds_its_people(client: TestClient, db: "duckdb.DuckDBPyConnection") -> None:
    months = documented.named_by_month(db, "00447")
    assert sum(row.sentenced for row in months)
    for row in months:
        for kind in ("sentenced", "shot"):
            asked = {"operation": "00447", kind: f"{row.month:%Y-%m}"} | ({"region": row.region} if row.region else {})
            others = sum(getattr(other, kind) for other in months if other.month == row.month)
            page = LexborHTMLParser(client.get("/en/search", params=asked).text)
            total = int(re.sub(r"\D", "", page.css(".total")[0].text()))
            assert total == (getattr(row, kind) if row.region else others)


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
