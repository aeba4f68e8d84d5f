"""One row of a table of figures as a claim, or the sentence that says why it is none.

Columns: measure (a code of reference/measures.csv), operation (a code of reference/operations.csv, or empty), scope,
region (a code of reference/regions.csv) or territory in words, period_start and period_end (ISO: year, month or day),
value, or value_low and value_high, and source, via, quote, status, note. Numbers are people, without a fraction.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from poimenno import reference
from poimenno.language import gettext as _

COLUMNS = (
    "measure", "operation", "scope", "region", "territory", "period_start", "period_end",
    "value", "value_low", "value_high", "source", "via", "quote", "status", "note",
)  # fmt: skip
_NUMBERS = ("value", "value_low", "value_high")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
# What stands for the whole country is not a region.
_WHOLE = ("USSR", "СССР", "CCCP", "")


class NoClaim(Exception):
    """A row that says no figure; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure said by one source; the columns of the table claims without the id and the collection."""

    measure: str
    operation: str | None
    scope: str | None
    region: str | None
    territory: str | None
    period_start: date | None
    period_end: date | None
    value: int | None
    value_low: int | None
    value_high: int | None
    source: str
    via: str | None
    quote: str | None
    status: str | None
    note: str | None


def read_claim(row: dict[str, str], *, source: str = "", numberless: bool = False) -> Claim:
    """A claim from the cells of a row. `source` holds where the row names none; `numberless` lets a row have no number.

    Raises NoClaim with what was found and what was expected.
    """
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    _check_code("measure", cells["measure"], "measures", required=True)
    _check_code("operation", cells["operation"], "operations")
    _check_code("region", cells["region"], "regions")
    value, low, high = (_number(name, cells[name]) for name in _NUMBERS)
    if value is None and low is None and high is None and not numberless:
        raise NoClaim(_("The row has no number in value, value_low or value_high."))
    if low is not None and high is not None and low > high:
        raise NoClaim(_("value_low {low} is greater than value_high {high}.").format(low=low, high=high))
    start, end = (_day(name, cells[name]) for name in ("period_start", "period_end"))
    if start and end and start > end:
        raise NoClaim(_("period_start {start} is after period_end {end}.").format(start=start, end=end))
    cited = cells["source"] or source
    if not cited:
        raise NoClaim(_("The row names no source, and source.toml has no citation."))
    return Claim(
        cells["measure"], cells["operation"] or None, cells["scope"] or None,
        cells["region"] or region_of(cells["territory"]), cells["territory"] or None, start, end, value, low, high,
        cited, *(cells[name] or None for name in ("via", "quote", "status", "note")),
    )  # fmt: skip


def region_of(territory: str) -> str | None:
    """The code of the region that a territory is, by its whole name; None for a part, a railway, or the whole USSR."""
    if territory in _WHOLE:
        return None
    name = re.sub(r"\bобл\.?$", "область", territory.strip())
    return next((row["region"] for row in reference.rows("regions") if name in (row["name_en"], row["name_ru"])), None)


def _check_code(column: str, code: str, table: str, *, required: bool = False) -> None:
    if not code and not required:
        return
    known = [row[column] for row in reference.rows(table)]
    if code not in known:
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
        raise NoClaim(_("{column} is {text!r}; expected a whole number of people.").format(column=column, text=text))
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
