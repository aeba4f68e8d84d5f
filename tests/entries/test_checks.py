"""A slip in a dialect's table is named when it is loaded."""

from typing import Any

import pytest

from poimenno.entries.dialects import compile_dialect
from poimenno.foundation.errors import SourceError


def table(**part: Any) -> dict[str, Any]:
    segment = {"name": "birth", "cue": "Рожд", "parts": [part]}
    return {"title": "Made up", "language": "ru", "segment": [segment]}


SLIPS: list[tuple[dict[str, Any], str]] = [
    ({"read": "dates", "field": "birth_date"}, "`read` is 'dates'; expected one of: date"),
    ({"read": "date", "field": "born"}, "born is neither a field"),
    ({"read": "date"}, "wrong or missing keys: field"),
    ({"read": "rest", "field": "residence", "wrong or missing keys: untill": "x"}, "wrong or missing keys: untill"),
    ({"read": "rest", "field": "residence", "until": "("}, "not a regular expression"),
    ({"read": "items", "kinds": ["party"]}, "party is neither a field"),
]


@pytest.mark.parametrize(("part", "words"), SLIPS)
def test_a_slip_is_named_with_its_segment(part: dict[str, Any], words: str) -> None:
    with pytest.raises(SourceError, match="slip, birth") as caught:
        compile_dialect("slip", table(**part))
    assert words in str(caught.value)


def test_a_dialect_without_a_language_is_refused() -> None:
    with pytest.raises(SourceError, match="the key `language` is missing"):
        compile_dialect("slip", {"title": "Made up"})


def test_a_segment_without_a_cue_is_refused() -> None:
    with pytest.raises(SourceError, match="slip, birth: the segment has no cue"):
        compile_dialect("slip", {"title": "Made up", "language": "ru", "segment": [{"name": "birth"}]})


def test_a_reason_of_rejection_is_one_of_the_list() -> None:
    rejecting = {"title": "Made up", "language": "ru", "reject": [{"pattern": "^Страница", "reason": "furniture"}]}
    with pytest.raises(SourceError, match="`reason` is 'furniture'; expected one of: empty, page_furniture"):
        compile_dialect("slip", rejecting)
