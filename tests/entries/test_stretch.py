"""A stretch of a notice: what is left after spans were taken, and where a part looks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poimenno.entries import dialects
from poimenno.entries.dialects.part import Part
from poimenno.entries.stretch import Stretch

TEXT = "Родился в г. Примерск. Столяр.\nАрестован 1 мая 1937."


def stretch(text: str = TEXT, seen: frozenset[str] = frozenset()) -> Stretch:
    return Stretch(text, 0, len(text), dialects.load("memorial-ru"), episode=1, seen=seen)


def where(reading: Stretch, **settings: Any) -> list[str]:
    return [reading.text[a:b] for a, b in reading.spans(Part.of({"read": "rest", "field": "note", **settings}))]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted), max_size=6))
def test_what_is_left_is_what_was_not_taken(spans: list[list[int]]) -> None:
    reading = stretch("x" * 20)
    for start, stop in spans:
        reading.take(start, stop)
    taken = {position for start, stop in spans for position in range(start, stop)}
    left = [position for a, b in reading.left for position in range(a, b)]
    assert left == [position for position in range(20) if position not in taken]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, [TEXT]),
        ({"line": "first"}, ["Родился в г. Примерск. Столяр."]),
        ({"line": "rest"}, ["\nАрестован 1 мая 1937."]),
        ({"sentence": "first"}, ["Родился в г. Примерск."]),
        ({"sentence": "rest"}, [" Столяр.\nАрестован 1 мая 1937."]),
        ({"line": "first", "sentence": "rest"}, [" Столяр."]),
        ({"behind": "birth_date"}, []),
        ({"behind": "birth_date", "loose": True}, [TEXT]),
        ({"seen": ["arrest"]}, []),
        ({"unseen": ["arrest"]}, [TEXT]),
    ],
)
def test_a_part_looks_where_it_says(settings: dict[str, Any], expected: list[str]) -> None:
    assert where(stretch(), **settings) == expected


def test_a_part_looks_on_one_side_of_a_field() -> None:
    reading = stretch()
    start = TEXT.index("Столяр")
    assert reading.add("occupation", start, start + len("Столяр"))
    assert where(reading, ahead="occupation") == ["Родился в г. Примерск. "]
    assert where(reading, behind="occupation") == [".\nАрестован 1 мая 1937."]


def test_segments_seen_before_open_or_close_a_part() -> None:
    assert where(stretch(seen=frozenset({"arrest"})), seen=["arrest"]) == [TEXT]
    assert where(stretch(seen=frozenset({"arrest"})), unseen=["arrest", "sentence"]) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (" (столяр), ", "столяр"),
        ("«Заря»;", "Заря"),
        ("завод (бывший", "завод (бывший"),
        ("(а) и (б)", "(а) и (б)"),
        (" .,; ", ""),
    ],
)
def test_a_value_is_trimmed(text: str, inner: str) -> None:
    start, stop = stretch(text).trimmed(0, len(text))
    assert text[start:stop] == inner


def test_a_span_without_letters_is_no_field() -> None:
    reading = stretch("— , .")
    assert not reading.add("note", 0, 5)
    assert reading.fields == []
