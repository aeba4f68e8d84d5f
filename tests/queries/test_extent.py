"""Figures for the whole USSR are the same cell everywhere, however their source spells it, and if it names nothing."""

import pathlib
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from poimenno import pipeline
from poimenno.claims import checking
from poimenno.disclosure import published_view
from poimenno.foundation import database
from poimenno.foundation.language import LANGUAGES
from poimenno.foundation.progress import QUIET
from poimenno.queries import claim_queries, documented
from poimenno.queries.claim_queries import ClaimFilter
from poimenno.queries.toll import toll_answer
from poimenno.reference.vocabularies import Extent
from poimenno.site.application import application
from poimenno.sources.archive import Archive

SPELLINGS = ("", "USSR", "СССР", "CCCP")
# Totals of the two years for the home page; figures of order 00447 for the page of limits. All unlike any other number.
TOTALS = [700_001 + n for n in range(len(SPELLINGS))]
OF_ORDER = [400_001 + n for n in range(len(SPELLINGS))]
LIST = pathlib.Path(__file__).resolve().parents[2] / "docs" / "example" / "made-up-list.csv"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("extent")
    rows = ["measure,operation,territory,period_start,period_end,value,precision,source"]
    for spelling, total, of_order in zip(SPELLINGS, TOTALS, OF_ORDER, strict=True):
        rows.append(f"executed,,{spelling},1937,1938,{total},exact,source {total}")
        rows.append(f"executed,00447,{spelling},1937-08,1938-11,{of_order},exact,source {of_order}")
    rows.append("executed,00447,Омск - Омская ж.д.,1937-08,1938-11,400009,exact,source of a railway")
    (folder / "figures.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    Archive.create(folder / "archive")
    Archive.open(folder / "archive").add([LIST, folder / "figures.csv"])
    pipeline.build(folder / "archive", QUIET)
    return Archive.open(folder / "archive").record


def test_for_the_checks_they_are_one_cell(record: pathlib.Path) -> None:
    result = checking.check_archive(record.parent, alone=True)
    rivals = [finding for finding in result.findings if finding.kind == "rivals"]
    numbers = sorted(sorted(row.claim.value or 0 for row in finding.claims) for finding in rivals)
    assert numbers == [OF_ORDER, TOTALS]
    assert all(row.claim.extent is Extent.WHOLE_USSR for finding in rivals for row in finding.claims)


def test_for_the_limits_they_are_figures_of_the_whole(record: pathlib.Path) -> None:
    with database.opened(record) as db:
        published_view.publish(db, date(2026, 1, 1))
        done = {claim.claim_id for claim in toll_answer(db).done_in_all()}
        documented_by = {claim.claim_id for claim in documented.documented_claims(db, "00447")}
        chosen = ClaimFilter(operation="00447", source="source ")
        own = {claim.claim_id: claim.value for claim in claim_queries.claims(db, chosen)}
    assert sorted(value or 0 for value in own.values()) == [*OF_ORDER, 400_009]
    for claim_ids in (done, documented_by):
        assert {own[claim_id] for claim_id in claim_ids & set(own)} == set(OF_ORDER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_for_the_pages_they_are_totals_and_figures_of_the_ussr(record: pathlib.Path, language: str) -> None:
    reader = TestClient(application(record))
    digits = "".join(
        character for character in reader.get(f"/{language}/").text if character not in ",\N{NO-BREAK SPACE}"
    )
    assert all(str(total) in digits for total in TOTALS)
    rows = LexborHTMLParser(reader.get(f"/{language}/claims?collection=figures").text).css("tbody tr")
    places = [row.css("td")[1].text(strip=True) for row in rows]
    whole = "СССР" if language == "ru" else "USSR"
    assert sorted(places) == sorted([whole] * (len(TOTALS) + len(OF_ORDER)) + ["Омск - Омская ж.д."])
