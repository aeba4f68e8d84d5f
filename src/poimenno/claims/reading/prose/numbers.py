"""Numbers in a sentence, in digits and in words, except those that count nothing: dates, orders, pages, notes."""

import functools
import re
from dataclasses import dataclass

from poimenno import reference
from poimenno.claims.reading.prose.words import Words
from poimenno.values.dates import DateValue, find_dates

_DIGITS = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?)(?!\w)")
_NO_COUNT = re.compile(
    r"(?:No\.?|№|[nN]°|order|circular|directive|приказ\w*|директив\w*|циркуляр\w*|table|табл\w*\.?|pp?\.|page|"
    r"стр\.|category|категори\w*|note|chapter|глав\w*|article|art\.|ст\.)\s*\d+(?:[-–]\d+)?|\d+(?:st|nd|rd|th)\b|\d+-(?:й|я|го|ой|му|м)\b|\[\d+\]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that counts something, with where it stands."""

    value: int
    start: int
    stop: int
    in_words: bool = False


def dates(text: str, words: Words) -> list[tuple[int, int, DateValue]]:
    """The dates of a text, as (start, stop, date); a bare number is a year only if nothing groups its digits."""
    return find_dates(text, language=words.language)


def day_of(value: DateValue) -> str | None:
    """A date as in a table of figures (1937-08-05, 1937-08, 1937), also if a preposition makes it open."""
    plain = value.edtf.removesuffix("/..").removeprefix("../")
    return plain if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", plain) else None


def find(text: str, words: Words) -> list[Number]:
    """The numbers that count something, in their order."""
    excluded = [(start, stop) for start, stop, _value in dates(text, words)]
    excluded += [match.span() for pattern in (_NO_COUNT, _codes()) for match in pattern.finditer(text)]

    def counts(start: int, stop: int) -> bool:
        return not any(start < last and first < stop for first, last in excluded)

    in_words = [number for number in _in_words(text, words) if counts(number.start, number.stop)]
    in_digits = [
        _in_digits(match, text, words)
        for match in _DIGITS.finditer(text)
        if counts(*match.span()) and not any(number.start <= match.start() < number.stop for number in in_words)
    ]
    return sorted([*in_words, *in_digits], key=lambda number: number.start)


def _in_digits(match: re.Match[str], text: str, words: Words) -> Number:
    rest = text[match.end() :]
    blank = len(rest) - len(rest.lstrip())
    unit = words.all("million", rest[blank : blank + 12])
    if unit and unit[0].start == 0:
        times = words.million(rest[blank : blank + unit[0].stop])
        value = round(float(match[0].replace(",", ".")) * times)
        return Number(value, match.start(), match.end() + blank + unit[0].stop)
    return Number(int(re.sub(r"\D", "", match[0].partition(".")[0])), *match.span())


def _in_words(text: str, words: Words) -> list[Number]:
    numbers = []
    for match in words.numbers().finditer(text):
        times = words.million(match["million"]) if match["million"] else 1
        if match["more"] or match["half"]:
            if times > 1:
                numbers.append(Number(times * 3 // 2 if match["more"] else times // 2, *match.span()))
        else:
            numbers.append(Number(words.number(match["word"]) * times, *match.span(), in_words=times == 1))
    return numbers


@functools.cache
def _codes() -> re.Pattern[str]:
    """The numbers of orders, which count nothing wherever they stand."""
    codes = [row["operation"] for row in reference.rows("operations") if row["operation"].isdigit()]
    return re.compile(rf"(?<![\w,.])(?:{'|'.join(code for code in codes if len(code) > 3)})(?![\w,])")
