"""The settings of a source, as its source.toml states them: read, checked, written.

The user reads and edits this file, so each key is explained in it, in the language of the interface, and each fault is
named with the key, the value found, and the value expected.
"""

import json
import pathlib
import re
import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from poimenno import reference
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import ColumnMeaning, Reader, SourceKind, SourceLanguage

_CHOICES: dict[str, type[StrEnum]] = {"kind": SourceKind, "reader": Reader, "language": SourceLanguage}
_TABLES = ("files", "mapping", "html")
# The types and the least values of keys that are not texts.
_TYPES = {"made_up": bool, "short_rows": bool, "added": int, "header_row": int, "header_rows": int}
_MINIMUM = {"header_row": 0}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a source.toml states. `mapping` has the meaning of each column by its header, `files` SHA-256 by name."""

    title: str
    reader: Reader
    language: SourceLanguage = SourceLanguage.RU
    kind: SourceKind = SourceKind.LIST
    citation: str | None = None
    licence: str | None = None
    url: str | None = None
    dialect: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    separator: str | None = None
    header_row: int = 1
    header_rows: int = 1
    short_rows: bool = False
    html: dict[str, str] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    made_up: bool = False
    added: int = 1
    files: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A source of an archive: its folder, what its source.toml states, and its files in natural order."""

    source_id: str
    folder: pathlib.Path
    settings: Settings
    files: tuple[pathlib.Path, ...]


def read(toml: pathlib.Path) -> Settings:
    """Read and check a source.toml. Raises SourceError, with the key and what was expected."""
    try:
        table = tomllib.loads(toml.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(_("{file}: this is not valid TOML: {reason}.").format(file=toml, reason=error)) from error
    for key, value in table.items():
        _check(toml, key, value)
    for key in ("title", "reader", "files"):
        if key not in table:
            raise SourceError(_("{file}: the key `{key}` is missing; add it.").format(file=toml, key=key))
    coded = {key: _CHOICES[key](value) for key, value in table.items() if key in _CHOICES}
    return Settings(**{**table, **coded})


def _check(toml: pathlib.Path, key: str, value: Any) -> None:
    if key not in Settings.__dataclass_fields__:
        raise SourceError(
            _("{file}: unknown key `{key}`; expected one of: {choices}.").format(
                file=toml, key=key, choices=", ".join(sorted(Settings.__dataclass_fields__))
            )
        )
    if key in _TABLES:
        _check_table(toml, key, value)
        return
    expected = _TYPES.get(key, str)
    if not _is(value, expected):
        raise _fault(toml, key, value, _type_in_words(expected))
    if key in _CHOICES and value not in list(_CHOICES[key]):
        raise _fault(toml, key, value, _("one of: {choices}").format(choices=", ".join(_CHOICES[key])))
    if expected is int and value < _MINIMUM.get(key, 1):
        raise _fault(toml, key, value, _("a number from {minimum}").format(minimum=_MINIMUM.get(key, 1)))
    if key == "delimiter" and (len(value) != 1 or value in '"\r\n'):
        raise _fault(toml, key, value, _("one character"))
    if key == "encoding" and not _known_encoding(value):
        raise _fault(toml, key, value, _("an encoding such as utf-8, cp1251, koi8-r or utf-16"))


def _check_table(toml: pathlib.Path, key: str, table: Any) -> None:
    if not isinstance(table, dict):
        raise _fault(toml, key, table, _("a table of keys with text values"))
    allowed = {*map(str, ColumnMeaning), *reference.field_names()}
    for name, value in table.items():
        place = f"{key}.{name}"
        if not isinstance(value, str):
            raise _fault(toml, place, value, _("text"))
        if key == "mapping" and value not in allowed:
            choices = ", ".join(sorted(allowed))
            raise _fault(toml, place, value, _("one of: {choices}").format(choices=choices))
        if key == "files" and not _inside(name):
            raise _fault(toml, place, value, _("the name of a file inside the folder of the source"))
        if key == "files" and not re.fullmatch("[0-9a-f]{64}", value):
            raise _fault(toml, place, value, _("a SHA-256 of 64 lowercase hexadecimal digits"))


def _type_in_words(expected: type) -> str:
    return {str: _("text"), int: _("a whole number"), bool: _("true or false")}[expected]


def _is(value: Any, expected: type) -> bool:
    # True is an int to Python, but not to the user.
    return type(value) is expected


def _fault(toml: pathlib.Path, key: str, value: Any, expected: str) -> SourceError:
    return SourceError(
        _("{file}: `{key}` is {value!r}; expected {expected}.").format(
            file=toml, key=key, value=value, expected=expected
        )
    )


def _known_encoding(name: str) -> bool:
    try:
        return bool("а".encode(name, errors="replace"))
    except (LookupError, ValueError):
        return False


def _inside(name: str) -> bool:
    path = pathlib.PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _comments() -> dict[str, str]:
    """What is written above each key, in the order of the file."""
    return {
        "title": _("Title of the source, as printed."),
        "kind": _("What its rows are: list (of people) or figures."),
        "language": _("Language of the source: {choices}.").format(choices=", ".join(SourceLanguage)),
        "citation": _("How to cite the source."),
        "licence": _("Licence, as its publisher states it."),
        "url": _("Address from which the source was obtained."),
        "made_up": _("true: invented test data, which is never shown together with real people."),
        "reader": _("How the files are read: {choices}.").format(choices=", ".join(Reader)),
        "dialect": _("How the notices are worded; auto: the dialect that fits each notice best."),
        "encoding": _("Encoding of the text."),
        "delimiter": _("The character between two cells."),
        "separator": _("The line between two notices."),
        "header_row": _("The row with the names of the columns, counted from 1; 0: there is none."),
        "header_rows": _("The number of rows that the names of the columns take."),
        "short_rows": _("true: rows may leave out blank cells at their end; otherwise short rows are rejected."),
        "added": _("Order in which it was added to the archive. Ids of persons depend on it: do not change it."),
        "html": _("CSS selectors: entry, name (inside an entry), and the headings above entries that apply to them."),
        "mapping": _(
            "What each column holds: a field, name (whole), notice (prose), key (the source's own id), or ignore."
        ),
        "files": _("The files as received, with their SHA-256."),
    }


# Not written if they have the usual value.
_USUAL = {"header_row": 1, "header_rows": 1, "short_rows": False}
# Written as a comment if they are not known, for the user to fill in.
_TO_FILL_IN = ("citation", "licence", "url")


def render(settings: Settings) -> str:
    """The text of a source.toml, with a comment above each key."""
    lines = []
    tables = []
    for key, comment in _comments().items():
        value = getattr(settings, key)
        if isinstance(value, dict):
            if value:
                tables += ["", f"# {comment}", f"[{key}]"]
                tables += [f"{_quoted(name)} = {_quoted(text)}" for name, text in value.items()]
        elif value is not None and (key not in _USUAL or value != _USUAL[key]):
            lines += [f"# {comment}", f"{key} = {_plain(value)}"]
        elif key in _TO_FILL_IN:
            lines += [f"# {comment}", f'# {key} = ""']
    return "\n".join([*lines, *tables]) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else _quoted(value)


def _quoted(text: str) -> str:
    # A JSON string is a TOML string, except for DEL and the surrogates that JSON may write.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
