"""How findings write numbers, cells and claims in English and Russian."""

from collections.abc import Sequence
from datetime import date

from poimenno import reference
from poimenno.claims.cells import Key, Said
from poimenno.values.intervals import Period

_PRINTED = {
    "en": {"about": "about ", "almost": "almost ", "over": "over ", "at_least": "at least "},
    "ru": {"about": "около ", "almost": "почти ", "over": "более ", "at_least": "не менее "},
}
_UNITS = {
    "en": {"people_per_month": " a month", "people_per_day": " a day", "days": " days", "months": " months",
           "times_limit": " times the first limit"},
    "ru": {"people_per_month": " в месяц", "people_per_day": " в день", "days": " дней", "months": " месяцев",
           "times_limit": "-кратно к первому лимиту"},
}  # fmt: skip
_NARROW = "\N{NO-BREAK SPACE}"


def number(value: float, language: str) -> str:
    """A number as the language groups its digits."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
    return text if language == "en" else text.replace(",", _NARROW).replace(".", ",")


def any_value(value: object, language: str) -> str:
    """A value of a finding: numbers grouped, a cell with its period in words, the rest as it is."""
    if isinstance(value, int | float):
        return number(value, language)
    if isinstance(value, tuple):
        return cell(value[0], value[1], language)
    return str(value)


def name(table: str, column: str, code: str, language: str) -> str:
    """The name of a code in a reference table; the code itself, where it has none."""
    return next((row[f"name_{language}"] for row in reference.rows(table) if row[column] == code), code)


def cell(key: Key, period: Period | None, language: str) -> str:
    """What is counted, in words: measure, operation, body, part, place, period."""
    where = key.region.strip("[]")
    words = [
        name("events", "event", key.scope, language) if key.measure == "event" else
        name("measures", "measure", key.measure, language),
        name("operations", "operation", key.operation, language) if key.operation else "",
        name("bodies", "body_type", key.body, language) if key.body else "",
        key.scope if key.measure != "event" else "",
        name("regions", "region", where, language) if where else ("USSR" if language == "en" else "СССР"),
        period_text(period) if period and not key.limit else "",
    ]  # fmt: skip
    if key.measure == "event":
        words = words[:1]
    return ", ".join(word for word in words if word)


def period_text(period: Period) -> str:
    """A period as short as it is exact: 1937, 1937-08/1938-11, or days."""
    first, last = _reduced(period.start, first=True), _reduced(period.end, first=False)
    if len(first) != len(last):
        first, last = (text if len(text) > 4 else f"{text}-{month}" for text, month in ((first, "01"), (last, "12")))
    if max(len(first), len(last)) > 7:
        first, last = period.start.isoformat(), period.end.isoformat()
    return first if first == last else f"{first}/{last}"


def _reduced(day: date, *, first: bool) -> str:
    text = day.isoformat()
    if text.endswith("-01-01" if first else "-12-31"):
        return text[:4]
    whole = day.day == 1 if first else day.day >= 28 and date.fromordinal(day.toordinal() + 1).day == 1
    return text[:7] if whole else text


def printed(claim: Said, language: str) -> str:
    """The number or the date as its source prints it."""
    if claim.event:
        return claim.date_edtf or ""
    if claim.value is None:
        ends = [number(end, language) for end in (claim.possible_low, claim.possible_high) if end is not None]
        return "–".join(ends)
    words = _PRINTED[language].get(claim.precision, "") + number(claim.value, language)
    return words + _UNITS[language].get(claim.unit, "")


def listed(claims: Sequence[Said], language: str, *, cite: bool = True) -> str:
    """Claims one after another, each with its source; claims of one source share it.

    Without `cite` only the numbers.
    """
    told = []
    for at, claim in enumerate(claims):
        last = cite and (at + 1 == len(claims) or claims[at + 1].source != claim.source)
        told.append(printed(claim, language) + (f" [{claim.source}]" if last else ""))
    return "; ".join(told)
