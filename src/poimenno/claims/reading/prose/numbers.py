"""Numbers in a sentence, in digits and in words, but for those that count nothing: dates, orders, pages, notes."""

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
    """The dates of a text; a bare number is a year only where nothing groups its digits."""
    return find_dates(text, language=words.language)


def day_of(value: DateValue) -> str | None:
    """A date as a table of figures has it (1937-08-05, 1937-08, 1937), also where a preposition makes it open."""
    plain = value.edtf.removesuffix("/..").removeprefix("../")
    return plain if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", plain) else None


def find(text: str, words: Words) -> list[Number]:
    """The numbers that count something, in their order."""
    apart = [(start, stop) for start, stop, _value in dates(text, words)]
    apart += [match.span() for match in _NO_COUNT.finditer(text)] + [match.span() for match in _codes().finditer(text)]

    def counts(start: int, stop: int) -> bool:
        return not any(start < last and first < stop for first, last in apart)

    found = [one for one in _in_words(text, words) if counts(one.start, one.stop)]
    for match in _DIGITS.finditer(text):
        if counts(*match.span()) and not any(one.start <= match.start() < one.stop for one in found):
            found.append(_in_digits(match, text, words))
    return sorted(found, key=lambda one: one.start)


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
    found = []
    for match in words.numbers().finditer(text):
        times = words.million(match["million"]) if match["million"] else 1
        if match["more"] or match["half"]:
            if times > 1:
                found.append(Number(times * 3 // 2 if match["more"] else times // 2, *match.span()))
        else:
            found.append(Number(words.number(match["word"]) * times, *match.span(), in_words=times == 1))
    return found


@functools.cache
def _codes() -> re.Pattern[str]:
    """The numbers of orders, which count nothing wherever they stand."""
    codes = [row["operation"] for row in reference.rows("operations") if row["operation"].isdigit()]
    return re.compile(rf"(?<![\w,.])(?:{'|'.join(code for code in codes if len(code) > 3)})(?![\w,])")
