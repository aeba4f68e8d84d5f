"""Spreadsheets in XLSX, ODS or XLS, by python-calamine.

Before a workbook is opened, what it would unpack to is checked: a file of some kilobytes that unpacks to
gigabytes is no list of people.
"""

import pathlib
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from poimenno.errors import SourceError
from poimenno.language import gettext as _
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import table
from poimenno.sources.settings import Settings

LARGEST = 2_000_000_000
RATIO = 200


def read(path: pathlib.Path, settings: Settings, name: str | None) -> Iterator[RawEntry | Rejected]:
    """Read all sheets of a workbook; locators are `row:N`, with the sheet before where there are several."""
    prefix = f"{name}#" if name else ""
    book = sheets(path)
    for title, rows in book.items():
        sheet = f"{prefix}{title}!" if len(book) > 1 else prefix
        yield from table.entries(enumerate(rows, 1), settings, sheet)


def sheets(path: pathlib.Path) -> dict[str, list[Sequence[str]]]:
    """The rows of each sheet that holds any, as text. Raises SourceError for what is no workbook."""
    from python_calamine import CalamineError, CalamineWorkbook

    check(path)
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        found = {}
        for title in workbook.sheet_names:
            rows = [
                [text(cell) for cell in row]
                for row in workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)
            ]
            if rows:
                found[title] = rows
    except (CalamineError, OSError, ValueError) as error:
        raise SourceError(
            _(
                "{file}: this workbook cannot be read ({reason}); open it in a spreadsheet program and save it again."
            ).format(file=path, reason=error)
        ) from error
    return found


def check(path: pathlib.Path) -> None:
    """Raise SourceError for a workbook that is no archive, or unpacks to an absurd size."""
    if path.suffix.lower() == ".xls":
        return
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise SourceError(_("{file}: this is not a spreadsheet, in spite of its name.").format(file=path)) from error
    packed = max(path.stat().st_size, 1)
    if size > LARGEST or (size > 100_000_000 and size > RATIO * packed):
        raise SourceError(
            _("{file}: this would unpack from {packed:,} to {size:,} bytes; it is not opened.").format(
                file=path, packed=packed, size=size
            )
        )


def text(cell: Any) -> str:
    """A cell as the reader of the sheet sees it: whole numbers without a point, dates day first."""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.strftime("%d.%m.%Y")
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    if isinstance(cell, time):
        return cell.isoformat()
    return str(cell)
