"""An entry's text as it stands in the source, with what was read marked where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from poimenno.queries.person_queries import Entry


class Span(Protocol):
    """What was read, from the character `start` to before `stop`; None: from the whole."""

    @property
    def field(self) -> str:
        """The name of the field."""

    @property
    def start(self) -> int | None:
        """The first character, from 0."""

    @property
    def stop(self) -> int | None:
        """The character after the last."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text: `field` is None where nothing was read."""

    text: str
    field: str | None = None


def entry_pieces(entry: Entry) -> list[Piece]:
    """The text of an entry, cut at what was read in it."""
    return cut_text(entry.text, [field for field in entry.fields if field.part is None])


def cut_text(text: str, fields: Iterable[Span]) -> list[Piece]:
    """Cut a text at the spans of the fields. Of spans that overlap, the one that begins first is marked."""
    spans = sorted((field.start, -(field.stop or 0), field.field) for field in fields if field.start is not None)
    pieces: list[Piece] = []
    position = 0
    for start, negative_stop, name in spans:
        stop = -negative_stop
        if start < position or stop > len(text) or start >= stop:
            continue
        if start > position:
            pieces.append(Piece(text[position:start]))
        pieces.append(Piece(text[start:stop], name))
        position = stop
    if position < len(text):
        pieces.append(Piece(text[position:]))
    return pieces
