"""The settings of a source, as its source.toml holds them: read, checked, written.

The file is for the user to read and edit, so each key is explained in it, and each fault is named with the
key, what was found, and what was expected.
"""

import json
import pathlib
import tomllib
from dataclasses import dataclass, field
from typing import Any

from poimenno import reference
from poimenno.errors import SourceError
from poimenno.language import gettext as _

KINDS = ("list", "figures")
READERS = ("delimited", "xlsx", "jsonl", "yaml", "separated", "lines", "html")
LANGUAGES = ("ru", "uk", "et", "en")
# What a column can be mapped to besides a field: a whole name, a notice in prose, or the source's own id.
SPECIAL_COLUMNS = ("name", "notice", "key", "ignore")


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
    choices: dict[str, tuple[str, ...]] = {
        "kind": KINDS,
        "reader": READERS,
        "language": LANGUAGES,
    }
    types: dict[str, type] = {
        "made_up": bool, "added": int, "header_row": int, "files": dict, "mapping": dict, "html": dict,
    }  # fmt: skip
    if key not in Settings.__dataclass_fields__:
        raise SourceError(_("{file}: there is no key `{key}`; remove it.").format(file=toml, key=key))
    wanted = types.get(key, str)
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise SourceError(
            _("{file}: `{key}` is {value!r}; expected a value of type {type}.").format(
                file=toml, key=key, value=value, type=wanted.__name__
            )
        )
    if key in choices and value not in choices[key]:
        raise SourceError(
            _("{file}: `{key}` is {value!r}; expected one of: {choices}.").format(
                file=toml, key=key, value=value, choices=", ".join(choices[key])
            )
        )
    if key == "mapping":
        _check_mapping(toml, value)
    if key == "files" and any(not _inside(name) for name in value):
        raise SourceError(_("{file}: `files` may only name files inside the folder of the source.").format(file=toml))


def _check_mapping(toml: pathlib.Path, mapping: dict[str, Any]) -> None:
    allowed = {*SPECIAL_COLUMNS, *reference.field_names()}
    for column, meant in mapping.items():
        if meant not in allowed:
            raise SourceError(
                _("{file}: the column {column!r} is mapped to {meant!r}; expected one of: {choices}.").format(
                    file=toml, column=column, meant=meant, choices=", ".join(sorted(allowed))
                )
            )


def _inside(name: str) -> bool:
    path = pathlib.PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


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
    "header_row": "The row that names the columns, counted from 1.",
    "added": "Order in which it was added to the archive; ids of persons rest on it, do not change it.",
    "html": "CSS selectors: entry, name (inside it), and context that stands before it.",
    "mapping": "What each column is: a field, name (a whole name), notice (prose), key (the source's own id) or ignore.",
    "files": "The files as received, with their SHA-256.",
}


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
        said = value is not None and (key != "header_row" or value != 1)
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
