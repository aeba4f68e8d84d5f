"""A slip in a dialect's table is named when it is loaded."""

from typing import Any

import pytest

from poimenno.entries.dialects import compile_dialect
from poimenno.foundation.errors import SourceError


def table(**part: Any) -> dict[str, Any]:
    segment = {"name": "birth", "cue": "Рожд", "parts": [part]}
    return {"title": "Made up", "language": "ru", "segment": [segment]}


SLIPS: list[tuple[dict[str, Any], str]] = [
    ({"read": "dates", "field": "birth_date"}, "'dates' cannot be read"),
    ({"read": "date", "field": "born"}, "born is no field"),
    ({"read": "date"}, "lacks field"),
    ({"read": "rest", "field": "residence", "untill": "x"}, "untill"),
    ({"read": "rest", "field": "residence", "until": "("}, "not a regular expression"),
    ({"read": "items", "kinds": ["party"]}, "party is no field"),
]


@pytest.mark.parametrize(("part", "said"), SLIPS)
def test_a_slip_is_named_with_its_segment(part: dict[str, Any], said: str) -> None:
    with pytest.raises(SourceError, match="slip, birth") as caught:
        compile_dialect("slip", table(**part))
    assert said in str(caught.value)


def test_a_dialect_without_a_language_is_refused() -> None:
    with pytest.raises(SourceError, match="needs a language"):
        compile_dialect("slip", {"title": "Made up"})


def test_a_segment_without_a_cue_is_refused() -> None:
    with pytest.raises(SourceError, match="needs a cue"):
        compile_dialect("slip", {"title": "Made up", "language": "ru", "segment": [{"name": "birth"}]})
