"""One row of a table of figures as a claim, or the sentence that says why it is none.

Columns: measure (a code of reference/measures.csv), operation (a code of reference/operations.csv, or empty), body,
scope, region (a code of reference/regions.csv) or territory in words, period_start and period_end (ISO: year, month or
day), value, or value_low and value_high, unit, precision, and source, year, page, via, quotes, quote, counts, status,
note. Numbers have no fraction and count people, unless unit says otherwise. A dated statement has event and date (EDTF)
and no value.
"""

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from poimenno import reference
from poimenno.claims.reading import precision
from poimenno.foundation.language import gettext as _

COLUMNS = (
    "measure", "operation", "body", "scope", "region", "territory", "period_start", "period_end",
    "value", "value_low", "value_high", "unit", "precision", "event", "date",
    "source", "year", "page", "via", "quotes", "quote", "counts", "status", "note",
)  # fmt: skip
UNITS = ("people", "people_per_month", "people_per_day", "days", "months", "times_limit")
EVENT = "event"
_NUMBERS = ("value", "value_low", "value_high")
_WORDS = ("page", "via", "quotes", "quote", "counts", "status", "note")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_EDTF = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:/(\d{4}(?:-\d\d){0,2}))?")
# What stands for the whole country is not a region.
_WHOLE = ("USSR", "СССР", "CCCP", "")


class NoClaim(Exception):
    """A row that says no figure; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure or date said by one source; the columns of the table claims without the id and the collection."""

    measure: str
    operation: str | None = None
    body: str | None = None
    scope: str | None = None
    region: str | None = None
    territory: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    value: int | None = None
    value_low: int | None = None
    value_high: int | None = None
    unit: str = "people"
    precision: str = "exact"
    possible_low: int | None = None
    possible_high: int | None = None
    event: str | None = None
    date_edtf: str | None = None
    date_earliest: date | None = None
    date_latest: date | None = None
    source: str = ""
    source_year: int | None = None
    page: str | None = None
    via: str | None = None
    quotes: str | None = None
    quote: str | None = None
    counts: str | None = None
    status: str | None = None
    note: str | None = None


def read_claim(row: dict[str, str], *, source: str = "", numberless: bool = False) -> Claim:
    """A claim from the cells of a row. `source` holds where the row names none; `numberless` lets a row have no number.

    Raises NoClaim with what was found and what was expected.
    """
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if cells["event"] and not cells["measure"]:
        cells["measure"] = EVENT
    _check_code("measure", cells["measure"], _codes("measures", "measure"), required=True)
    _check_code("operation", cells["operation"], _codes("operations", "operation"))
    _check_code("region", cells["region"], _codes("regions", "region"))
    _check_code("body", cells["body"], _bodies())
    _check_code("unit", cells["unit"], UNITS)
    _check_code("precision", cells["precision"], precision.PRECISIONS)
    cited = cells["source"] or source
    if not cited:
        raise NoClaim(_("The row names no source, and source.toml has no citation."))
    start, end = (_day(name, cells[name]) for name in ("period_start", "period_end"))
    if start and end and start > end:
        raise NoClaim(_("period_start {start} is after period_end {end}.").format(start=start, end=end))
    words: dict[str, Any] = {name: cells[name] or None for name in ("operation", "body", "scope", "territory", *_WORDS)}
    return Claim(
        measure=cells["measure"],
        region=cells["region"] or region_of(cells["territory"]),
        period_start=start,
        period_end=end,
        source=cited,
        source_year=_number("year", cells["year"]),
        **words,
        **(_statement(cells) if cells["measure"] == EVENT else _figure(cells, numberless)),
    )


def _figure(cells: dict[str, str], numberless: bool) -> dict[str, Any]:
    value, low, high = (_number(name, cells[name]) for name in _NUMBERS)
    if value is None and low is None and high is None and not numberless:
        raise NoClaim(_("The row has no number in value, value_low or value_high."))
    if low is not None and high is not None and low > high:
        raise NoClaim(_("value_low {low} is greater than value_high {high}.").format(low=low, high=high))
    said = cells["precision"] or precision.guess(value, low, high, cells["measure"])
    least, most = precision.allowed(value, low, high, said)
    return {
        "value": value, "value_low": low, "value_high": high, "unit": cells["unit"] or "people",
        "precision": said, "possible_low": least, "possible_high": most,
    }  # fmt: skip


def _statement(cells: dict[str, str]) -> dict[str, Any]:
    text = cells["date"]
    match = _EDTF.fullmatch(text)
    if not cells["event"] or not match:
        raise NoClaim(
            _(
                "event is {event!r} and date is {text!r}; expected both, the date as 1937-08-05, 1937-08 or 1937."
            ).format(event=cells["event"], text=text)
        )
    first, last = _day("period_start", match[1]), _day("period_end", match[2] or match[1])
    return {
        "event": cells["event"], "date_edtf": text, "date_earliest": first, "date_latest": last, "precision": "none",
    }  # fmt: skip


@functools.cache
def _codes(table: str, column: str) -> tuple[str, ...]:
    return tuple(row[column] for row in reference.rows(table))


@functools.cache
def _bodies() -> tuple[str, ...]:
    parts = [row["part"] for row in reference.rows("hierarchies") if row["dimension"] == "body"]
    return tuple(dict.fromkeys((*parts, *_codes("bodies", "body_type"))))


def region_of(territory: str) -> str | None:
    """The code of the region that a territory is, by its whole name; None for a part, a railway, or the whole USSR."""
    if territory in _WHOLE:
        return None
    name = re.sub(r"\bобл\.?$", "область", territory.strip())
    return next((row["region"] for row in reference.rows("regions") if name in (row["name_en"], row["name_ru"])), None)


def _check_code(column: str, code: str, known: tuple[str, ...], *, required: bool = False) -> None:
    if (code or required) and code not in known:
        raise NoClaim(
            _("{column} is {code!r}; expected one of: {known}.").format(
                column=column, code=code, known=", ".join(known)
            )
        )


def _number(column: str, text: str) -> int | None:
    if not text:
        return None
    digits = re.sub(r"[\s\u00a0\u202f]", "", text)
    if not re.fullmatch(r"\d{1,15}", digits):
        raise NoClaim(_("{column} is {text!r}; expected a whole number.").format(column=column, text=text))
    return int(digits)


def _day(column: str, text: str) -> date | None:
    """The first possible day of a start, the last of an end."""
    if not text:
        return None
    match = _DATE.fullmatch(text)
    last = column == "period_end"
    try:
        if match is None:
            raise ValueError
        year, month = int(match[1]), int(match[2] or (12 if last else 1))
        day = int(match[3] or (calendar.monthrange(year, month)[1] if last else 1))
        return date(year, month, day)
    except ValueError as error:
        raise NoClaim(
            _("{column} is {text!r}; expected a year, a month or a day, such as 1937-08-05.").format(
                column=column, text=text
            )
        ) from error
