"""Findings of figures on the pages and for programs: with their claims, the gravest first, never hidden."""

import json
import pathlib
import shutil
from urllib.parse import unquote

import duckdb
import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from poimenno.foundation.language import LANGUAGES
from poimenno.site.application import application

both_languages = pytest.mark.parametrize("language", LANGUAGES)
MADE_UP = ("gravest", "middle", "least")
KINDS = ("rivals", "rest", "repeated")


@pytest.fixture(scope="module")
def claims(found: pathlib.Path) -> list[str]:
    with duckdb.connect(str(found), read_only=True) as db:
        return [claim for (claim,) in db.execute(_CLAIMS).fetchall()]


_CLAIMS = "SELECT claim_id FROM claims WHERE operation = '00447' AND measure = 'executed' AND value = 387000 ORDER BY 1"


@pytest.fixture(scope="module")
def found(made_up_record: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The record with findings of our own in the place of those that the checks made."""
    record = tmp_path_factory.mktemp("found") / "record.duckdb"
    shutil.copy(made_up_record, record)
    with duckdb.connect(str(record)) as db:
        said = [claim for (claim,) in db.execute(_CLAIMS).fetchall()]
        for table in ("claim_findings", "claim_finding_claims", "claim_origins", "claim_bounds"):
            db.execute(f"DELETE FROM {table}")
        severities = ("contradiction", "difference", "note")
        for number, (name, severity) in enumerate(zip(MADE_UP, severities, strict=True)):
            subject = {"measure": "executed", "scope": f"<b>Part</b> {name}"}
            db.execute(
                "INSERT INTO claim_findings BY NAME SELECT $id AS finding_id, $kind AS kind, $severity AS severity, "
                "$detail AS detail, '1 + 1 = 2' AS arithmetic, "
                "$n AS difference, CASE WHEN $n < 2 THEN '00447' END AS operation, "
                "CASE WHEN $n = 2 THEN 'moscow' END AS region",
                {
                    "id": name,
                    "kind": KINDS[number],
                    "severity": severity,
                    "detail": json.dumps({"subject": subject}),
                    "n": number,
                },
            )
            for ordinal, claim in enumerate(said):
                db.execute("INSERT INTO claim_finding_claims VALUES (?, ?, ?, 'rival')", [name, ordinal, claim])
        for claim in said:
            db.execute("INSERT INTO claim_origins VALUES (?, ?, 'same_number')", [claim, said[0]])
        db.execute(
            "INSERT INTO claim_bounds BY NAME SELECT 'executed' AS measure, '00447' AS operation, 376000 AS low, "
            "445000 AS high, DATE '1937-08-01' AS period_start, DATE '1938-11-30' AS period_end, true AS published"
        )
    return record


@pytest.fixture(scope="module")
def reader(found: pathlib.Path) -> TestClient:
    return TestClient(application(found), raise_server_exceptions=False)


def told(reader: TestClient, address: str) -> list[str | None]:
    page = reader.get(address)
    assert page.status_code == 200
    return [node.attributes["id"] for node in LexborHTMLParser(page.text).css(".figure-findings > li")]


@both_languages
def test_all_findings_stand_with_their_claims_the_gravest_first(
    reader: TestClient, claims: list[str], language: str
) -> None:
    assert told(reader, f"/{language}/findings") == list(MADE_UP)
    tree = LexborHTMLParser(reader.get(f"/{language}/findings").text)
    first = tree.css(".figure-findings > li")[0]
    sentence = "цифры, которые не могут быть верны" if language == "ru" else "figures that cannot all be true"
    assert "<b>Part</b> gravest" in first.text()
    assert sentence in first.text()
    assert "1 + 1 = 2" in first.text()
    linked = [unquote(link.attributes["href"] or "") for link in first.css("a[href*='/claim/']")]
    assert linked == [f"/{language}/claim/{claim}" for claim in claims]
    for link in linked:
        assert reader.get(link).status_code == 200
    # A kind, or a severity, chooses; the findings of persons stand on the same page.
    assert told(reader, f"/{language}/findings?kind=rest") == ["middle"]
    assert told(reader, f"/{language}/findings?kind=note") == ["least"]
    assert tree.css("#persons")
    assert told(reader, f"/{language}/findings?kind=burial_places_differ") == []


@both_languages
def test_a_finding_stands_wherever_it_matters(reader: TestClient, claims: list[str], language: str) -> None:
    assert told(reader, f"/{language}/operation/00447") == ["gravest", "middle"]
    assert told(reader, f"/{language}/region/moscow") == ["least"]
    assert told(reader, f"/{language}/claim/{claims[0]}") == list(MADE_UP)
    bounds = LexborHTMLParser(reader.get(f"/{language}/operation/00447").text).css("#bounds + p + div tbody tr")
    assert [cell.text().replace("\xa0", ",") for cell in bounds[0].css("td.n")] == ["376,000", "445,000"]


def test_who_repeats_whom_is_one_voice(reader: TestClient, claims: list[str]) -> None:
    assert len(claims) > 1
    one = reader.get(f"/api/claim/{claims[1]}").json()
    assert [row["claim_id"] for row in one["repeated"]] == [claim for claim in claims if claim != claims[1]]
    assert one["repeated"][0]["is_origin"]
    tree = LexborHTMLParser(reader.get(f"/en/claim/{claims[1]}").text)
    assert "Who repeats it, or whom it repeats" in [node.text() for node in tree.css("h2")]


def test_findings_for_programs(reader: TestClient, claims: list[str]) -> None:
    def ids(**asked: str) -> list[str]:
        return [row["finding_id"] for row in reader.get("/api/findings", params=asked).json()["findings"]]

    assert ids() == list(MADE_UP)
    assert ids(severity="note") == ids(region="moscow") == ids(kind="repeated") == ["least"]
    assert ids(claim_id=claims[0], operation="00447") == ["gravest", "middle"]
    assert ids(claim_id="none") == []
    assert ids(limit="1", offset="1") == ["middle"]
    found = reader.get("/api/findings").json()["findings"][0]
    assert [claim["claim_id"] for claim in found["claims"]] == claims
    assert "figures that cannot all be true" in found["sentence_en"]
    assert "цифры, которые не могут быть верны" in found["sentence_ru"]
    assert reader.get("/api/findings?limit=x").status_code == 400
    operation = reader.get("/api/operation/00447").json()
    assert [row["finding_id"] for row in operation["findings"]] == ["gravest", "middle"]
    assert [(row["low"], row["high"]) for row in operation["bounds"]] == [(376000, 445000)]
