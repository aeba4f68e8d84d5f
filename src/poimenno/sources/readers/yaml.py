"""YAML: a list of mappings, one an entry. Aliases are refused: a few lines of them can unpack to gigabytes."""

import pathlib
from collections.abc import Iterator
from typing import Any

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import SHOWN
from poimenno.sources.readers.objects import entry
from poimenno.sources.settings import Settings

# A YAML file is parsed whole.
LARGEST = 200_000_000


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

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = data.decode(encoding or "utf-8", errors="replace")
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=loader)):
            raise ValueError("aliases (*name) are not read")
        value = yaml.load(text, Loader=loader)  # noqa: S506 - one of the safe loaders
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark else ""
        raise ValueError(f"{place}{getattr(error, 'problem', None) or error}") from error
    return value if isinstance(value, list) else [value] if value is not None else []
