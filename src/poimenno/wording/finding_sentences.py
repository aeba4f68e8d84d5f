"""The sentences of findings: the words of their kind with the values of the finding filled in."""

from collections.abc import Mapping
from typing import Any

from poimenno.wording.labels import label
from poimenno.wording.language_wording import Wording


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def person_finding_sentence(sentence: str, detail: Mapping[str, Any] | None, wording: Wording) -> str:
    """The sentence of a finding on a person; fields by their names, dates in words, `…` for a value that is missing."""
    values = {key: _value(key, value, wording) for key, value in (detail or {}).items()}
    return sentence.format_map(_Values(values))


def person_finding_kind(sentence: str, wording: Wording) -> str:
    """The sentence of a kind of findings on persons, without values."""
    return person_finding_sentence(sentence, None, wording).replace("….", "…")


def _value(key: str, value: Any, wording: Wording) -> str:
    if key == "field":
        return label(str(value), wording.language, "field")
    text = str(value)
    return wording.edtf(text) if len(text) == 10 and text[4:5] == "-" else text
