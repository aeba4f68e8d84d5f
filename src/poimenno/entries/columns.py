"""Reads one cell of a table: the value as printed, with its normal form if it has one.

A cell that does not fit its column (a date that is not a date) stays a field with its wording and no normal form.
"""

import functools
from collections.abc import Callable

from poimenno import reference
from poimenno.entries.field import Field, NormalForm
from poimenno.entries.recognisers import articles, bodies, court_sentences
from poimenno.reference.vocabularies import ColumnMeaning, FieldName, FieldType
from poimenno.values.dates import find_dates, parse_date
from poimenno.values.person_names import split_name

_OUTER = " \t\r\n\u00a0,;"
_FEMALE = ("ж", "f", "w", "n")
_MALE = ("м", "m")


# Days, given names, bodies and sentences are the same in thousands of rows.
@functools.lru_cache(maxsize=1 << 16)
def read_cell(name: str, text: str, language: str, part: str | None) -> tuple[Field, ...]:
    """The fields of a cell; `name` is the meaning of its column, `part` the column. Spans count in the cell."""
    return tuple(_read_cell(name, text, language, part))


def _read_cell(meaning: str, text: str, language: str, part: str | None) -> list[Field]:
    start = len(text) - len(text.lstrip(_OUTER))
    stop = len(text.rstrip(_OUTER))
    if start >= stop:
        return []
    if meaning == ColumnMeaning.NAME:
        return [Field(name.kind, name.value, part=part, start=name.start, stop=name.stop) for name in split_name(text)]
    if meaning == FieldName.ARTICLE:
        return _articles(text, start, stop, part)
    episode = 0 if reference.is_of_life(meaning) else 1
    value = text[start:stop]
    normal = normal_form(meaning, value, language)
    fields = [Field(meaning, value, episode, part=part, start=start, stop=stop, **normal)]
    if meaning == FieldName.SENTENCING_BODY:
        fields += _region(value, start, part)
    if meaning == FieldName.SENTENCE and (term := court_sentences.years(value, language)):
        first, last, years = term
        fields.append(
            Field(
                "sentence_years", value[first:last], 1, number=years, part=part, start=start + first, stop=start + last
            )
        )
    return fields


def normal_form(name: str, value: str, language: str) -> NormalForm:
    """What is recognised of a value of the field `name`."""
    kind = reference.field_type(name)
    if kind == FieldType.DATE:
        return _date(value, language)
    if kind == FieldType.NUMBER:
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


def _date(value: str, language: str) -> NormalForm:
    date = parse_date(value, language=language)
    if date is None:
        dates = find_dates(value, language=language)
        date = dates[0][2] if len(dates) == 1 else None
    return {"normal": date.edtf, "earliest": date.earliest, "latest": date.latest} if date else {}


def _articles(text: str, start: int, stop: int, part: str | None) -> list[Field]:
    return [
        Field("article", text[first:last], 1, normal=normal, part=part, start=first, stop=last)
        for article_list in articles.find_articles(text, start, stop, bare=True)
        for first, last, normal in article_list.articles
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
