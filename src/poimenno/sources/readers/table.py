"""What delimited text and spreadsheets share: a row of cells becomes an entry by the names of its columns.

The header may stand on a lower row, below a title, take several rows, as under merged cells, or be missing. What is
not an entry is rejected with its reason, never shifted into place: a row with other than the header's number of cells
says nothing certain about anybody, because nobody knows which cell belongs to which column.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.readers import LONGEST_ROW, SHOWN, too_long
from poimenno.sources.settings import Settings

# A row with its number, as a spreadsheet numbers rows; or what was rejected before it had cells.
Row = tuple[int, Sequence[str]] | Rejected
# The header of a further sheet is looked for among so many rows.
FIRST_ROWS = 20
_NAMES = ("name", "surname", "notice")
_NOT_ABOUT_ANYBODY = ("ignore", "key")


def entries(rows: Iterable[Row], settings: Settings, prefix: str) -> Iterator[RawEntry | Rejected]:
    """Entries of numbered rows, the header among them, with locators `row:N`.

    The rows of the header are no rows of the file's count. Rejected are: rows above the header and repetitions
    of it (`header`), blank rows (`empty`), rows without a name or notice (`no_name`), lone letters of the alphabet
    (`page_furniture`), and rows with too few or too many cells.
    """
    stream = iter(rows)
    first = list(itertools.islice(stream, FIRST_ROWS + settings.header_row + settings.header_rows))
    top = header_row(first, settings)
    last = top + settings.header_rows - 1 if top else 0
    header = [row[1] for row in first if not isinstance(row, Rejected) and top <= row[0] <= last]
    form = _Form.of(columns(header) if top else numbered(first), header, settings)
    for row in itertools.chain(first, stream):
        if isinstance(row, Rejected):
            yield row
        elif row[0] < top:
            blank = not any(cell.strip() for cell in row[1])
            yield Rejected(f"{prefix}row:{row[0]}", "empty" if blank else "header", shown(row[1]))
        elif row[0] > last:
            yield _row(f"{prefix}row:{row[0]}", row[1], form)


@dataclass(frozen=True, slots=True)
class _Form:
    """What each row of a table is held against: found once, because a list has millions of rows."""

    names: Sequence[str]
    header: list[list[str]]
    # Columns without a name at the end of the header may be missing from a row, but not be lost from it.
    needed: int
    about: frozenset[str]
    # Columns one of which a row must fill to be about somebody; None: a table of figures is about nobody.
    naming: frozenset[str] | None
    notices: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, names: Sequence[str], header: Sequence[Sequence[str]], settings: Settings) -> "_Form":
        def meaning(*what: str) -> frozenset[str]:
            return frozenset(name for name in names if settings.mapping.get(name) in what)

        return cls(
            names,
            [list(row) for row in header],
            0 if settings.short_rows else max((len(_stripped(row)) for row in header), default=len(names)),
            frozenset(names) - meaning(*_NOT_ABOUT_ANYBODY),
            meaning(*_NAMES) if settings.kind == "list" else None,
            meaning("notice"),
            meaning("key"),
        )


def _row(locator: str, cells: Sequence[str], form: _Form) -> RawEntry | Rejected:
    filled = {column: cell for column, cell in zip(form.names, cells, strict=False) if cell and not cell.isspace()}
    reason = _fault(cells, len(filled), form)
    if reason == "too_long":
        return too_long(locator, shown(cells))
    if reason is None and form.about.isdisjoint(filled):
        # A running number alone is a row that somebody left for later.
        reason = "empty"
    if reason is None and form.naming is not None and form.naming.isdisjoint(filled):
        reason = "no_name"
    if reason:
        return Rejected(locator, reason, shown(cells))
    key = next((filled[column].strip() for column in filled if column in form.keys), None) if form.keys else None
    notice = next((column for column in filled if column in form.notices), None) if form.notices else None
    text = filled.pop(notice) if notice else ""
    return RawEntry(locator, text, columns=filled, key=key)


def header_row(first: Sequence[Row], settings: Settings) -> int:
    """The row on which the header begins: where source.toml says, or, on another sheet, where its columns are."""
    if settings.header_row == 0:
        return 0
    rows = dict(row for row in first if not isinstance(row, Rejected))

    def known(top: int) -> int:
        header = [rows[number] for number in range(top, top + settings.header_rows) if number in rows]
        return len(settings.mapping.keys() & set(columns(header))) if header else 0

    said = settings.header_row
    if known(said) or not settings.mapping:
        return said
    best = max(rows, key=lambda top: (known(top), -top), default=said)
    return best if known(best) else said


def columns(header: Sequence[Sequence[str]]) -> list[str]:
    """The names of columns from the rows of a header: blank ones are numbered, repeated ones too.

    Where an upper cell spans several lower ones, as `Arrest` above `date` and `by`, it stands before each.
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


def numbered(rows: Sequence[Row]) -> list[str]:
    """The names of the columns of a table without a header: their numbers."""
    width = max((len(row[1]) for row in rows if not isinstance(row, Rejected)), default=0)
    return [f"column {position}" for position in range(1, width + 1)]


def shown(cells: Sequence[str]) -> str:
    """A row as the list of rejected rows shows it."""
    return " | ".join(cells)[:SHOWN]


def _fault(cells: Sequence[str], filled: int, form: _Form) -> str | None:
    """Why a row of cells, so many of them filled, can be no entry, as far as its form tells; None where it can."""
    if sum(map(len, cells)) > LONGEST_ROW:
        return "too_long"
    beyond = any(cell.strip() for cell in cells[len(form.names) :])
    if not filled and not beyond:
        return "empty"
    if list(cells) in form.header:
        return "header"
    if beyond:
        return "too_many_cells"
    if filled == 1 and _is_letter("".join(cells)) and len(form.names) > 1:
        return "page_furniture"
    return "too_few_cells" if len(cells) < form.needed else None


def _stripped(row: Sequence[str]) -> Sequence[str]:
    width = max((position for position, cell in enumerate(row, 1) if cell.strip()), default=0)
    return row[:width]


def _is_letter(text: str) -> bool:
    """Whether a text is a lone letter, as alphabetical lists have above each part."""
    bare = text.strip(" .-–—")
    return len(bare) == 1 and bare.isalpha()
