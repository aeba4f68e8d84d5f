"""Delimited text: commas, semicolons, tabs or bars, in any encoding that was detected.

Quotes are read as RFC 4180 defines them. Lists typed by hand also have quotes that are never closed, or that are in
the middle of a cell (`завод "Заря"`); such a line is taken as it is, so that no quote swallows the rows below it.
"""

import collections
import csv
import pathlib
from collections.abc import Iterable, Iterator

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, table, too_long
from poimenno.sources.readers.text import lines
from poimenno.sources.settings import Settings

DELIMITERS = ",;\t|"
# The most lines of one cell; a quote that is open for longer was never meant to be closed.
_MAX_LINES = 100

Line = tuple[str, bool]


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read a delimited text; locators are `row:N` as a spreadsheet numbers rows."""
    prefix = f"{name}#" if name else ""
    stream = lines(path, settings.encoding or "utf-8", LONGEST_ROW)
    yield from table.entries(rows(stream, settings.delimiter or ",", prefix), settings, prefix)


def rows(stream: Iterable[Line], delimiter: str, prefix: str = "") -> Iterator[table.NumberedRow]:
    """The numbered rows of lines of text; each line comes with whether it was cut as too long."""
    csv.field_size_limit(LONGEST_ROW * _MAX_LINES)
    source = iter(stream)
    ahead: collections.deque[Line] = collections.deque()
    number = 0
    width = 0
    while line := ahead.popleft() if ahead else next(source, None):
        number += 1
        text, cut = line
        if cut:
            yield too_long(f"{prefix}row:{number}", text)
            continue
        cells = _quoted(text, delimiter, width, source, ahead) if '"' in text else text.split(delimiter)
        width = len(cells)
        yield number, cells


def _quoted(
    first: str, delimiter: str, width: int, source: Iterator[Line], ahead: collections.deque[Line]
) -> list[str]:
    """The cells of a row that has quotes, with as many of the lines below as its last quote includes."""
    text = first
    taken: list[Line] = []
    while text.count('"') % 2 and len(taken) < _MAX_LINES and len(text) <= LONGEST_ROW:
        line = ahead.popleft() if ahead else next(source, None)
        if line is None:
            break
        taken.append(line)
        if line[1]:
            break
        text += "\n" + line[0]
    literal = first.split(delimiter)
    cells = _parsed(text, delimiter, strict=True)
    if cells is not None and (not taken or len(cells) == width or len(literal) != width):
        return cells
    ahead.extendleft(reversed(taken))
    if len(literal) == width or first.count('"') % 2:
        return literal
    return _parsed(first, delimiter, strict=False) or literal


def _parsed(text: str, delimiter: str, *, strict: bool) -> list[str] | None:
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=strict))
    except csv.Error:
        return None
