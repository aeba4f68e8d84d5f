"""Whoever may be alive is withheld everywhere: on pages, in the interface for programs, in search and in counts."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from poimenno.disclosure import published_view
from poimenno.foundation import database, sql
from poimenno.queries.person_queries import Person, find_person

if TYPE_CHECKING:
    import duckdb

TODAY = date(2026, 7, 1)
LIVING = "Живущий Пример Вымыслович"


@pytest.fixture
def cards() -> Iterator["duckdb.DuckDBPyConnection"]:
    with database.memory() as db:
        sql.run(db, "disclosure")
        yield db


@pytest.mark.parametrize(
    ("dead", "birth_year", "shown"),
    [
        (True, None, True),  # a source tells of the death
        (True, 1990, True),
        (False, 1926, True),  # born a hundred years ago
        (False, 1927, False),
        (False, None, False),  # nothing tells
    ],
)
def test_who_is_shown(cards: "duckdb.DuckDBPyConnection", dead: bool, birth_year: int | None, shown: bool) -> None:
    cards.execute(
        "INSERT INTO cards BY NAME SELECT 'p' AS person_id, 'вымышленный' AS sort_name, ? AS dead, "
        "? AS latest_birth_year",
        [dead, birth_year],
    )
    published_view.publish(cards, TODAY)
    assert bool(cards.execute("SELECT * FROM published").fetchall()) is shown


def test_time_opens_a_card(cards: "duckdb.DuckDBPyConnection") -> None:
    cards.execute(
        "INSERT INTO cards BY NAME SELECT 'p' AS person_id, 'в' AS sort_name, false AS dead, 1930 AS latest_birth_year"
    )
    for today, shown in ((date(2029, 12, 31), 0), (date(2030, 1, 1), 1)):
        published_view.publish(cards, today)
        assert cards.execute("SELECT count(*) FROM published").fetchall() == [(shown,)]


def test_the_owner_sees_everybody(cards: "duckdb.DuckDBPyConnection") -> None:
    cards.execute("INSERT INTO cards BY NAME SELECT 'p' AS person_id, 'в' AS sort_name, false AS dead")
    published_view.publish(cards, None)
    assert len(cards.execute("SELECT * FROM published").fetchall()) == 1


def test_the_latest_possible_birth_counts(db: "duckdb.DuckDBPyConnection") -> None:
    rows = db.execute("SELECT latest_birth_year, dead FROM cards WHERE sort_name LIKE 'живущ%'").fetchall()
    assert rows == [(1935, False)]
    # Nobody tells the birth of the one; a man arrested in 1931 was sixteen or older.
    assert db.execute("SELECT count(*) FROM cards WHERE latest_birth_year IS NULL AND NOT dead").fetchall() == [(0,)]


def test_the_owner_is_shown_whom_the_pages_withhold(db: "duckdb.DuckDBPyConnection", client: TestClient) -> None:
    (handle,) = db.execute("SELECT person_id FROM persons WHERE name = ?", [LIVING]).fetchall()[0]
    owner = find_person(db, handle)
    assert isinstance(owner, Person)
    assert owner.name == LIVING
    for language in ("en", "ru"):
        page = client.get(f"/{language}/person/{handle}")
        assert page.status_code == 403
        assert "Живущий" not in page.text
        assert "1935" not in page.text
    for address in (f"/api/person/{handle}", f"/en/person/{handle}.json", f"/ru/person/{handle}.json"):
        answer = client.get(address)
        assert answer.status_code == 403
        assert answer.json() == {"withheld": True, "reason": "may be alive"}


def test_nothing_finds_the_withheld(client: TestClient) -> None:
    assert client.get("/api/search", params={"q": "Живущий"}).json()["total"] == 0
    addresses = ("/en/search?q=Живущий", "/en/search.json?q=Живущий", "/en/search?source=roll&page=2", "/ru/findings")
    for address in (*addresses, "/ru/places", "/ru/places.json"):
        page = client.get(address)
        assert page.status_code == 200
        # The word of the query itself stands in the title and in the box.
        assert LIVING not in page.text


def test_the_withheld_are_counted(client: TestClient) -> None:
    assert client.get("/api/stats").json()["withheld"] == 1
    assert "1 person who may be alive is not shown." in client.get("/en/").text


def test_a_view_without_a_year_shows_only_the_dead(cards: "duckdb.DuckDBPyConnection") -> None:
    """The gate fails closed: without the variable of `publish` nobody counts as born long ago."""
    cards.execute(
        "INSERT INTO cards BY NAME SELECT unnest(['d', 'o']) AS person_id, 'в' AS sort_name, "
        "unnest([true, false]) AS dead, unnest([NULL, 1850]) AS latest_birth_year"
    )
    sql.run(cards, "disclosure", "published")
    assert cards.execute("SELECT person_id FROM published").fetchall() == [("d",)]
