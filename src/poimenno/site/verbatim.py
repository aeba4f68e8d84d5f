"""An entry's text as it stands in the source, with what was read marked where it stands."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text: `field` is None where nothing was read."""

    text: str
    field: str | None = None


def pieces(text: str, fields: list[dict[str, Any]]) -> list[Piece]:
    """Cut a text at the spans of the fields read in it. Of spans that overlap, the one that begins first is marked."""
    spans = sorted((field["start"], -field["stop"], field["field"]) for field in fields if field["start"] is not None)
    cut: list[Piece] = []
    position = 0
    for start, negative_stop, name in spans:
        stop = -negative_stop
        if start < position or stop > len(text) or start >= stop:
            continue
        if start > position:
            cut.append(Piece(text[position:start]))
        cut.append(Piece(text[start:stop], name))
        position = stop
    if position < len(text):
        cut.append(Piece(text[position:]))
    return cut
