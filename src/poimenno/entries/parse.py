"""One entry to fields: its mapped columns and its notice.

Columns come first, since a table says outright what a notice only tells; what the notice says of the same
field stays beside it. Nothing is dropped: a cell that cannot be read keeps its wording.
"""

from typing import Protocol

from poimenno.entries import columns
from poimenno.entries.engine import parse_notice
from poimenno.entries.field import Field
from poimenno.sources.raw import RawEntry
from poimenno.values.names import sex_of


class Settings(Protocol):
    """What of a source's settings tells how its entries are read."""

    @property
    def dialect(self) -> str | None:
        """Name of the dialect of its notices, `auto`, or None where they are not read."""

    @property
    def language(self) -> str:
        """ISO 639-1 code."""

    @property
    def mapping(self) -> dict[str, str]:
        """What each column is: a field, `name`, `notice`, `key` or `ignore`."""


def parse_entry(raw: RawEntry, settings: Settings) -> list[Field]:
    """Read an entry: the fields of its columns and context, then those of its notice, in the order of reading."""
    fields: list[Field] = []
    notices: list[tuple[str, str | None]] = [(raw.text, None)] if raw.text else []
    for column, means in settings.mapping.items():
        cell = raw.columns.get(column) or raw.context.get(column)
        if not cell or means in {"key", "ignore"} or cell.isspace():
            continue
        if means == "notice":
            notices.append((cell, column))
        else:
            fields += columns.read_cell(means, cell, settings.language, column)
    named = any(one.name == "surname" for one in fields)
    for text, part in notices if settings.dialect else []:
        read = parse_notice(text, settings.dialect or "", part)
        # A name that stands in a column of its own is not read a second time from the notice.
        fields += [one for one in read if not (named and one.name in {"surname", "given_name", "patronymic"})]
    return fields + _sex(fields)


def _sex(fields: list[Field]) -> list[Field]:
    """Where no word told the sex, the form of the patronymic may."""
    if any(one.name == "sex" for one in fields):
        return []
    for one in fields:
        if one.name == "patronymic" and (sex := sex_of(one.value)):
            return [Field("sex", one.value, normal=sex)]
    return []
