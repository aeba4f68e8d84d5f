"""YAML: a list of mappings, one an entry.

Values are taken as they are written: `1937` and `1937-08-05` and `да` are texts, nothing is made a number or a date.
Aliases are refused: a few lines of them can unpack to gigabytes.
"""

import functools
import pathlib
from collections.abc import Iterator
from typing import Any

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import SHOWN
from poimenno.sources.readers.objects import entry
from poimenno.sources.settings import Settings

# A YAML file is parsed whole, and nesting by recursion.
LARGEST = 100_000_000
_DEEPEST = 50
_NULL = "tag:yaml.org,2002:null"


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read a list of mappings; locators are `FILE#N`, from 0. A file that does not parse is one rejected row."""
    prefix = f"{name or path.name}#"
    if path.stat().st_size > LARGEST:
        yield Rejected(prefix + "0", "too_long", path.name)
        return
    try:
        values = parse(path.read_bytes(), settings.encoding)
    except ValueError as error:
        yield Rejected(prefix + "0", "not_yaml", str(error)[:SHOWN])
        return
    for number, value in enumerate(values):
        locator = f"{prefix}{number}"
        if isinstance(value, dict):
            yield entry(locator, value, settings)
        else:
            yield Rejected(locator, "not_an_object", str(value)[:SHOWN])


def parse(data: bytes, encoding: str | None = None) -> list[Any]:
    """The list in a YAML text (a lone mapping is a list of one). Raises ValueError that says where it is not YAML."""
    import yaml

    loader = _loader()
    text = data.decode(encoding or "utf-8", errors="replace")
    try:
        _check(yaml.parse(text, Loader=loader))
        value = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line if mark else text.count("\n", 0, getattr(error, "position", 0))
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise ValueError(f"line {line + 1}: {problem}") from error
    return value if isinstance(value, list) else [value] if value is not None else []


def _check(events: Iterator[Any]) -> None:
    import yaml

    depth = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise ValueError(f"line {line}: aliases (*name) are not read")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ValueError(f"line {line}: nested deeper than {_DEEPEST} levels")


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
    return Verbatim
