"""Delimited text: commas, semicolons, tabs or bars, in any encoding that was detected."""

import csv
import pathlib
from collections.abc import Iterator, Sequence

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, table, too_long
from poimenno.sources.readers.text import lines
from poimenno.sources.settings import Settings

DELIMITERS = ",;\t|"


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read a delimited text; locators are `row:N` as a spreadsheet numbers rows."""
    prefix = f"{name}#" if name else ""
    cut: list[Rejected] = []
    for one in table.entries(_rows(path, settings, cut, prefix), settings, prefix):
        yield from cut
        cut.clear()
        yield one
    yield from cut


def _rows(
    path: pathlib.Path, settings: Settings, cut: list[Rejected], prefix: str
) -> Iterator[tuple[int, Sequence[str]]]:
    """Numbered rows; lines that are too long are put into `cut` with the number they take."""
    number = 0

    def whole() -> Iterator[str]:
        for line, is_cut in lines(path, settings.encoding or "utf-8", LONGEST_ROW):
            if is_cut:
                cut.append(too_long(f"{prefix}row:{number + len(cut) + 1}", line))
            else:
                yield line.replace("\x00", "\ufffd") + "\n"

    csv.field_size_limit(LONGEST_ROW)
    reader = csv.reader(whole(), delimiter=settings.delimiter or ",")
    try:
        for cells in reader:
            number += 1
            yield number + len(cut), cells
    except csv.Error:
        # A quote that is never closed swallows the rest of the file.
        cut.append(Rejected(f"{prefix}row:{number + 1}", "unclosed_quote", ""))
