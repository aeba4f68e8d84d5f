"""Common to delimited text and spreadsheets: a row of cells becomes an entry by the names of its columns.

The header may be on a lower row, below a title; it may take several rows, as under merged cells, or be missing. A row
that is not an entry is rejected with its reason and never shifted into place: if a row has another number of cells than
the header, it is not known which cell belongs to which column.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from poimenno.reference.vocabularies import ColumnMeaning, FieldName, RejectionReason, SourceKind
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, SHOWN, too_long
from poimenno.sources.settings import Settings

# A row with its number, as a spreadsheet numbers rows; or a line that was rejected before it was split into cells.
NumberedRow = tuple[int, Sequence[str]] | Rejected
# The number of rows among which the header of a further sheet is searched for.
FIRST_ROWS = 20
_NAMES = (ColumnMeaning.NAME, FieldName.SURNAME, ColumnMeaning.NOTICE)
_NOT_ABOUT_ANYBODY = (ColumnMeaning.IGNORE, ColumnMeaning.KEY)


def entries(rows: Iterable[NumberedRow], settings: Settings, prefix: str) -> Iterator[RawEntry | Rejected]:
    """The entries of numbered rows that include the header, with locators `row:N`.

    The rows of the header do not count as rows of the file. Rejected are: rows above the header and repetitions of
    it (`header`), blank rows (`empty`), rows without a name or notice (`no_name`), single letters of the alphabet
    (`page_furniture`), and rows with too few or too many cells.
    """
    stream = iter(rows)
    first = list(itertools.islice(stream, FIRST_ROWS + settings.header_row + settings.header_rows))
    top = header_row(first, settings)
    last = top + settings.header_rows - 1 if top else 0
    header = [row[1] for row in first if not isinstance(row, Rejected) and top <= row[0] <= last]
    layout = _Layout.of(columns(header) if top else numbered(first), header, settings)
    for row in itertools.chain(first, stream):
        if isinstance(row, Rejected):
            yield row
        elif row[0] < top:
            blank = not any(cell.strip() for cell in row[1])
            reason = RejectionReason.EMPTY if blank else RejectionReason.HEADER
            yield Rejected(f"{prefix}row:{row[0]}", reason, shown(row[1]))
        elif row[0] > last:
            yield _row(f"{prefix}row:{row[0]}", row[1], layout)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What each row of a table is compared with: worked out once, because a list may have millions of rows."""

    names: Sequence[str]
    header: list[list[str]]
    # The fewest cells of a row; unnamed columns at the end of the header may be missing from it.
    needed: int
    # Columns that say something about a person.
    about: frozenset[str]
    # A row must fill one of these columns to be about a person; None: a table of figures is not about persons.
    naming: frozenset[str] | None
    notices: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, names: Sequence[str], header: Sequence[Sequence[str]], settings: Settings) -> "_Layout":
        def meaning(*what: str) -> frozenset[str]:
            return frozenset(name for name in names if settings.mapping.get(name) in what)

        return cls(
            names,
            [list(row) for row in header],
            0 if settings.short_rows else max((len(_stripped(row)) for row in header), default=len(names)),
            frozenset(names) - meaning(*_NOT_ABOUT_ANYBODY),
            meaning(*_NAMES) if settings.kind == SourceKind.LIST else None,
            meaning(ColumnMeaning.NOTICE),
            meaning(ColumnMeaning.KEY),
        )


def _row(locator: str, cells: Sequence[str], layout: _Layout) -> RawEntry | Rejected:
    filled = {column: cell for column, cell in zip(layout.names, cells, strict=False) if cell and not cell.isspace()}
    reason = _fault(cells, len(filled), layout)
    if reason is RejectionReason.TOO_LONG:
        return too_long(locator, shown(cells))
    if reason is None and layout.about.isdisjoint(filled):
        # A row with a running number only was left to be filled in later.
        reason = RejectionReason.EMPTY
    if reason is None and layout.naming is not None and layout.naming.isdisjoint(filled):
        reason = RejectionReason.NO_NAME
    if reason:
        return Rejected(locator, reason, shown(cells))
    key = next((filled[column].strip() for column in filled if column in layout.keys), None) if layout.keys else None
    notice = next((column for column in filled if column in layout.notices), None) if layout.notices else None
    text = filled.pop(notice) if notice else ""
    return RawEntry(locator, text, columns=filled, key=key)


def header_row(first: Sequence[NumberedRow], settings: Settings) -> int:
    """The row on which the header begins: as source.toml states, or, on another sheet, where its columns are found."""
    if settings.header_row == 0:
        return 0
    rows = dict(row for row in first if not isinstance(row, Rejected))

    def known(top: int) -> int:
        header = [rows[number] for number in range(top, top + settings.header_rows) if number in rows]
        return len(settings.mapping.keys() & set(columns(header))) if header else 0

    stated = settings.header_row
    if known(stated) or not settings.mapping:
        return stated
    best = max(rows, key=lambda top: (known(top), -top), default=stated)
    return best if known(best) else stated


def columns(header: Sequence[Sequence[str]]) -> list[str]:
    """The names of columns from the rows of a header; blank and repeated names get a number.

    If an upper cell spans several lower ones, as `Arrest` above `date` and `by`, its text comes before each of them.
    """
    names: list[str] = []
    pieces = [[" ".join(cell.replace("\ufeff", "").split()) for cell in row] for row in header]
    for upper, lower in itertools.pairwise(pieces):
        for position in range(1, min(len(upper), len(lower))):
            if not upper[position] and lower[position]:
                upper[position] = upper[position - 1]
    for position, column in enumerate(itertools.zip_longest(*pieces, fillvalue=""), 1):
        name = " ".join(dict.fromkeys(filter(None, column))) or f"column {position}"
        while name in names:
            name = f"{name} ({position})"
        names.append(name)
    return names


def numbered(rows: Sequence[NumberedRow]) -> list[str]:
    """The names of the columns of a table without a header: their numbers."""
    width = max((len(row[1]) for row in rows if not isinstance(row, Rejected)), default=0)
    return [f"column {position}" for position in range(1, width + 1)]


def shown(cells: Sequence[str]) -> str:
    """A row as the table of rejected rows shows it."""
    return " | ".join(cells)[:SHOWN]


def _fault(cells: Sequence[str], filled: int, layout: _Layout) -> RejectionReason | None:
    """Why a row cannot be an entry, judged by the number and form of its cells; None if it can. `filled` is a count."""
    if sum(map(len, cells)) > LONGEST_ROW:
        return RejectionReason.TOO_LONG
    beyond = any(cell.strip() for cell in cells[len(layout.names) :])
    if not filled and not beyond:
        return RejectionReason.EMPTY
    if list(cells) in layout.header:
        return RejectionReason.HEADER
    if beyond:
        return RejectionReason.TOO_MANY_CELLS
    if filled == 1 and _is_letter("".join(cells)) and len(layout.names) > 1:
        return RejectionReason.PAGE_FURNITURE
    return RejectionReason.TOO_FEW_CELLS if len(cells) < layout.needed else None


def _stripped(row: Sequence[str]) -> Sequence[str]:
    width = max((position for position, cell in enumerate(row, 1) if cell.strip()), default=0)
    return row[:width]


def _is_letter(text: str) -> bool:
    """Whether a text is a single letter, as in alphabetical lists above each part."""
    bare = text.strip(" .-–—")
    return len(bare) == 1 and bare.isalpha()
