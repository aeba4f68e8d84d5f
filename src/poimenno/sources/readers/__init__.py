"""Readers turn the files of a source into raw entries, one module a format.

Each reader yields RawEntry or Rejected, in the order of the file; the two counts add up to its rows. Readers stream:
a file is read whole only if its format leaves no other way, and then its size is checked first.
"""

import importlib
import pathlib
from collections.abc import Iterator
from typing import Protocol

from poimenno.reference.vocabularies import RejectionReason
from poimenno.sources import encoding
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.settings import Settings, Source

# Characters; a longer row is no record of one person.
LONGEST_ROW = 1_000_000
# Characters of a rejected row that are shown.
SHOWN = 1_000


class ReaderModule(Protocol):
    """What each module of this package offers."""

    def read(self, path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
        """Read a file; `name` stands in the locators if the source has several files."""


def read(source: Source) -> Iterator[RawEntry | Rejected]:
    """All rows of a source, file after file. Locators name the file if the source has several.

    Raises SourceError if a file is not in the encoding, or not in the format, that source.toml states.
    """
    reader: ReaderModule = importlib.import_module(f"poimenno.sources.readers.{source.settings.reader}")
    several = len(source.files) > 1
    for path in source.files:
        if source.settings.reader != "xlsx":
            encoding.check(path, source.settings.encoding or "utf-8")
        name = path.relative_to(source.folder).as_posix()
        yield from reader.read(path, source.settings, name if several else None)


def too_long(locator: str, text: str) -> Rejected:
    """The rejection of a row that is too long to be a record."""
    return Rejected(locator, RejectionReason.TOO_LONG, text[:SHOWN])
