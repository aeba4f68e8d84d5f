"""The words by which prose tells what a number counts (`reference/prose_words.csv`), in one language."""

import functools
import re
from dataclasses import dataclass

from poimenno import reference
from poimenno.values.names import fold

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """What a word means, and where it stands in the text that was searched."""

    value: str
    start: int
    stop: int


@dataclass(frozen=True)
class Words:
    """The vocabulary of a language: en or ru."""

    language: str

    def all(self, kind: str, text: str) -> list[Found]:
        """Every word of a kind in a text, in its order; of two that overlap the first row of the table."""
        found: list[Found] = []
        for pattern, value in _patterns(self.language, kind):
            for match in pattern.finditer(text):
                if not any(one.start < match.end() and match.start() < one.stop for one in found):
                    found.append(Found(value, match.start(), match.end()))
        return sorted(found, key=lambda one: one.start)

    def first(self, kind: str, text: str) -> str | None:
        """The first word of a kind in a text; None where there is none."""
        found = self.all(kind, text)
        return found[0].value if found else None

    def has(self, kind: str, text: str) -> bool:
        """Whether a text has a word of a kind."""
        return bool(self.all(kind, text))

    def at_start(self, kind: str, text: str) -> str | None:
        """The word of a kind with which a text begins."""
        return next((value for pattern, value in _patterns(self.language, kind) if pattern.match(text)), None)

    def numbers(self) -> re.Pattern[str]:
        """Numbers in words, and the words for half and for millions, as one expression with named groups."""
        return _number_words(self.language)

    def number(self, word: str) -> int:
        """The number that a word is."""
        return next(int(value) for pattern, value in _patterns(self.language, "number") if pattern.fullmatch(word))

    def million(self, word: str) -> int:
        """What a word such as million, thousand or тыс. multiplies by."""
        return next(int(value) for pattern, value in _patterns(self.language, "million") if pattern.fullmatch(word))


def of_text(text: str) -> Words:
    """The vocabulary of the language that a text is in, by its script."""
    return Words("ru" if len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) else "en")


@functools.cache
def _patterns(language: str, kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<!\w)(?:{row['pattern']})", re.IGNORECASE), row["value"])
        for row in reference.rows("prose_words")
        if row["language"] == language and row["kind"] == kind
    )


@functools.cache
def _number_words(language: str) -> re.Pattern[str]:
    rows = [row for row in reference.rows("prose_words") if row["language"] == language]
    word, million, half = (
        "|".join(row["pattern"] for row in rows if row["kind"] == kind) for kind in ("number", "million", "half")
    )
    one_and_half = r"(?:one|a) and a half" if language == "en" else "полтора|полутора"
    return re.compile(
        rf"(?<!\w)(?:(?P<more>{one_and_half})|(?P<half>{half})(?: a)?|(?P<word>{word}))"
        rf"(?:\s(?P<million>{million}))?(?!\w)",
        re.IGNORECASE,
    )


@functools.cache
def named_events() -> dict[str, dict[str, str]]:
    """Of each person in the table of events, folded, the event of each verb: ezhov → appointed → yezhov_appointed."""
    verbs = {row["value"] for row in reference.rows("prose_words") if row["kind"] == "verb"}
    found: dict[str, dict[str, str]] = {}
    for row in reference.rows("events"):
        name, _, verb = row["event"].partition("_")
        if verb in verbs:
            found.setdefault(fold(name), {})[verb] = row["event"]
    return found
