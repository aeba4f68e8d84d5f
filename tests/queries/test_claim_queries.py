"""Lists of claims hold what was asked for, in the order that was asked for; rivals and repetitions are of one thing."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from poimenno.queries import claim_queries
from poimenno.queries.claim_queries import ClaimFilter

if TYPE_CHECKING:
    import duckdb


@pytest.mark.parametrize(
    ("chosen", "condition"),
    [
        (ClaimFilter(), "true"),
        (ClaimFilter(collection="statistics"), "collection = 'statistics'"),
        (ClaimFilter(operation="00447", measure="executed"), "operation = '00447' AND measure = 'executed'"),
        (ClaimFilter(operation=""), "operation IS NULL"),
        (ClaimFilter(region="", collection="totals"), "region IS NULL AND collection = 'totals'"),
        (ClaimFilter(region="omsk"), "region = 'omsk'"),
        (ClaimFilter(source="WERTH"), "source ILIKE '%werth%'"),
        (ClaimFilter(measure=""), "false"),
    ],
)
def test_a_filter_chooses_what_it_says(db: "duckdb.DuckDBPyConnection", chosen: ClaimFilter, condition: str) -> None:
    expected = db.execute(f"SELECT claim_id FROM claims WHERE {condition} ORDER BY collection, claim_id").fetchall()
    rows = claim_queries.claims(db, chosen, by_id=True)
    assert [(row.claim_id,) for row in rows] == expected
    assert claim_queries.count_claims(db, chosen) == len(expected)
    assert {row.claim_id for row in claim_queries.claims(db, chosen)} == {row.claim_id for row in rows}


def test_pages_of_a_list_are_the_list(db: "duckdb.DuckDBPyConnection") -> None:
    chosen = ClaimFilter(operation="00447")
    rows = claim_queries.claims(db, chosen)
    parts = [claim_queries.claims(db, chosen, 50, offset) for offset in range(0, len(rows) + 50, 50)]
    assert [row for part in parts for row in part] == rows
    keys = [(row.collection, row.period_start or date.max, row.measure, row.claim_id) for row in rows]
    assert keys == sorted(keys)


def test_a_claim_of_a_date_has_the_name_of_its_event(db: "duckdb.DuckDBPyConnection") -> None:
    (claim_id, event, name) = db.execute(
        "SELECT c.claim_id, c.event, e.name_ru FROM claims AS c JOIN events AS e ON e.event = c.event ORDER BY 1"
    ).fetchall()[0]
    row = claim_queries.claim(db, claim_id)
    assert row is not None
    assert (row.event, row.measure_ru) == (event, name)
    assert claim_queries.claim(db, "none") is None


def test_rivals_are_of_one_thing_and_never_oneself(db: "duckdb.DuckDBPyConnection") -> None:
    claim = claim_queries.claim(db, "statistics:64")
    assert claim is not None
    rivals = claim_queries.rivals(db, claim.claim_id)
    assert rivals
    assert claim.claim_id not in {row.claim_id for row in rivals}
    for row in rivals:
        assert (row.measure, row.operation, row.body, row.scope, row.region, row.extent) == (
            claim.measure, claim.operation, claim.body, claim.scope, claim.region, claim.extent
        )  # fmt: skip
        # To be a rival is mutual.
        assert claim.claim_id in {other.claim_id for other in claim_queries.rivals(db, row.claim_id)}


def test_who_repeats_a_claim_is_repeated_by_it(db: "duckdb.DuckDBPyConnection") -> None:
    (claim_id,) = db.execute(
        "SELECT claim_id FROM claim_origins WHERE claim_id != origin_id ORDER BY claim_id LIMIT 1"
    ).fetchall()[0]
    rows = claim_queries.repetitions(db, claim_id)
    assert rows[0].is_origin
    assert not any(row.is_origin for row in rows[1:])
    for row in rows:
        assert claim_id in {other.claim_id for other in claim_queries.repetitions(db, row.claim_id)}
