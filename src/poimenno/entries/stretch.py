"""A stretch of a notice while it is read: what is left of it, and the fields that were read."""

import re
from collections.abc import Iterator, Set
from typing import Unpack

from poimenno import reference
from poimenno.entries.dialects import Dialect
from poimenno.entries.dialects.part import Part
from poimenno.entries.field import Field, NormalForm

# A full stop before a new word, with the word before it; not one within a date (`12. 05.41`, `12.05. 41`).
_FULL_STOP = re.compile(
    r"""(?P<word>(?<![^\W\d_])(?<!/)[^\W\d_]+(?:-[^\W\d_]+)*)?\.(?=\s+[^\W_a-zа-яё]|\s+["«(\[])
    (?!(?<=\b\d\d\.)\s\d\d\.\s?\d\d)(?!(?<=\b\d\d\.\d\d\.)(?<!\.\d\d\.\d\d\.)\s\d\d(?:\d\d)?(?![-\w]))""",
    re.VERBOSE,
)
_OUTER = " \t\r\n\u00a0.,;:|#*–—-=<>"
# Brackets within brackets are stripped from the ends of a value; no notice has more layers of them.
_LAYERS = 4
_PAIRS = {"(": ")", "«": "»", '"': '"', "“": "”", "[": "]"}


def _first_or_rest(which: str, start: int, end: int, stop: int) -> tuple[int, int]:
    """The unit that ends at `end`, if the first is meant, or the rest behind it."""
    return (start, end) if which == "first" else (end, stop)


def _encloses(text: str) -> bool:
    """Whether the first and the last character of a text are a pair that encloses all of it."""
    opening, closing, inside = text[0], text[-1], text[1:-1]
    if opening == closing:
        return opening not in inside
    first_closing = inside.find(closing)
    return first_closing < 0 or 0 <= inside.find(opening) < first_closing


class Stretch:
    """A stretch of a notice while it is read: what is left of it, and the fields read so far."""

    def __init__(  # noqa: PLR0913 - where it is, and what is known before it
        self, text: str, start: int, stop: int, dialect: Dialect, *, episode: int, seen: Set[str]
    ) -> None:
        self.text = text
        self.dialect = dialect
        self.episode = episode
        self.start = start
        self.stop = stop
        self.seen = seen
        self.left = [(start, stop)]
        self.fields: list[Field] = []

    def spans(self, part: Part) -> list[tuple[int, int]]:
        """What is left where a part says to look: spans of the text, in order.

        `line` and `sentence` mean the first of the stretch, or the rest; `behind` and `ahead` the side of a field.
        There is nothing if that field was not read in this stretch and the part is not `loose`, or if no segment that
        must be `seen` came before in this episode, or one that must be `unseen` did.
        """
        if part.everywhere:
            return list(self.left)
        if (part.seen is not None and self.seen.isdisjoint(part.seen)) or (
            part.unseen is not None and not self.seen.isdisjoint(part.unseen)
        ):
            return []
        first, last = self.start, self.stop
        if part.line:
            first, last = _first_or_rest(part.line, first, self._line_end(first, last), last)
        if part.sentence:
            first, last = _first_or_rest(part.sentence, first, self._sentence_end(first, last), last)
        for name, is_behind in ((part.behind, True), (part.ahead, False)):
            if name is None:
                continue
            anchor = next((field for field in self.fields if field.name == name), None)
            if anchor is None or anchor.start is None or anchor.stop is None:
                if part.loose:
                    continue
                return []
            if is_behind:
                first = max(first, anchor.stop)
            else:
                last = min(last, anchor.start)
        return [(max(a, first), min(b, last)) for a, b in self.left if max(a, first) < min(b, last)]

    def _line_end(self, start: int, stop: int) -> int:
        while start < stop and self.text[start].isspace():
            start += 1
        end = self.text.find("\n", start, stop)
        return end if end >= 0 else stop

    def _sentence_end(self, start: int, stop: int) -> int:
        return next(self.sentence_ends(start, stop), stop)

    def sentence_ends(self, start: int, stop: int) -> Iterator[int]:
        """Where sentences end: after full stops that do not follow an abbreviation."""
        for match in _FULL_STOP.finditer(self.text, start, stop):
            word = match["word"] or ""
            if len(word) != 1 and word.lower() not in self.dialect.abbreviations:
                yield match.end()

    def take(self, start: int, stop: int) -> None:
        """Take a span away from what is left."""
        left = []
        for a, b in self.left:
            if stop <= a or start >= b:
                left.append((a, b))
                continue
            if a < start:
                left.append((a, start))
            if stop < b:
                left.append((stop, b))
        self.left = left

    def trimmed(self, start: int, stop: int) -> tuple[int, int]:
        """The span without punctuation around it, and without unpaired brackets and quotes at its ends."""
        text = self.text
        for _layer in range(_LAYERS):
            while start < stop and text[start] in _OUTER:
                start += 1
            while start < stop and text[stop - 1] in _OUTER:
                stop -= 1
            inside = text[start:stop]
            if len(inside) > 1 and _PAIRS.get(inside[0]) == inside[-1] and _encloses(inside):
                start, stop = start + 1, stop - 1
            elif inside[-1:] in {"(", "[", "«"} or (inside[-1:] == ")" and "(" not in inside):
                stop -= 1
            elif inside[:1] == "(" and ")" not in inside:
                start += 1
            else:
                break
        return start, stop

    def add(self, name: str, start: int, stop: int, **form: Unpack[NormalForm]) -> bool:
        """Add a field for a span and take the span away; False if the span has no letter or digit."""
        start, stop = self.trimmed(start, stop)
        if start >= stop or not any(character.isalnum() for character in self.text[start:stop]):
            return False
        episode = 0 if reference.is_of_life(name) else self.episode
        self.fields.append(Field(name, self.text[start:stop], episode=episode, start=start, stop=stop, **form))
        self.take(start, stop)
        return True
