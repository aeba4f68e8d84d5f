"""One cell of a table as fields: the value as printed, with its normal form where there is one.

A cell that is not what its column says (a date that is no date) stays a field with its wording and no normal form.
"""

import functools
from collections.abc import Callable
from typing import Any

from poimenno import reference
from poimenno.entries.field import Field
from poimenno.entries.recognisers import articles, bodies, court_sentences
from poimenno.values.dates import find_dates, parse_date
from poimenno.values.names import split_name

_OUTER = " \t\r\n\u00a0,;"
_FEMALE = ("ж", "f", "w", "n")
_MALE = ("м", "m")


# Days, given names, bodies and sentences are the same in thousands of rows.
@functools.lru_cache(maxsize=1 << 16)
def read_cell(name: str, text: str, language: str, part: str | None) -> tuple[Field, ...]:
    """The fields of a cell whose column means `name` (a field, or `name`: a whole name); spans count in the cell."""
    return tuple(_read_cell(name, text, language, part))


def _read_cell(name: str, text: str, language: str, part: str | None) -> list[Field]:
    start = len(text) - len(text.lstrip(_OUTER))
    stop = len(text.rstrip(_OUTER))
    if start >= stop:
        return []
    if name == "name":
        return [Field(one.kind, one.value, part=part, start=one.start, stop=one.stop) for one in split_name(text)]
    if name == "article":
        return _articles(text, start, stop, part)
    episode = 0 if reference.is_of_life(name) else 1
    value = text[start:stop]
    fields = [Field(name, value, episode, part=part, start=start, stop=stop, **normal_form(name, value, language))]
    if name == "sentencing_body":
        fields += _region(value, start, part)
    if name == "sentence" and (term := court_sentences.years(value, language)):
        first, last, years = term
        fields.append(
            Field(
                "sentence_years", value[first:last], 1, number=years, part=part, start=start + first, stop=start + last
            )
        )
    return fields


def normal_form(name: str, value: str, language: str) -> dict[str, Any]:
    """What of a Field's `normal`, `earliest`, `latest`, `number` can be told of a value of this field."""
    kind = reference.field_type(name)
    if kind == "date":
        return _date(value, language)
    if kind == "number":
        digits = value.replace(",", ".").split()[0]
        return {"number": float(digits)} if digits.replace(".", "", 1).lstrip("-").isdigit() else {}
    codes: dict[str, Callable[[str], str | None]] = {
        "sex": _sex,
        "ethnicity": reference.ethnic_group,
        "sentencing_body": lambda text: bodies.read_body(text).body_type,
        "sentence": lambda text: court_sentences.category(text, language),
    }
    return {"normal": codes[name](value)} if name in codes else {}


def _sex(value: str) -> str | None:
    letter = value[0].lower()
    return "f" if letter in _FEMALE else "m" if letter in _MALE else None


def _date(value: str, language: str) -> dict[str, Any]:
    read = parse_date(value, language=language)
    if read is None:
        found = find_dates(value, language=language)
        read = found[0][2] if len(found) == 1 else None
    return {"normal": read.edtf, "earliest": read.earliest, "latest": read.latest} if read else {}


def _articles(text: str, start: int, stop: int, part: str | None) -> list[Field]:
    return [
        Field("article", text[first:last], 1, normal=normal, part=part, start=first, stop=last)
        for one in articles.find_articles(text, start, stop, bare=True)
        for first, last, normal in one.articles
    ]


def _region(value: str, offset: int, part: str | None) -> list[Field]:
    body = bodies.read_body(value)
    if body.region is None:
        return []
    first, last = body.region_start, body.region_stop
    return [
        Field(
            "body_region",
            value[first:last],
            1,
            normal=body.region,
            part=part,
            start=offset + first,
            stop=offset + last,
        )
    ]
