"""Cases keep every value with its entry; one is preferred by a stated rule. All people here are made up."""

from collections.abc import Callable
from typing import Any

import pytest

from poimenno import cases

Record = Callable[..., Any]


def assembled(record_of: Record, told: list[tuple[str, int, str, str]], *held: str) -> Any:
    db = record_of(told, {"p": list(held)} if held else None)
    cases.assemble(db)
    return db


def one(db: Any, sql: str) -> Any:
    rows = db.execute(sql).fetchall()
    assert len(rows) == 1
    return rows[0][0] if len(rows[0]) == 1 else rows[0]


def test_a_man_arrested_twice_has_two_cases(record_of: Record) -> None:
    db = assembled(
        record_of,
        [
            ("a/1", 1, "arrest_date", "1 марта 1919"),
            ("a/1", 2, "arrest_date", "5 августа 1937"),
            ("b/1", 1, "execution_date", "10 ноября 1937"),
        ],
        "a/1",
        "b/1",
    )
    rows = db.execute("SELECT case_id, year, outcome FROM cases ORDER BY ordinal").fetchall()
    assert rows == [("p-1", 1919, "unknown"), ("p-2", 1937, "executed")]
    assert db.execute("SELECT count(*) FROM case_entries").fetchall() == [(3,)]


def test_a_shooting_told_with_the_first_arrest_belongs_to_the_last_case(record_of: Record) -> None:
    db = assembled(
        record_of,
        [
            ("a/1", 1, "arrest_date", "1 марта 1931"),
            ("a/1", 1, "execution_date", "10 ноября 1937"),
            ("a/1", 2, "arrest_date", "5 августа 1937"),
        ],
    )
    rows = db.execute("SELECT ordinal, execution_edtf FROM cases ORDER BY ordinal").fetchall()
    assert rows == [(1, None), (2, "1937-11-10")]


def test_most_sources_then_the_narrowest_then_the_first(record_of: Record) -> None:
    told = [
        ("a/1", 1, "execution_date", "1937"),
        ("b/1", 1, "execution_date", "10 ноября 1937"),
        ("c/1", 1, "execution_date", "11 ноября 1937"),
        ("d/1", 1, "execution_date", "11 ноября 1937"),
    ]
    db = assembled(record_of, told, "a/1", "b/1", "c/1", "d/1")
    assert one(db, "SELECT execution_edtf FROM cases") == "1937-11-11"
    db = assembled(record_of, told[:3], "a/1", "b/1", "c/1")
    assert one(db, "SELECT execution_edtf FROM cases") == "1937-11-10"
    # All that was said stays, and the disagreement is shown.
    assert db.execute("SELECT count(*), count(*) FILTER (preferred) FROM case_values").fetchall() == [(3, 1)]
    assert one(db, "SELECT kind, subject, detail->>'values' FROM findings") == (
        "execution_dates_differ", "p-1", "1937, 1937-11-10, 1937-11-11",
    )  # fmt: skip


def test_two_entries_of_one_source_are_one_voice(record_of: Record) -> None:
    told = [
        ("a/1", 1, "execution_date", "10 ноября 1937"),
        ("a/2", 1, "execution_date", "10 ноября 1937"),
        ("b/1", 1, "execution_date", "12 ноября 1937"),
        ("c/1", 1, "execution_date", "12 ноября 1937"),
    ]
    db = assembled(record_of, told, "a/1", "a/2", "b/1", "c/1")
    assert one(db, "SELECT execution_edtf FROM cases") == "1937-11-12"


def test_the_region_is_that_of_the_body_else_of_the_residence(record_of: Record) -> None:
    told = [("a/1", 0, "residence", "Курская обл., д. Выдуманная"), ("a/1", 1, "arrest_date", "1937")]
    assert one(assembled(record_of, told), "SELECT region FROM cases") == "kursk"
    told.append(("a/1", 1, "body_region", "Читинской"))
    db = record_of(told)
    db.execute("UPDATE fields SET normal = 'chita' WHERE field = 'body_region'")
    cases.assemble(db)
    assert one(db, "SELECT region FROM cases") == "chita"


def test_a_burial_alone_is_a_case_and_its_place_is_recognised(record_of: Record) -> None:
    db = assembled(record_of, [("a/1", 0, "burial_place", "Московская обл., Бутово")])
    assert one(db, "SELECT outcome FROM cases") == "unknown"
    assert one(db, "SELECT role, place_id FROM person_places") == ("burial", "butovo")


def test_who_is_told_nothing_of_has_no_case(record_of: Record) -> None:
    db = assembled(record_of, [("a/1", 0, "surname", "Вымышленный")])
    assert db.execute("SELECT count(*) FROM cases").fetchall() == [(0,)]
    assert one(db, "SELECT field, value, preferred FROM person_values") == ("surname", "Вымышленный", True)


IMPOSSIBLE = [
    ("sentence_before_arrest", [("arrest_date", "5 августа 1937"), ("sentence_date", "1 июня 1937")]),
    ("execution_before_sentence", [("sentence_date", "5 августа 1937"), ("execution_date", "1 июня 1937")]),
    ("execution_before_arrest", [("arrest_date", "5 августа 1937"), ("execution_date", "1 июня 1937")]),
    ("birth_after_arrest", [("birth_date", "1940"), ("arrest_date", "5 августа 1937")]),
    ("age_at_arrest", [("birth_date", "1930"), ("arrest_date", "5 августа 1937")]),
    ("impossible_date", [("arrest_date", "31 февраля 1937")]),
    ("death_by_special_board", [("sentencing_body", "ОСО"), ("sentence_date", "5 мая 1938"), ("sentence", "ВМН")]),
    ("body_before_its_time", [("sentencing_body", "двойка"), ("sentence_date", "5 мая 1936")]),
    ("body_after_its_time", [("sentencing_body", "тройка"), ("sentence_date", "5 мая 1940")]),
    ("death_before_execution", [("death_date", "3 мая 1936"), ("execution_date", "5 мая 1938")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "said"), IMPOSSIBLE)
def test_what_cannot_be_is_found(record_of: Record, kind: str, said: list[tuple[str, str]]) -> None:
    life = {"birth_date", "death_date"}
    db = assembled(record_of, [("a/1", 0 if field in life else 1, field, value) for field, value in said])
    assert kind in {found for (found,) in db.execute("SELECT kind FROM findings").fetchall()}
    assert db.execute("SELECT kind FROM findings EXCEPT SELECT kind FROM finding_kinds").fetchall() == []


def test_a_life_without_contradictions_has_no_finding(record_of: Record) -> None:
    told = [
        ("a/1", 0, "birth_date", "1890"),
        ("a/1", 1, "arrest_date", "5 августа 1937"),
        ("a/1", 1, "sentence_date", "1 ноября 1937"),
        ("a/1", 1, "sentencing_body", "тройка"),
        ("a/1", 1, "execution_date", "в ноябре 1937"),
    ]
    assert assembled(record_of, told).execute("SELECT count(*) FROM findings").fetchall() == [(0,)]


def test_the_order_of_sources_gives_the_same_cases(record_of: Record) -> None:
    told = [("a/1", 1, "arrest_date", "1919"), ("a/1", 2, "arrest_date", "1937"), ("b/1", 1, "arrest_date", "1937")]
    cells = "SELECT ordinal, year FROM cases ORDER BY ordinal"
    first = assembled(record_of, told, "a/1", "b/1").execute(cells).fetchall()
    assert assembled(record_of, told[::-1], "b/1", "a/1").execute(cells).fetchall() == first
