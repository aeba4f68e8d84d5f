"""JSON Lines: one object a line; a nested value becomes JSON in its cell."""

import json
import pathlib
from collections.abc import Iterator
from typing import Any

from poimenno.reference.vocabularies import RejectionReason
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
            yield Rejected(locator, RejectionReason.EMPTY, line)
            continue
        value: Any
        try:
            value = json.loads(
                line.lstrip("\ufeff"),
                object_pairs_hook=_without_repeats,
                parse_int=str,
                parse_float=str,
                parse_constant=str,
            )
        except _RepeatedKeyError:
            yield Rejected(locator, RejectionReason.DUPLICATE_KEY, line[:SHOWN])
            continue
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield entry(locator, value, settings)
        else:
            yield Rejected(locator, RejectionReason.NOT_AN_OBJECT, line[:SHOWN])


class _RepeatedKeyError(Exception):
    """An object has a key twice: Python would take the last value and lose the first."""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _value in pairs}) != len(pairs):
        raise _RepeatedKeyError
    return dict(pairs)
