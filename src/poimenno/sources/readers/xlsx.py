"""Spreadsheets in XLSX, ODS or XLS, read with python-calamine.

Before a workbook is opened, its unpacked size is checked: a file of some kilobytes that unpacks to gigabytes is no list
of people. The text of a cell that is merged with cells below it applies to them too.
"""

import pathlib
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import table
from poimenno.sources.settings import Settings

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

# Bytes that a workbook may unpack to, and how many times its own size.
LARGEST = 1_000_000_000
RATIO = 200
_SMALL = 50_000_000

Merged = tuple[tuple[int, int], tuple[int, int]]


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read all sheets of a workbook; locators are `row:N`, after the sheet's name if there are several."""
    prefix = f"{name}#" if name else ""
    book = sheets(path)
    for title, rows in book.items():
        sheet = f"{prefix}{title}!" if len(book) > 1 else prefix
        yield from table.entries(enumerate(rows, 1), settings, sheet)


def sheets(path: pathlib.Path) -> dict[str, Iterator[Sequence[str]]]:
    """The rows of each sheet that has any, as text. Raises SourceError if the file is not a workbook."""
    from python_calamine import CalamineError, CalamineWorkbook

    check(path)
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        by_title = {title: workbook.get_sheet_by_name(title) for title in workbook.sheet_names}
        return {title: _rows(sheet) for title, sheet in by_title.items() if sheet.end is not None}
    except (CalamineError, OSError, ValueError) as error:
        raise SourceError(
            _(
                "{file}: this workbook cannot be read ({reason}). Open it in a spreadsheet program and save it again."
            ).format(file=path, reason=error)
        ) from error


def check(path: pathlib.Path) -> None:
    """Raise SourceError if a workbook is not a ZIP archive, or would unpack to an absurd size."""
    if path.suffix.lower() == ".xls":
        return
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise SourceError(_("{file}: this is not a spreadsheet, despite its name.").format(file=path)) from error
    packed = max(path.stat().st_size, 1)
    if size > LARGEST or (size > _SMALL and size > RATIO * packed):
        raise SourceError(
            _("{file}: this would unpack from {packed:,} to {size:,} bytes, so it is not opened.").format(
                file=path, packed=packed, size=size
            )
        )


def _rows(sheet: "CalamineSheet") -> Iterator[Sequence[str]]:
    # calamine begins a row at the first column that is used, but counts merged cells from column A.
    left = sheet.start[1] if sheet.start else 0
    merged = [((top, first - left), (bottom, last - left)) for (top, first), (bottom, last) in _merged(sheet)]
    yield from filled_down(([text(cell) for cell in row] for row in sheet.iter_rows()), merged)


def _merged(sheet: "CalamineSheet") -> Sequence[Merged]:
    return sorted(sheet.merged_cell_ranges or ())


def filled_down(rows: Iterable[list[str]], merged: Sequence[Merged]) -> Iterator[list[str]]:
    """The rows with the text of each merged cell in all of its rows, in its first column."""
    waiting = list(reversed(merged))
    open_cells: list[tuple[int, int, str]] = []
    for number, cells in enumerate(rows):
        open_cells = [cell for cell in open_cells if cell[0] >= number]
        for _bottom, column, value in open_cells:
            if column < len(cells):
                cells[column] = value
        while waiting and waiting[-1][0][0] <= number:
            (_top, column), (bottom, _last) = waiting.pop()
            if bottom > number and 0 <= column < len(cells):
                open_cells.append((bottom, column, cells[column]))
        yield cells


def text(cell: Any) -> str:
    """A cell as a reader of the sheet sees it: whole numbers without a point, dates with the day first."""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return f"{cell.day:02}.{cell.month:02}.{cell.year:04}"
    if isinstance(cell, time):
        return cell.isoformat()
    return str(cell)
