"""Files of notices outside an archive, as `poimenno parse` reads them.

YAML is a list of mappings with `spravka` (or `text`) and `fio` (or `name`); JSON Lines have `text`; plain text has
lines of `---` between notices, or, if there is no such line, one notice on each line. An object may have the heading
under which its notice stands (`context`, `heading` or `title`): the name is often only there.
"""

import dataclasses
import json
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from poimenno.entries import dialects, headings, notice_json
from poimenno.entries.field import Field
from poimenno.entries.parse import parse_entry
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.reference.vocabularies import SourceLanguage
from poimenno.sources.raw import RawEntry

_NOTICE = ("spravka", "text", "notice", "текст", "справка")
_NAME = ("fio", "name", "фио")
_HEADING = ("context", "heading", "title", "заголовок")


@dataclass(frozen=True, slots=True)
class NoticeSettings:
    """The settings under which notices outside an archive are read (`parse.ReadingSettings`)."""

    dialect: str | None = dialects.AUTO
    language: str = SourceLanguage.RU
    mapping: dict[str, str] = field(default_factory=lambda: {"name": "name"})


@dataclass(frozen=True, slots=True)
class ParsedNotice:
    """A notice with its fields; `identity` is its `id`, or its `file` and `index` there, from 0."""

    identity: dict[str, object]
    fields: tuple[Field, ...]

    def as_object(self, operation: str | None = None) -> dict[str, object]:
        """The notice as the flat object that `poimenno parse` writes; `operation` as inferred from its case."""
        return {**self.identity, **dataclasses.asdict(notice_json.flat(self.fields)), "operation": operation}


def parse(path: pathlib.Path, dialect: str | None = None) -> Iterator[ParsedNotice]:
    """Read each notice of a file; without `dialect`, by the one that fits each notice best.

    Raises SourceError if the file is not what the ending of its name says, or there is no such dialect;
    FileNotFoundError if there is no such file.
    """
    settings = NoticeSettings(dialect or dialects.AUTO)
    if settings.dialect != dialects.AUTO:
        dialects.load(settings.dialect or "")
    for identity, raw in notices(path):
        yield ParsedNotice(identity, tuple(parse_entry(raw, settings)))


def notices(path: pathlib.Path) -> Iterator[tuple[dict[str, object], RawEntry]]:
    """The notices of a file: their identity (`id`, or `file` and `index`), and the notice, its name in a column.

    Raises SourceError if the file is not what the ending of its name says.
    """
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


def _objects(path: pathlib.Path, values: Iterator[Any]) -> Iterator[tuple[dict[str, object], RawEntry]]:
    for index, value in enumerate(values):
        if not isinstance(value, dict):
            raise SourceError(
                _("{file}: item {index} is not an object with a text; expected, for example, {example}.").format(
                    file=path, index=index, example='{"id": "1", "text": "..."}'
                )
            )
        identity: dict[str, object] = {"id": value["id"]} if "id" in value else {"file": path.name, "index": index}
        name = _first(value, _NAME)
        text = _first(value, _NOTICE)
        columns = {"name": name} if name else {}
        heading = _first(value, _HEADING)
        context = {headings.HEADING: heading} if heading else {}
        yield identity, RawEntry(f"{path.name}#{index}", text, columns=columns, context=context)


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
