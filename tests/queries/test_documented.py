"""Which of the named are held against a claim, and by which month they are found."""

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from poimenno.queries import documented, operation_queries

if TYPE_CHECKING:
    import duckdb


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
