"""The settings of a source, as its source.toml holds them: read, checked, written.

The file is for the user to read and edit, so each key is explained in it, and each fault is named with the
key, what was found, and what was expected.
"""

import json
import pathlib
import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from poimenno import reference
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _

KINDS = ("list", "figures")
READERS = ("delimited", "xlsx", "jsonl", "yaml", "separated", "lines", "html")
LANGUAGES = ("ru", "uk", "et", "en")
# What a column can be mapped to besides a field: a whole name, a notice in prose, or the source's own id.
SPECIAL_COLUMNS = ("name", "notice", "key", "ignore")

_CHOICES = {"kind": KINDS, "reader": READERS, "language": LANGUAGES}
_TABLES = ("files", "mapping", "html")
_TYPES = {"made_up": bool, "short_rows": bool, "added": int, "header_row": int, "header_rows": int}
_LEAST = {"header_row": 0}
_KINDS_OF_VALUE = {str: _("a text"), int: _("a whole number"), bool: _("true or false")}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a source.toml says. `mapping` is column by header to field; `files` name to SHA-256."""

    title: str
    reader: str
    language: str = "ru"
    kind: str = "list"
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
    """A source of an archive: its folder, what its source.toml says, and its files in natural order."""

    source_id: str
    folder: pathlib.Path
    settings: Settings
    files: tuple[pathlib.Path, ...]


def read(toml: pathlib.Path) -> Settings:
    """Read and check a source.toml. Raises SourceError that names the key and what was expected."""
    try:
        table = tomllib.loads(toml.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(_("{file}: this is not valid TOML: {reason}.").format(file=toml, reason=error)) from error
    for key, value in table.items():
        _check(toml, key, value)
    for key in ("title", "reader", "files"):
        if key not in table:
            raise SourceError(_("{file}: the key `{key}` is missing; add it.").format(file=toml, key=key))
    return Settings(**table)


def _check(toml: pathlib.Path, key: str, value: Any) -> None:
    if key not in Settings.__dataclass_fields__:
        raise SourceError(
            _("{file}: there is no key `{key}`; expected one of: {choices}.").format(
                file=toml, key=key, choices=", ".join(sorted(Settings.__dataclass_fields__))
            )
        )
    if key in _TABLES:
        _check_table(toml, key, value)
        return
    wanted = _TYPES.get(key, str)
    if not _is(value, wanted):
        raise _fault(toml, key, value, _KINDS_OF_VALUE[wanted])
    if key in _CHOICES and value not in _CHOICES[key]:
        raise _fault(toml, key, value, _("one of: {choices}").format(choices=", ".join(_CHOICES[key])))
    if wanted is int and value < _LEAST.get(key, 1):
        raise _fault(toml, key, value, _("a number from {least}").format(least=_LEAST.get(key, 1)))
    if key == "delimiter" and (len(value) != 1 or value in '"\r\n'):
        raise _fault(toml, key, value, _("one character"))
    if key == "encoding" and not _known_encoding(value):
        raise _fault(toml, key, value, _("an encoding such as utf-8, cp1251, koi8-r or utf-16"))


def _check_table(toml: pathlib.Path, key: str, table: Any) -> None:
    if not isinstance(table, dict):
        raise _fault(toml, key, table, _("a table of keys and texts"))
    allowed = {*SPECIAL_COLUMNS, *reference.field_names()}
    for name, value in table.items():
        place = f"{key}.{name}"
        if not isinstance(value, str):
            raise _fault(toml, place, value, _("a text"))
        if key == "mapping" and value not in allowed:
            choices = ", ".join(sorted(allowed))
            raise _fault(toml, place, value, _("one of: {choices}").format(choices=choices))
        if key == "files" and not _inside(name):
            raise _fault(toml, place, value, _("the name of a file inside the folder of the source"))
        if key == "files" and not re.fullmatch("[0-9a-f]{64}", value):
            raise _fault(toml, place, value, _("a SHA-256 in 64 lower-case hexadecimal digits"))


def _is(value: Any, wanted: type) -> bool:
    # True is an int to Python, but not to the user.
    return type(value) is wanted


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


_COMMENTS = {
    "title": "Title of the source, as printed.",
    "kind": "list (of people) or figures.",
    "language": "Language of the source: ru, uk, et, en.",
    "citation": "How the source is cited.",
    "licence": "Licence, as its publisher states it.",
    "url": "Where it was received from.",
    "made_up": "true for invented test data, which is never shown beside real people.",
    "reader": "How the files are read: delimited, xlsx, jsonl, yaml, separated, lines, html.",
    "dialect": "How its notices are worded; auto takes the dialect that fits each notice best.",
    "encoding": "Encoding of the text.",
    "delimiter": "What stands between the cells.",
    "separator": "The line that stands between two notices.",
    "header_row": "The row that names the columns, counted from 1; 0 where there is none.",
    "header_rows": "How many rows the names of the columns take.",
    "short_rows": "true where rows may leave out blank cells at their end; otherwise short rows are rejected.",
    "added": "Order in which it was added to the archive; ids of persons rest on it, do not change it.",
    "html": "CSS selectors: entry, name (inside it), and context that stands before it.",
    "mapping": "What each column holds: a field, name (whole), notice (prose), key (the source's own id), or ignore.",
    "files": "The files as received, with their SHA-256.",
}

# Left unsaid where they are as usual.
_USUAL = {"header_row": 1, "header_rows": 1, "short_rows": False}


def render(settings: Settings) -> str:
    """The text of a source.toml, each key with a comment."""
    lines = []
    tables = []
    for key, comment in _COMMENTS.items():
        value = getattr(settings, key)
        if isinstance(value, dict):
            if value:
                tables += ["", f"# {comment}", f"[{key}]"]
                tables += [f"{_quoted(name)} = {_quoted(one)}" for name, one in value.items()]
            continue
        said = value is not None and (key not in _USUAL or value != _USUAL[key])
        if said:
            lines += [f"# {comment}", f"{key} = {_plain(value)}"]
        elif key in ("citation", "licence", "url"):
            lines += [f"# {comment}", f'# {key} = ""']
    return "\n".join([*lines, *tables]) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else _quoted(value)


def _quoted(text: str) -> str:
    # A JSON string is a TOML string, but for DEL and the surrogates that JSON may write.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
