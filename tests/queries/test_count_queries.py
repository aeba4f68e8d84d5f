"""Counts of persons by a fact agree with the cards, counted one by one."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import pytest

from poimenno.queries.count_queries import count_named, operations_named, persons_by, shootings_by_day
from poimenno.queries.search_queries import SearchQuery, find_persons

if TYPE_CHECKING:
    import duckdb

COLUMNS = {"operation": "operation", "body": "body_type", "region": "region", "place": "burial_place_id"}


def cards(db: "duckdb.DuckDBPyConnection") -> list[dict[str, Any]]:
    result = db.execute("SELECT * FROM published")
    names = [column[0] for column in result.description or []]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


@pytest.mark.parametrize(
    ("fact", "code"),
    [("operation", "00447"), ("body", "dvoika"), ("region", "moscow"), ("place", "butovo"), ("place", "no-such-place")],
)
def test_persons_of_a_fact(db: "duckdb.DuckDBPyConnection", fact: str, code: str) -> None:
    own = [card for card in cards(db) if card[COLUMNS[fact]] == code]
    facts: dict[str, Any] = {fact: code}
    named = count_named(db, **facts)
    assert named.persons == len(own) == find_persons(db, SearchQuery(**facts)).total
    assert named.shot == sum(card["outcome"] == "executed" for card in own)
    assert (code == "no-such-place") == (named.persons == 0)
    for row in named.months:
        month = f"{row.month:%Y-%m}"
        assert row.count == find_persons(db, SearchQuery(**facts, sentenced=month)).total
    days = Counter(card["day"] for card in own if card["day"] and date(1937, 1, 1) <= card["day"] <= date(1938, 12, 31))
    assert {row.day: row.count for row in shootings_by_day(db, **facts)} == days


@pytest.mark.parametrize("fact", ["operation", "body", "region"])
def test_persons_by_each_value(db: "duckdb.DuckDBPyConnection", fact: Literal["operation", "body", "region"]) -> None:
    counts = Counter(card[COLUMNS[fact]] for card in cards(db) if card[COLUMNS[fact]])
    assert counts
    assert {code: row.persons for code, row in persons_by(db, fact).items()} == counts


def test_operations_named_have_persons(db: "duckdb.DuckDBPyConnection") -> None:
    rows = operations_named(db)
    assert {row.operation: row.persons for row in rows} == {
        code: row.persons for code, row in persons_by(db, "operation").items()
    }
    assert [row.persons for row in rows] == sorted((row.persons for row in rows), reverse=True)


def test_all_shootings_are_the_shootings_of_each_day(db: "duckdb.DuckDBPyConnection") -> None:
    rows = shootings_by_day(db)
    assert [row.day for row in rows] == sorted(row.day for row in rows)
    for row in rows:
        assert row.count == find_persons(db, SearchQuery(day=row.day.isoformat())).total
