"""Reads the fields of one entry: from its mapped columns and from its notice.

Columns come first, because a table states what a notice only mentions; the values of the notice for the same field are
kept too. Nothing is dropped: a cell that cannot be read keeps its wording.
"""

from typing import Protocol

from poimenno.entries import columns, headings
from poimenno.entries.engine import parse_notice
from poimenno.entries.field import Field
from poimenno.reference.vocabularies import ColumnMeaning, FieldName
from poimenno.sources.raw import RawEntry
from poimenno.values.person_names import sex_of

_NAMES = {FieldName.SURNAME, FieldName.GIVEN_NAME, FieldName.PATRONYMIC}
_NOT_READ = {ColumnMeaning.KEY, ColumnMeaning.IGNORE}


class ReadingSettings(Protocol):
    """The settings of a source that decide how its entries are read."""

    @property
    def dialect(self) -> str | None:
        """Name of the dialect of its notices, or `auto`; None if they are not read."""

    @property
    def language(self) -> str:
        """ISO 639-1 code."""

    @property
    def mapping(self) -> dict[str, str]:
        """The meaning of each column, by its header: a field, `name`, `notice`, `key` or `ignore`."""


def parse_entry(raw: RawEntry, settings: ReadingSettings) -> list[Field]:
    """The fields of an entry in the order of reading: of its columns and context, then of its notice.

    A heading gives the name if nothing else does.

    Raises SourceError if the dialect in the settings is not known.
    """
    fields: list[Field] = []
    notices: list[tuple[str, str | None]] = [(raw.text, None)] if raw.text else []
    for column, means in settings.mapping.items():
        cell = raw.columns.get(column) or raw.context.get(column)
        if not cell or means in _NOT_READ or cell.isspace():
            continue
        if means == ColumnMeaning.NOTICE:
            notices.append((cell, column))
        else:
            fields += columns.read_cell(means, cell, settings.language, column)
    named = any(field.name == FieldName.SURNAME for field in fields)
    for text, part in notices if settings.dialect else []:
        notice_fields = parse_notice(text, settings.dialect or "", part)
        # A name that has a column of its own is not read again from the notice.
        fields += [field for field in notice_fields if not (named and field.name in _NAMES)]
    if heading := raw.context.get(headings.HEADING):
        fields = headings.completed(fields, heading)
    return fields + _sex(fields)


def _sex(fields: list[Field]) -> list[Field]:
    """The sex by the form of the patronymic, if no word states it."""
    if any(field.name == FieldName.SEX for field in fields):
        return []
    for field in fields:
        if field.name == FieldName.PATRONYMIC and (sex := sex_of(field.value)):
            return [Field("sex", field.value, normal=sex)]
    return []
