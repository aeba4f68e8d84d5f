"""JSON Lines: one object a line; nested values stand as JSON in their cell."""

import json
import pathlib
from collections.abc import Iterator
from typing import Any

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, SHOWN, too_long
from poimenno.sources.readers.objects import entry
from poimenno.sources.readers.text import lines
from poimenno.sources.settings import Settings


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read one object a line; locators are `line:N`, from 1."""
    prefix = f"{name}#" if name else ""
    for number, (line, cut) in enumerate(lines(path, settings.encoding or "utf-8", LONGEST_ROW), 1):
        locator = f"{prefix}line:{number}"
        if cut:
            yield too_long(locator, line)
            continue
        if not line.strip():
            yield Rejected(locator, "empty", line)
            continue
        value: Any
        try:
            value = json.loads(
                line.lstrip("\ufeff"), object_pairs_hook=_once, parse_int=str, parse_float=str, parse_constant=str
            )
        except _RepeatedKeyError:
            yield Rejected(locator, "duplicate_key", line[:SHOWN])
            continue
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield entry(locator, value, settings)
        else:
            yield Rejected(locator, "not_an_object", line[:SHOWN])


class _RepeatedKeyError(Exception):
    """An object has a key twice: of the two values JSON would keep the last and lose the first."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _value in pairs}) != len(pairs):
        raise _RepeatedKeyError
    return dict(pairs)
