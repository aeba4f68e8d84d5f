"""What delimited text and spreadsheets share: a row of cells becomes an entry by the names of its columns."""

from collections.abc import Iterable, Iterator, Sequence

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, SHOWN, too_long
from poimenno.sources.settings import Settings


def entries(
    rows: Iterable[tuple[int, Sequence[str]]], settings: Settings, prefix: str
) -> Iterator[RawEntry | Rejected]:
    """Entries of numbered rows, the header row among them; locators are `row:N` as a spreadsheet numbers rows.

    Rows above the header are rejected as `header`; rows of blank cells as `empty`; a row with more filled
    cells than there are columns as `too_many_cells`, because nobody knows which column is which.
    """
    header: list[str] = []
    for number, cells in rows:
        locator = f"{prefix}row:{number}"
        shown = " | ".join(cells)
        if sum(map(len, cells)) > LONGEST_ROW:
            yield too_long(locator, shown)
        elif number < settings.header_row:
            yield Rejected(locator, "header", shown[:SHOWN])
        elif number == settings.header_row:
            header = columns(cells)
        elif not any(cell.strip() for cell in cells):
            yield Rejected(locator, "empty", shown[:SHOWN])
        elif any(cell.strip() for cell in cells[len(header) :]):
            yield Rejected(locator, "too_many_cells", shown[:SHOWN])
        else:
            yield _entry(locator, dict(zip(header, cells, strict=False)), settings)


def _entry(locator: str, cells: dict[str, str], settings: Settings) -> RawEntry | Rejected:
    mapping = settings.mapping
    filled = {column: cell for column, cell in cells.items() if cell.strip()}
    if all(mapping.get(column) in ("ignore", "key") for column in filled):
        # A running number alone is a row that somebody left for later.
        return Rejected(locator, "empty", " | ".join(cells.values())[:SHOWN])
    named = [column for column in filled if mapping.get(column) in ("name", "surname", "notice")]
    if not named:
        return Rejected(locator, "no_name", " | ".join(cells.values())[:SHOWN])
    notice = next((column for column in filled if mapping.get(column) == "notice"), None)
    key = next((cell.strip() for column, cell in filled.items() if mapping.get(column) == "key"), None)
    text = filled.pop(notice) if notice else ""
    return RawEntry(locator, text, columns=filled, key=key)


def columns(cells: Sequence[str]) -> list[str]:
    """The names of columns from the cells of a header: blank ones are numbered, repeated ones too."""
    names: list[str] = []
    for position, cell in enumerate(cells, 1):
        name = " ".join(cell.replace("\ufeff", "").split()) or f"column {position}"
        while name in names:
            name = f"{name} ({position})"
        names.append(name)
    return names
