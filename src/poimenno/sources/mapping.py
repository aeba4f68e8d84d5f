"""Guesses what the columns of a table mean, from the words of the header and from the values.

A guess is written to source.toml for the user to check. No two columns are mapped to a field that an entry has once.
"""

import functools
import re
from collections.abc import Sequence

from poimenno import reference
from poimenno.foundation.language import gettext as _
from poimenno.values.dates import parse_date
from poimenno.values.person_names import sex_of, split_name

# The share of a column's sampled values that must look alike before values alone decide.
SURE = 0.7
# Characters; longer texts are no headers, and notices are longer.
_LONG = 80


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["means"]) for row in reference.rows("columns"))


@functools.lru_cache(maxsize=10_000)
def by_header(column: str) -> str | None:
    """What the words of a header mean: a field, name, notice, key or ignore; None if they are not known."""
    if len(column) > _LONG or not any(letter.isalpha() or letter in "№#" for letter in column):
        return None
    words = " ".join(column.replace("_", " ").split()).strip(" :.*")
    if column in reference.field_names():
        return column
    return next((means for pattern, means in _patterns() if pattern.match(words) or pattern.match(column)), None)


def by_values(values: Sequence[str]) -> str | None:
    """What the values of a column look like: name, patronymic, birth_date or notice; None if like none of these."""
    filled = [value.strip() for value in values if value.strip()]
    if len(filled) < 2:
        return None
    for means, look in _LOOKS.items():
        if sum(map(bool, map(look, filled))) >= SURE * len(filled):
            return means
    return None


def is_row(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is an entry and not a header: one of its cells looks like the values below it."""
    for position, cell in enumerate(cells):
        means = by_values([row[position] for row in rows if position < len(row)])
        if means and _LOOKS[means](cell.strip()):
            return True
    return False


def _is_notice(value: str) -> bool:
    return len(value) > _LONG and bool(re.search(r"\d{4}", value))


def _is_patronymic(value: str) -> bool:
    return " " not in value and sex_of(value) is not None


def _is_name(value: str) -> bool:
    parts = split_name(value)
    return len(parts) >= 3 and not re.search(r"\d", value) and any(sex_of(part.value) for part in parts)


def _is_birth(value: str) -> bool:
    date = parse_date(value)
    return date is not None and 1840 <= (date.year or 0) <= 1935


_LOOKS = {"notice": _is_notice, "patronymic": _is_patronymic, "name": _is_name, "birth_date": _is_birth}


def guess_mapping(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[dict[str, str], list[str]]:
    """The mapping of a table, from its header and a sample of its rows, and sentences that state what was guessed."""
    mapping: dict[str, str] = {}
    sentences: list[str] = []
    lists = {row["field"] for row in reference.rows("fields") if row["type"] == "list"} | {"ignore"}
    for column in header:
        means = by_header(column)
        if means and (means not in mapping.values() or means in lists):
            mapping[column] = means
            sentences.append(_("column “{column}”: {means} (by its header)").format(column=column, means=means))
    for position, column in enumerate(header):
        if column in mapping:
            continue
        means = by_values([row[position] for row in rows if position < len(row)])
        if means and means not in mapping.values() and not _covered(means, mapping):
            mapping[column] = means
            sentences.append(_("column “{column}”: {means} (by its values)").format(column=column, means=means))
        else:
            sentences.append(
                _("column “{column}”: not recognised; it is kept and shown, but no field is read from it").format(
                    column=column
                )
            )
    if not {"name", "surname", "notice"} & set(mapping.values()):
        sentences.append(
            _(
                "no column was recognised as a name; map one to name, surname or notice in source.toml, "
                "otherwise all rows are rejected"
            )
        )
    return mapping, sentences


def _covered(means: str, mapping: dict[str, str]) -> bool:
    """Whether a whole name would repeat what columns of its parts hold already."""
    return means == "name" and "surname" in mapping.values()
