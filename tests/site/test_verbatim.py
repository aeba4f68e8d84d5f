"""A text cut at what was read in it is still the same text."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from poimenno.site.verbatim import cut_text


@dataclass(frozen=True)
class Span:
    start: int | None
    stop: int | None
    field: str


spans = st.builds(
    Span, st.none() | st.integers(-3, 40), st.integers(-3, 40), st.sampled_from(["surname", "birth_date", "charge"])
)


@given(text=st.text(max_size=30), fields=st.lists(spans, max_size=8))
def test_no_letter_is_lost_or_told_twice(text: str, fields: list[Span]) -> None:
    cut = cut_text(text, fields)
    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text for piece in cut)


@given(text=st.text(min_size=1, max_size=30), data=st.data())
def test_a_marked_piece_is_the_span_of_its_field(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    marked = [piece for piece in cut_text(text, [Span(start, stop, "charge")]) if piece.field]
    assert [piece.text for piece in marked] == [text[start:stop]]


def test_of_spans_that_overlap_the_first_is_marked_and_of_those_the_longest() -> None:
    fields: list[Span] = [
        Span(0, 3, "surname"),
        Span(0, 6, "note"),
        Span(4, 9, "charge"),
        Span(None, None, "sex"),
    ]
    assert [(piece.text, piece.field) for piece in cut_text("образцовый", fields)] == [
        ("образц", "note"),
        ("овый", None),
    ]
