"""How claims are worded in sentences: numbers, what is counted, periods, and claims with their sources."""

import functools
from collections.abc import Sequence
from datetime import date

from babel.numbers import format_decimal

from poimenno import reference
from poimenno.claims.cells import Key
from poimenno.claims.claim import Claim
from poimenno.foundation.language import translation
from poimenno.reference.vocabularies import Precision, Unit
from poimenno.values.intervals import Period


# Marks a text for the catalogue; it is translated where it is shown.
def _mark(text: str) -> str:
    return text


# How a number is printed, as a template with the number and its unit; others are printed as they are.
_PRECISIONS = {
    Precision.ABOUT: _mark("about {number}"),
    Precision.ALMOST: _mark("almost {number}"),
    Precision.OVER: _mark("over {number}"),
    Precision.AT_LEAST: _mark("at least {number}"),
}
_UNITS = {
    Unit.PEOPLE_PER_MONTH: _mark(" per month"),
    Unit.PEOPLE_PER_DAY: _mark(" per day"),
    Unit.DAYS: _mark(" days"),
    Unit.MONTHS: _mark(" months"),
    Unit.TIMES_LIMIT: _mark(" times the first limit"),
}


def number(value: float, language: str) -> str:
    """A number with the separators of the language; with two decimals if it is not whole."""
    whole = float(value).is_integer()
    return str(format_decimal(value, format="#,##0" if whole else "#,##0.00", locale=language))


def cell(key: Key, period: Period | None, language: str) -> str:
    """What is counted, in words: measure, operation, body, part, place, period; of a dated event, the event."""
    if key.measure == "event":
        return _name("events", "event", key.scope, language)
    place = key.territory or _name("regions", "region", key.region, language) or translation(language).gettext("USSR")
    words = [
        _name("measures", "measure", key.measure, language),
        _name("operations", "operation", key.operation, language),
        _name("bodies", "body_type", key.body, language),
        key.scope,
        place,
        days(period) if period and not key.limit else "",
    ]
    return ", ".join(word for word in words if word)


def _name(table: str, column: str, code: str, language: str) -> str:
    return _names(table, column, language).get(code, code)


@functools.cache
def _names(table: str, column: str, language: str) -> dict[str, str]:
    return {row[column]: row[f"name_{language}"] for row in reference.rows(table)}


def days(period: Period) -> str:
    """A period in ISO, as short as it is exact: 1937, 1937-08/1938-11, or days."""
    first, last = _shortened(period.start, first=True), _shortened(period.end, first=False)
    if len(first) != len(last):
        first, last = (text if len(text) > 4 else f"{text}-{month}" for text, month in ((first, "01"), (last, "12")))
    if max(len(first), len(last)) > 7:
        first, last = period.start.isoformat(), period.end.isoformat()
    return first if first == last else f"{first}/{last}"


def _shortened(day: date, *, first: bool) -> str:
    text = day.isoformat()
    if text.endswith("-01-01" if first else "-12-31"):
        return text[:4]
    whole_month = day.day == 1 if first else day.day >= 28 and date.fromordinal(day.toordinal() + 1).day == 1
    return text[:7] if whole_month else text


def printed(claim: Claim, language: str) -> str:
    """The number or the date as its source prints it."""
    if claim.event:
        return claim.date_edtf or ""
    if claim.value is None:
        ends = [number(end, language) for end in (claim.possible_low, claim.possible_high) if end is not None]
        return "–".join(ends)
    words = number(claim.value, language) + unit(claim.unit, language)
    if claim.precision not in _PRECISIONS:
        return words
    return translation(language).gettext(_PRECISIONS[claim.precision]).format(number=words)


def unit(code: Unit, language: str) -> str:
    """What follows a number: a month, a day, days, …; nothing for people."""
    return translation(language).gettext(_UNITS[code]) if code in _UNITS else ""


def listed(claims: Sequence[Claim], language: str, *, cite: bool = True) -> str:
    """Claims one after another; with `cite` each with its source, which claims of one source in a row share."""
    words = []
    for n, claim in enumerate(claims):
        last = cite and (n + 1 == len(claims) or claims[n + 1].source != claim.source)
        words.append(printed(claim, language) + (f" [{claim.source}]" if last else ""))
    return "; ".join(words)
