"""Rows become classes, columns become tables, and nothing but checked identifiers is put into SQL."""

import enum
import importlib.resources
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.foundation import database, sql

if TYPE_CHECKING:
    import duckdb


@pytest.fixture
def db() -> Iterator["duckdb.DuckDBPyConnection"]:
    with database.memory() as connection:
        yield connection


@pytest.fixture
def room(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A room of its own whose SQL files a test writes."""
    monkeypatch.setattr(importlib.resources, "files", lambda package: tmp_path)
    sql._text.cache_clear()
    (tmp_path / "room").mkdir()
    return tmp_path / "room"


class Colour(enum.StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Part:
    name: str
    colour: Colour | None


@dataclass(frozen=True)
class Thing:
    name: str
    day: date | None
    colour: Colour | None
    words: tuple[str, ...]
    detail: dict[str, object] | None
    parts: tuple[Part, ...] = ()


def test_rows_become_instances_of_a_class(db: "duckdb.DuckDBPyConnection", room: pathlib.Path) -> None:
    (room / "things.sql").write_text(
        "SELECT $name AS name, DATE '1937-08-05' AS day, 'red' AS colour, ['a', 'b'] AS words, "
        "CAST('{\"n\": [1]}' AS JSON) AS detail, "
        "[{'name': 'p', 'colour': NULL}, {'name': 'q', 'colour': 'red'}] AS parts"
    )
    (thing,) = sql.rows_as(db, Thing, "room", "things", name="x")
    parts = (Part("p", None), Part("q", Colour.RED))
    assert thing == Thing("x", date(1937, 8, 5), Colour.RED, ("a", "b"), {"n": [1]}, parts)
    assert isinstance(thing.colour, Colour)


def test_null_stays_none_and_no_row_is_none(db: "duckdb.DuckDBPyConnection", room: pathlib.Path) -> None:
    columns = "'x' AS name, NULL AS day, NULL AS colour, [] AS words, NULL AS detail, [] AS parts"
    (room / "things.sql").write_text(f"SELECT {columns} WHERE $wanted")
    assert sql.row_as(db, Thing, "room", "things", wanted=True) == Thing("x", None, None, (), None)
    assert sql.row_as(db, Thing, "room", "things", wanted=False) is None


@pytest.mark.parametrize("columns", ["'x' AS name", "'x' AS name, NULL AS colour, 1 AS more"])
def test_columns_that_are_not_the_fields_are_a_fault_of_the_program(
    db: "duckdb.DuckDBPyConnection", room: pathlib.Path, columns: str
) -> None:
    (room / "parts.sql").write_text(f"SELECT {columns}")
    with pytest.raises(TypeError, match="Part"):
        sql.rows_as(db, Part, "room", "parts")


def test_a_code_outside_its_list_is_refused(db: "duckdb.DuckDBPyConnection", room: pathlib.Path) -> None:
    (room / "parts.sql").write_text("SELECT 'x' AS name, 'blue' AS colour")
    with pytest.raises(ValueError, match="blue"):
        sql.rows_as(db, Part, "room", "parts")


def test_placeholders_take_checked_identifiers_only(room: pathlib.Path) -> None:
    (room / "count.sql").write_text("SELECT {{columns}}, count(*) FROM {{table}} GROUP BY ALL")
    assert sql.script("room", "count", columns=["year", "region"], table="cards") == (
        'SELECT "year", "region", count(*) FROM "cards" GROUP BY ALL'
    )
    with pytest.raises(ValueError, match="not an identifier"):
        sql.script("room", "count", columns="year", table="cards; DROP TABLE persons")
    with pytest.raises(KeyError):
        sql.script("room", "count", table="cards")


@given(name=st.text(max_size=12))
def test_an_identifier_cannot_leave_its_quotes(name: str) -> None:
    try:
        quoted = sql.identifier(name)
    except ValueError:
        assert not (name.isascii() and name.isidentifier())
    else:
        assert quoted == f'"{name}"'
        assert name.isascii() and name.isidentifier()


def test_columns_become_rows_of_a_table(db: "duckdb.DuckDBPyConnection") -> None:
    db.execute("CREATE TABLE things (name VARCHAR, day DATE, words VARCHAR[], n BIGINT)")
    sql.insert(db, "things", {"words": [["a"], []], "name": ["x", None], "day": [date(1937, 1, 1), None]})
    assert db.execute("FROM things").fetchall() == [
        ("x", date(1937, 1, 1), ["a"], None),
        (None, None, [], None),
    ]
    with pytest.raises(KeyError):
        sql.insert(db, "things", {"colour": ["red"]})


def test_instances_become_rows(db: "duckdb.DuckDBPyConnection") -> None:
    db.execute("CREATE TABLE parts (colour VARCHAR, name VARCHAR)")
    sql.insert_rows(db, "parts", [Part("p", Colour.RED), Part("q", None)])
    sql.insert_rows(db, "parts", [])
    assert db.execute("SELECT name, colour FROM parts").fetchall() == [("p", "red"), ("q", None)]


@given(values=st.lists(st.one_of(st.none(), st.text()), max_size=20))
def test_a_temporary_table_holds_what_it_was_given(values: list[str | None]) -> None:
    with database.memory() as connection:
        sql.temp_table(connection, "words", {"word": ("VARCHAR", values), "n": ("INTEGER", list(range(len(values))))})
        assert connection.execute("SELECT word FROM words ORDER BY n").fetchall() == [(value,) for value in values]


def test_a_type_is_checked_too(db: "duckdb.DuckDBPyConnection") -> None:
    with pytest.raises(ValueError, match="not a type"):
        sql.temp_table(db, "words", {"word": ("VARCHAR); DROP TABLE x", [])})
