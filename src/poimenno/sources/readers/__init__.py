"""Readers turn the files of a source into raw entries, one module a format.

Each reader yields RawEntry or Rejected, in the order of the file; the two counts add up to its rows. A reader
streams: no file is held whole but where its format leaves no other way, and then its size is checked first.
"""

import importlib
from collections.abc import Iterator

from poimenno.sources import encoding
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.settings import Source

# A row longer than this is no record of one person.
LONGEST_ROW = 1_000_000
SHOWN = 1_000


def read(source: Source) -> Iterator[RawEntry | Rejected]:
    """All rows of a source, file after file. Locators name the file where the source has several.

    Raises SourceError for a file that is not in the encoding, or not of the form, that source.toml says.
    """
    reader = importlib.import_module(f"poimenno.sources.readers.{source.settings.reader}")
    several = len(source.files) > 1
    for path in source.files:
        if source.settings.reader != "xlsx":
            encoding.check(path, source.settings.encoding or "utf-8")
        name = path.relative_to(source.folder).as_posix()
        yield from reader.read(path, source.settings, name if several else None)


def too_long(locator: str, text: str) -> Rejected:
    """The rejection of a row that is too long to be a record."""
    return Rejected(locator, "too_long", text[:SHOWN])
