"""One entry a line."""

import pathlib
from collections.abc import Iterator

from poimenno.reference.vocabularies import RejectionReason
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, too_long
from poimenno.sources.readers.text import lines
from poimenno.sources.settings import Settings


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read a text file with one entry a line; locators are `line:N`, from 1."""
    prefix = f"{name}#" if name else ""
    for number, (line, cut) in enumerate(lines(path, settings.encoding or "utf-8", LONGEST_ROW), 1):
        locator = f"{prefix}line:{number}"
        if cut:
            yield too_long(locator, line)
        elif not line.lstrip("\ufeff").strip():
            yield Rejected(locator, RejectionReason.EMPTY, line)
        else:
            yield RawEntry(locator, line.lstrip("\ufeff"))
