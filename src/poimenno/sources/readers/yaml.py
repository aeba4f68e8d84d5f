"""YAML: a list of mappings, one an entry.

Values are read as they are written: `1937`, `1937-08-05` and `да` are texts, and nothing becomes a number or a date.
Aliases are refused: a few lines of them can unpack to gigabytes.
"""

import functools
import pathlib
from collections.abc import Iterator
from typing import Any

from poimenno.reference.vocabularies import RejectionReason
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import SHOWN
from poimenno.sources.readers.objects import entry
from poimenno.sources.settings import Settings

# Bytes; a YAML file is parsed whole.
LARGEST = 100_000_000
# Nesting is parsed by recursion.
_MAX_DEPTH = 50
_TOO_DEEP = f"nested deeper than {_MAX_DEPTH} levels"
_QUOTED = 40
_NULL = "tag:yaml.org,2002:null"
# Scalars that the library would turn into values of Python, or fail to: read as they are written, like all others.
_SCALARS = ("bool", "int", "float", "timestamp")


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read a list of mappings; locators are `FILE#N`, from 0. A file that does not parse is one rejected row."""
    prefix = f"{name or path.name}#"
    if path.stat().st_size > LARGEST:
        yield Rejected(prefix + "0", RejectionReason.TOO_LONG, path.name)
        return
    try:
        values = parse(path.read_bytes(), settings.encoding)
    except ValueError as error:
        yield Rejected(prefix + "0", RejectionReason.NOT_YAML, str(error)[:SHOWN])
        return
    for number, value in enumerate(values):
        locator = f"{prefix}{number}"
        if isinstance(value, dict):
            yield entry(locator, value, settings)
        else:
            yield Rejected(locator, RejectionReason.NOT_AN_OBJECT, str(value)[:SHOWN])


def parse(data: bytes, encoding: str | None = None) -> list[Any]:
    """The list in a YAML text (a lone mapping is a list of one).

    Raises ValueError with the line and the error, in our own words: those of the library change between versions.
    """
    import yaml

    loader = _loader()
    text = data.decode(encoding or "utf-8", errors="replace")
    try:
        _check(yaml.parse(text, Loader=loader))
        value = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    except yaml.constructor.ConstructorError as error:
        raise ValueError(f"line {_line(error, text)}: a tag (!name) or a key that is not read") from error
    except yaml.YAMLError as error:
        raise ValueError(f"line {_line(error, text)}: {_problem(error, text)}") from error
    except RecursionError as error:
        raise ValueError(_TOO_DEEP) from error
    return value if isinstance(value, list) else [value] if value is not None else []


def _line(error: Exception, text: str) -> int:
    """The line, from 1, on which the parser stopped."""
    mark = getattr(error, "problem_mark", None)
    return 1 + (mark.line if mark else text.count("\n", 0, getattr(error, "position", 0)))


def _problem(error: Exception, text: str) -> str:
    """What stopped the parser: nesting, which it may meet before `_check` does, or something else, which is quoted."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return "a character that YAML does not allow"
    before = text[: mark.index]
    opened = sum(before.count(sign) for sign in "[{") - sum(before.count(sign) for sign in "]}")
    row = text.splitlines()[mark.line : mark.line + 1] or [""]
    if max(opened, row[0].count("- ")) > _MAX_DEPTH:
        return _TOO_DEEP
    return f"not valid YAML, from {row[0][mark.column :][:_QUOTED]!r}"


def _check(events: Iterator[Any]) -> None:
    import yaml

    depth = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise ValueError(f"line {line}: aliases (*name) are not read")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise ValueError(f"line {line}: {_TOO_DEEP}")


@functools.cache
def _loader() -> Any:
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Verbatim(base):  # type: ignore[misc]
        """A safe loader for which all plain values are texts, but null."""

    Verbatim.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag == _NULL]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    Verbatim.yaml_constructors = base.yaml_constructors | {
        f"tag:yaml.org,2002:{kind}": base.construct_yaml_str for kind in _SCALARS
    }
    return Verbatim
