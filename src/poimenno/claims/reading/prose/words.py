"""The words by which prose says what a number counts (`reference/prose_words.csv`), in one language."""

import functools
import re
from dataclasses import dataclass

from poimenno import reference
from poimenno.values.person_names import fold

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WordMatch:
    """What a word means, and where it stands in the text that was searched."""

    value: str
    start: int
    stop: int


@dataclass(frozen=True)
class Words:
    """The vocabulary of a language: en or ru."""

    language: str

    def all(self, kind: str, text: str) -> list[WordMatch]:
        """Every word of a kind in a text, in its order; of two that overlap, the first in the table."""
        matches: list[WordMatch] = []
        for pattern, value in _patterns(self.language, kind):
            for match in pattern.finditer(text):
                if not any(other.start < match.end() and match.start() < other.stop for other in matches):
                    matches.append(WordMatch(value, match.start(), match.end()))
        return sorted(matches, key=lambda match: match.start)

    def first(self, kind: str, text: str) -> str | None:
        """The first word of a kind in a text; None if there is none."""
        return next((match.value for match in self.all(kind, text)), None)

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
        """The number that a word means."""
        return next(int(value) for pattern, value in _patterns(self.language, "number") if pattern.fullmatch(word))

    def million(self, word: str) -> int:
        """What a word such as million, thousand or тыс. multiplies by."""
        return next(int(value) for pattern, value in _patterns(self.language, "million") if pattern.fullmatch(word))


def words_of(text: str) -> Words:
    """The vocabulary of the language of a text, by its script."""
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
def events_by_person() -> dict[str, dict[str, str]]:
    """For each person in the table of events, folded, the event by its verb: ezhov → appointed → yezhov_appointed."""
    verbs = {row["value"] for row in reference.rows("prose_words") if row["kind"] == "verb"}
    by_person: dict[str, dict[str, str]] = {}
    for row in reference.rows("events"):
        name, _, verb = row["event"].partition("_")
        if verb in verbs:
            by_person.setdefault(fold(name), {})[verb] = row["event"]
    return by_person
