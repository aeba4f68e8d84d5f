"""Sentences: their category and their years.

Categories and the wordings that mean them stand in `reference/sentences.csv`; the first in its order that is
found decides, so a sentence of death that was commuted later stays one of death.
"""

import functools
import re

from poimenno import reference

UNKNOWN = "unknown"
_TERMS = {
    "ru": r"(?P<n>\d{1,2}(?:[.,]5)?)\s*(?:-?ти)?\s*(?:г(?:\.|од|ода|оду|одам)?(?![а-яё])|л(?:ет|\.)?(?![а-яё/]))"
    r"|(?:ИТЛ|КЛ)\s*-\s*(?P<m>\d{1,2})",
    "uk": r"(?P<n>\d{1,2}(?:[.,]5)?)\s*(?:р(?:\.|ок|оки|оків|окам)?(?![а-яіїє]))",
    "et": r"(?P<n>\d{1,2})(?:\s?\+\s?\d{1,2})?\s?a\b",
}
_WORDS = {
    "одному": 1, "двум": 2, "трем": 3, "трём": 3, "четырем": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8,
    "десяти": 10, "пятнадцати": 15, "двадцати": 20, "пять": 5, "восемь": 8, "десять": 10,
}  # fmt: skip
_IN_WORDS = re.compile(rf"\b({'|'.join(_WORDS)})\s+(?:лет|год)", re.IGNORECASE)
_BARE_TERM = re.compile(r"^\W*(?:к|на|сроком\s+на)?\s*\d{1,2}\s*(?:г|л)", re.IGNORECASE)


@functools.cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row["sentence_category"])
        for row in reference.rows("sentences")
        if row["language"] == language
    )


@functools.lru_cache(maxsize=50_000)
def category(text: str, language: str) -> str:
    """The category of a sentence, a code of `reference/sentence_categories.csv`; `unknown` where no wording is known."""
    for pattern, code in _patterns(language):
        if pattern.search(text):
            return code
    # "10 лет" without saying where is a term of deprivation of liberty.
    return "prison" if _BARE_TERM.match(text) else UNKNOWN


@functools.lru_cache(maxsize=50_000)
def years(text: str, language: str) -> tuple[int, int, float] | None:
    """The first term in years: (start, stop, years) with the span of its words; None where there is none."""
    match = re.search(_TERMS[language if language in _TERMS else "ru"], text, re.IGNORECASE)
    if match:
        number = next(value for value in match.groupdict().values() if value)
        return match.start(), match.end(), float(number.replace(",", "."))
    in_words = _IN_WORDS.search(text)
    if in_words:
        return in_words.start(), in_words.end(), float(_WORDS[in_words[1].lower()])
    return None
