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
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from poimenno import reference
from poimenno.claims.claim import Claim
from poimenno.claims.reading import precision
from poimenno.foundation.language import Message
from poimenno.reference.territories import extent_of, is_whole_ussr
from poimenno.reference.vocabularies import BodyType, Measure, Operation, Precision, Unit

# The cells of a row by their column, as a CSV file gives them.
Cells = dict[str, str]
COLUMNS = (
    "measure", "operation", "body", "scope", "region", "territory", "period_start", "period_end",
    "value", "value_low", "value_high", "unit", "precision", "event", "date",
    "source", "year", "page", "via", "quotes", "quote", "counts", "status", "note",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_EDTF = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:/(\d{4}(?:-\d\d){0,2}))?")


class NoClaim(Exception):
    """A row that states no figure: `reason` says what it has and what was expected. `str` is in English."""

    def __init__(self, template: str, **values: object) -> None:
        self.reason = Message(template, values)
        super().__init__(self.reason)


def read_claim(
    row: Mapping[str, str], claim_id: str, collection: str, *, source: str = "", numberless: bool = False
) -> Claim:
    """A claim from the cells of a row.

    `source` is cited if the row names none; `numberless` allows a row without a number. Raises NoClaim with what the
    row has and what was expected.
    """
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if cells["event"] and not cells["measure"]:
        cells["measure"] = Measure.EVENT
    _check_codes(cells)
    cited = cells["source"] or source
    if not cited:
        raise NoClaim("The row names no source, and source.toml has no citation.")
    start, end = (_day(name, cells[name]) for name in ("period_start", "period_end"))
    if start and end and start > end:
        raise NoClaim("period_start {start} is after period_end {end}.", start=start, end=end)
    region = cells["region"] or region_of(cells["territory"])
    claim = Claim(
        claim_id=claim_id,
        measure=Measure(cells["measure"]),
        operation=cells["operation"] or None,
        body=cells["body"] or None,
        scope=cells["scope"] or None,
        region=region,
        territory=cells["territory"] or None,
        extent=None if cells["measure"] == Measure.EVENT else extent_of(cells["territory"], region),
        period_start=start,
        period_end=end,
        source=cited,
        source_year=_number("year", cells["year"]),
        page=cells["page"] or None,
        via=cells["via"] or None,
        quotes=cells["quotes"] or None,
        quote=cells["quote"] or None,
        counts=cells["counts"] or None,
        status=cells["status"] or None,
        note=cells["note"] or None,
        collection=collection,
    )
    return _with_date(claim, cells) if claim.measure is Measure.EVENT else _with_number(claim, cells, numberless)


def _with_number(claim: Claim, cells: Mapping[str, str], numberless: bool) -> Claim:
    value, low, high = (_number(name, cells[name]) for name in ("value", "value_low", "value_high"))
    if value is None and low is None and high is None and not numberless:
        raise NoClaim("The row has no number in value, value_low or value_high.")
    if low is not None and high is not None and low > high:
        raise NoClaim("value_low {low} is greater than value_high {high}.", low=low, high=high)
    stated = cells["precision"]
    printed = Precision(stated) if stated else precision.guess(value, low, high, claim.measure)
    possible_low, possible_high = precision.allowed(value, low, high, printed)
    return replace(
        claim,
        value=value,
        value_low=low,
        value_high=high,
        unit=Unit(cells["unit"] or Unit.PEOPLE),
        precision=printed,
        possible_low=possible_low,
        possible_high=possible_high,
    )


def _with_date(claim: Claim, cells: Mapping[str, str]) -> Claim:
    text = cells["date"]
    match = _EDTF.fullmatch(text)
    if not cells["event"] or not match:
        raise NoClaim(
            "event is {event!r} and date is {text!r}; expected both, the date as 1937-08-05, 1937-08 or 1937.",
            event=cells["event"],
            text=text,
        )
    return replace(
        claim,
        event=cells["event"],
        date_edtf=text,
        date_earliest=_day("period_start", match[1]),
        date_latest=_day("period_end", match[2] or match[1]),
        precision=Precision.NONE,
    )


def _check_codes(cells: Mapping[str, str]) -> None:
    _check_code("measure", cells["measure"], tuple(Measure), required=True)
    _check_code("operation", cells["operation"], tuple(Operation))
    _check_code("region", cells["region"], _codes("regions", "region"))
    _check_code("body", cells["body"], _bodies())
    _check_code("unit", cells["unit"], tuple(Unit))
    _check_code("precision", cells["precision"], tuple(Precision))


@functools.cache
def _codes(table: str, column: str) -> tuple[str, ...]:
    return tuple(row[column] for row in reference.rows(table))


@functools.cache
def _bodies() -> tuple[str, ...]:
    parts = [row["part"] for row in reference.rows("hierarchies") if row["dimension"] == "body"]
    return tuple(dict.fromkeys((*parts, *BodyType)))


def region_of(territory: str) -> str | None:
    """The code of the region that a territory names in full; None for a part, a railway, or the whole USSR."""
    if is_whole_ussr(territory):
        return None
    name = re.sub(r"\bобл\.?$", "область", territory.strip())
    return next((row["region"] for row in reference.rows("regions") if name in (row["name_en"], row["name_ru"])), None)


def _check_code(column: str, code: str, known: tuple[str, ...], *, required: bool = False) -> None:
    if (code or required) and code not in known:
        raise NoClaim(
            "{column} is {code!r}; expected one of: {known}.", column=column, code=code, known=", ".join(known)
        )


def _number(column: str, text: str) -> int | None:
    if not text:
        return None
    digits = re.sub(r"[\s\u00a0\u202f]", "", text)
    if not re.fullmatch(r"\d{1,15}", digits):
        raise NoClaim("{column} is {text!r}; expected a whole number.", column=column, text=text)
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
            "{column} is {text!r}; expected a year, a month or a day, such as 1937-08-05.", column=column, text=text
        ) from error
