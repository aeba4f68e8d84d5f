"""Files of notices outside an archive, as `poimenno parse` takes them: each notice with what identifies it.

YAML is a list of mappings with `spravka` (or `text`) and `fio` (or `name`); JSON Lines have `text`; plain text has
lines of `---` between notices, or one notice a line where there is none.
"""

import json
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from poimenno.entries import dialects, notice_json
from poimenno.entries.field import Field
from poimenno.entries.parse import parse_entry
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.sources.raw import RawEntry

_NOTICE = ("spravka", "text", "notice", "текст", "справка")
_NAME = ("fio", "name", "фио")


@dataclass(frozen=True, slots=True)
class Notices:
    """The settings under which notices outside an archive are read."""

    dialect: str | None = dialects.AUTO
    language: str = "ru"
    mapping: dict[str, str] = field(default_factory=lambda: {"name": "name"})


def parse(path: pathlib.Path, dialect: str | None = None) -> Iterator[tuple[dict[str, Any], list[Field]]]:
    """Each notice of a file as the flat object of `notice_json`, with what identifies it, and its fields.

    `dialect` None takes the one that fits each notice best. Raises SourceError where the file is not what its
    ending says, FileNotFoundError where there is none.
    """
    settings = Notices(dialect or dialects.AUTO)
    if settings.dialect != dialects.AUTO:
        dialects.load(settings.dialect or "")
    for identity, raw in notices(path):
        fields = parse_entry(raw, settings)
        yield {**identity, **notice_json.flat(fields)}, fields


def notices(path: pathlib.Path) -> Iterator[tuple[dict[str, Any], RawEntry]]:
    """The notices of a file: `file` and `index`, or `id`, and the notice with its name in the column `name`."""
    ending = path.suffix.lower()
    if ending in {".yaml", ".yml"}:
        yield from _objects(path, _yaml(path))
    elif ending in {".jsonl", ".ndjson", ".json"}:
        yield from _objects(path, _json(path))
    else:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        separated = "\n---\n" in text
        for index, notice in enumerate(text.split("\n---\n") if separated else text.splitlines()):
            if notice.strip():
                yield {"file": path.name, "index": index}, RawEntry(f"{path.name}#{index}", notice.strip("\n"))


def _objects(path: pathlib.Path, values: Iterator[Any]) -> Iterator[tuple[dict[str, Any], RawEntry]]:
    for index, value in enumerate(values):
        if not isinstance(value, dict):
            raise SourceError(
                _("{file}: item {index} is not an object with a text; expected, for example, {example}.").format(
                    file=path, index=index, example='{"id": "1", "text": "..."}'
                )
            )
        identity = {"id": value["id"]} if "id" in value else {"file": path.name, "index": index}
        name = _first(value, _NAME)
        text = _first(value, _NOTICE)
        columns = {"name": name} if name else {}
        yield identity, RawEntry(f"{path.name}#{index}", text, columns=columns)


def _first(value: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next((str(value[key]) for key in keys if value.get(key)), "")


def _yaml(path: pathlib.Path) -> Iterator[Any]:
    from poimenno.sources.readers import yaml

    try:
        yield from yaml.parse(path.read_bytes())
    except ValueError as error:
        raise SourceError(
            _("{file}: this is not YAML ({reason}); expected a list of notices.").format(file=path, reason=error)
        ) from error


def _json(path: pathlib.Path) -> Iterator[Any]:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise SourceError(
                    _("{file}, line {number}: this is not JSON ({reason}); expected one object on each line.").format(
                        file=path, number=number, reason=error.msg
                    )
                ) from error
