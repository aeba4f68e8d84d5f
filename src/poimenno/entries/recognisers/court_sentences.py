"""Sentences of courts and other bodies as notices word them: their category and their term in years.

The wordings stand in `reference/sentences.csv`; the first pattern, in the order of the table, that is found in the text
decides, so a death sentence that was commuted later stays a death sentence.
"""

import functools
import re

from poimenno import reference
from poimenno.reference.vocabularies import SentenceCategory

_TERMS = {
    "ru": r"(?<![\d.])(?P<n>\d{1,2}(?:[.,]5)?)\s*(?:-?(?:ти|х|м[и])?)\s*"
    r"(?:г(?:\.|од|ода|оду|одам|одах)?(?![а-яё])|л(?:\.|ет)?(?![а-яё/])|ГЛС)"
    r"(?:\s*(?:и\s*)?(?P<months>\d{1,2})\s*м(?:ес|\.))?|(?:ИТЛ|КЛ|т/з)\s*-\s*(?P<m>\d{1,2})(?!\d)"
    r"|(?<![\d.])(?P<only>\d{1,2})\s*(?:-?ти)?\s*мес",
    "uk": r"(?<![\d.])(?P<n>\d{1,2}(?:[.,]5)?)\s*(?:р(?:\.|ок|оки|оків|окам)?(?![а-яіїє]))",
    "et": r"(?P<n>\d{1,2})(?:\s?\+\s?\d{1,2})?\s?a\b|(?P<m>\d{1,2})\s?\+\s?\d{1,2}",
}
# Years. No law had a longer term; a larger number is a year or an age.
LONGEST = 25
_WORDS = {
    "одному": 1, "двум": 2, "трем": 3, "трём": 3, "четырем": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8,
    "десяти": 10, "пятнадцати": 15, "двадцати": 20, "пять": 5, "восемь": 8, "десять": 10,
}  # fmt: skip
_IN_WORDS = re.compile(rf"\b({'|'.join(_WORDS)})\s+(?:лет|год)", re.IGNORECASE)


@functools.cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row["sentence_category"])
        for row in reference.rows("sentences")
        if row["language"] == language
    )


@functools.lru_cache(maxsize=50_000)
def category(text: str, language: str) -> str:
    """The category of a sentence, a code of `reference/sentence_categories.csv`; `unknown` if it is not recognised."""
    for pattern, code in _patterns(language):
        if pattern.search(text):
            return code
    return SentenceCategory.UNKNOWN


@functools.lru_cache(maxsize=50_000)
def years(text: str, language: str) -> tuple[int, int, float] | None:
    """The first term in years: (start, stop, years), with the span of its words; None if there is none."""
    for match in _terms(language if language in _TERMS else "ru").finditer(text):
        groups = match.groupdict()
        number = float((groups["n"] or groups.get("m") or "0").replace(",", "."))
        number += int(groups.get("months") or groups.get("only") or 0) / 12
        if 0 < number <= LONGEST:
            return match.start(), match.end(), round(number, 2)
    in_words = _IN_WORDS.search(text)
    if in_words:
        return in_words.start(), in_words.end(), float(_WORDS[in_words[1].lower()])
    return None


@functools.cache
def _terms(language: str) -> re.Pattern[str]:
    return re.compile(_TERMS[language], re.IGNORECASE)
