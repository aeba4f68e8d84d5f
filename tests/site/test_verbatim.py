"""A text cut at what was read in it is still the same text."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from poimenno.site.verbatim import pieces

spans = st.fixed_dictionaries({
    "start": st.none() | st.integers(-3, 40),
    "stop": st.integers(-3, 40),
    "field": st.sampled_from(["surname", "birth_date", "charge"]),
})  # fmt: skip


@given(text=st.text(max_size=30), fields=st.lists(spans, max_size=8))
def test_no_letter_is_lost_or_told_twice(text: str, fields: list[dict[str, Any]]) -> None:
    cut = pieces(text, fields)
    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text for piece in cut)


@given(text=st.text(min_size=1, max_size=30), data=st.data())
def test_a_marked_piece_is_the_span_of_its_field(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    marked = [piece for piece in pieces(text, [{"start": start, "stop": stop, "field": "charge"}]) if piece.field]
    assert [piece.text for piece in marked] == [text[start:stop]]


def test_of_spans_that_overlap_the_first_is_marked_and_of_those_the_longest() -> None:
    fields: list[dict[str, Any]] = [
        {"start": 0, "stop": 3, "field": "surname"},
        {"start": 0, "stop": 6, "field": "note"},
        {"start": 4, "stop": 9, "field": "charge"},
        {"start": None, "stop": None, "field": "sex"},
    ]
    assert [(piece.text, piece.field) for piece in pieces("образцовый", fields)] == [("образц", "note"), ("овый", None)]
