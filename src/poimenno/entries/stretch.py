"""A stretch of a notice while it is read: what is left of it, and the fields that were read."""

import re
from collections.abc import Iterator, Set
from typing import Any

from poimenno import reference
from poimenno.entries.dialects import Dialect
from poimenno.entries.field import Field

Settings = dict[str, Any]
# A full stop before a new word, with the word that it stands behind; not one within a date (`12. 05.41`, `12.05. 41`).
_FULL_STOP = re.compile(
    r"""(?P<word>(?<![^\W\d_])(?<!/)[^\W\d_]+(?:-[^\W\d_]+)*)?\.(?=\s+[^\W_a-zа-яё]|\s+["«(\[])
    (?!(?<=\b\d\d\.)\s\d\d\.\s?\d\d)(?!(?<=\b\d\d\.\d\d\.)(?<!\.\d\d\.\d\d\.)\s\d\d(?:\d\d)?(?![-\w]))""",
    re.VERBOSE,
)
_OUTER = " \t\r\n\u00a0.,;:|#*–—-=<>"
_PLACE = frozenset({"line", "sentence", "behind", "ahead", "seen", "unseen"})
# Brackets within brackets that are peeled off the ends of a value; more than so many is no wording of a notice.
_LAYERS = 4
_PAIRS = {"(": ")", "«": "»", '"': '"', "“": "”", "[": "]"}


def _encloses(text: str) -> bool:
    """Whether the first and the last character of a text are one pair around all of it."""
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

    def spans(self, settings: Settings) -> list[tuple[int, int]]:
        """What is left where the settings say to look.

        `line` and `sentence` mean the first of the stretch, or the rest; `behind` and `ahead` of a field.
        Nothing, where that field was not read in this stretch and the settings do not say `loose`; nor where no
        segment that must be `seen` before in this episode was, or one that must be `unseen`.
        """
        if settings.keys().isdisjoint(_PLACE):
            return list(self.left)
        if ("seen" in settings and self.seen.isdisjoint(settings["seen"])) or (
            "unseen" in settings and not self.seen.isdisjoint(settings["unseen"])
        ):
            return []
        first, last = self.start, self.stop
        for unit, end_of in (("line", self._line_end), ("sentence", self._sentence_end)):
            if unit in settings:
                end = end_of(first, last)
                first, last = (first, end) if settings[unit] == "first" else (end, last)
        for side in ("behind", "ahead"):
            if side not in settings:
                continue
            anchor = next((one for one in self.fields if one.name == settings[side]), None)
            if anchor is None or anchor.start is None or anchor.stop is None:
                if settings.get("loose"):
                    continue
                return []
            if side == "behind":
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
        """Where sentences end: behind full stops that follow no abbreviation."""
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
        """The span without punctuation around it; unpaired brackets and quotes at its ends go too."""
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

    def add(self, name: str, start: int, stop: int, **values: Any) -> bool:
        """Add a field for a span and take the span away; False where nothing is in it."""
        start, stop = self.trimmed(start, stop)
        if start >= stop or not any(character.isalnum() for character in self.text[start:stop]):
            return False
        episode = values.pop("episode", 0 if reference.is_of_life(name) else self.episode)
        self.fields.append(Field(name, self.text[start:stop], episode=episode, start=start, stop=stop, **values))
        self.take(start, stop)
        return True
