"""One notice as a flat JSON object, for scripts: what `poimenno parse` writes.

A notice may tell of several persecutions; the flat form has room for one, the best told of them. Nothing is
inferred beyond the fields, except that a person who was shot had been sentenced to death. `operation` is added
by the room that attributes cases.
"""

import functools
from collections.abc import Callable, Iterable
from typing import Any

from poimenno import reference
from poimenno.entries.field import Field

_LIFE = ("surname", "given_name", "patronymic", "birth_place", "education", "party", "residence", "occupation")
_EPISODE = ("arrest_body", "charge", "sentencing_body", "sentence", "execution_place", "rehabilitation_body")
_DATES = ("arrest_date", "sentence_date", "execution_date", "death_date", "rehabilitation_date")


def flat(fields: Iterable[Field]) -> dict[str, Any]:
    """The fields of one notice as one object; null where the notice does not say.

    Dates are ISO, reduced to what is known ("1937-08"); `birth_date` is null where only a year is known.
    """
    fields = list(fields)
    main = main_episode(fields)
    first: dict[str, Field] = {}
    for one in fields:
        if one.episode in {0, main}:
            first.setdefault(one.name, one)

    def value(name: str) -> str | None:
        return first[name].value if name in first else None

    def normal(name: str) -> str | None:
        return first[name].normal if name in first else None

    born = _iso(first.get("birth_date"))
    row: dict[str, Any] = {name: value(name) for name in (*_LIFE, *_EPISODE, "burial_place")}
    row |= {name: _iso(first.get(name)) for name in _DATES}
    row |= {
        "birth_year": int(born[:4]) if born else _year(first.get("birth_date")),
        "birth_date": born if born and len(born) > 4 else None,
        "ethnicity": _ethnicity(first.get("ethnicity")),
        "sex": normal("sex"),
        "charge_articles": articles(fields, main) or None,
        "body_type": normal("sentencing_body"),
        "sentence_category": _category(normal),
        "sentence_years": _number(first.get("sentence_years")),
    }
    return row


def main_episode(fields: Iterable[Field]) -> int:
    """The persecution that most is told of; the earlier of two that as much is told of."""
    told: dict[int, set[str]] = {}
    for one in fields:
        if one.episode > 0:
            told.setdefault(one.episode, set()).add(one.name)
    return min(told, key=lambda episode: (-len(told[episode]), episode), default=1)


def articles(fields: Iterable[Field], episode: int) -> list[str]:
    """The articles of an episode in normal form, each once, in the order of the text."""
    found = [one.normal for one in fields if one.name == "article" and one.episode == episode and one.normal]
    return list(dict.fromkeys(found))


def _iso(field: Field | None) -> str | None:
    """A date as ISO, reduced; None where it is qualified or not a date."""
    if field is None or field.normal is None:
        return None
    return field.normal if field.normal.replace("-", "").isdigit() and _known_month(field.normal) else None


def _known_month(normal: str) -> bool:
    # EDTF writes seasons as months 21 to 24, which ISO does not know.
    return len(normal) == 4 or int(normal[5:7]) <= 12


def _year(field: Field | None) -> int | None:
    """The year of a qualified date that begins with one: `1890~`, `1890?`."""
    start = (field.normal or "")[:4] if field else ""
    return int(start) if start.isdigit() else None


def _number(field: Field | None) -> float | int | None:
    if field is None or field.number is None:
        return None
    return int(field.number) if field.number.is_integer() else field.number


def _category(normal: Callable[[str], str | None]) -> str | None:
    category = normal("sentence")
    if normal("execution_date") and category in {None, "unknown"}:
        return "death"
    return category


def _ethnicity(field: Field | None) -> str | None:
    """As recorded; of a Ukrainian notice the Russian word, so that lists of both languages can be counted together."""
    if field is None:
        return None
    return _in_russian().get(field.value.lower(), field.value)


@functools.cache
def _in_russian() -> dict[str, str]:
    """The Ukrainian ethnonyms that are not also Russian words, in Russian (of each group the first of the table)."""
    russian: dict[str, str] = {}
    for row in reference.rows("ethnonyms"):
        if row["language"] == "ru":
            russian.setdefault(row["ethnic_group"], row["spelling"])
    spelt = {row["spelling"] for row in reference.rows("ethnonyms") if row["language"] == "ru"}
    return {
        row["spelling"]: russian[row["ethnic_group"]]
        for row in reference.rows("ethnonyms")
        if row["language"] == "uk" and row["spelling"] not in spelt and row["ethnic_group"] in russian
    }
