"""Claims outside an archive: from a table of figures, or from a page of prose that states some."""

import csv
import io
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass

from poimenno.claims.claim import Claim
from poimenno.claims.reading import prose
from poimenno.claims.reading.claim_rows import COLUMNS, Cells, NoClaim, read_claim
from poimenno.foundation import files
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import Message
from poimenno.foundation.language import gettext as _
from poimenno.sources import encoding

TEMPLATE = "figures-template.csv"
# A file with one of these endings is a table and not read as prose.
_TABLES = (".csv", ".tsv", ".tab")


@dataclass(frozen=True, slots=True)
class FileClaims:
    """The claims of a file, and a message for each row or number that states none."""

    claims: list[Claim]
    problems: list[Message]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a file, each with its place, and what could not be read at all."""

    placed: list[tuple[Message, Cells]]
    problems: list[Message]


def read(path: pathlib.Path) -> FileClaims:
    """Read the claims of a table or of a page of prose.

    Raises SourceError if the file cannot be read, is no table of figures, or is a text without any.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            _("{path}: the file cannot be read ({reason}).").format(path=path, reason=error.strerror)
        ) from error
    text = data.decode(encoding.detect(path), errors="replace").removeprefix("\ufeff")
    rows = _rows(text, path)
    claims: list[Claim] = []
    problems = list(rows.problems)
    for place, cells in rows.placed:
        try:
            claims.append(read_claim(cells, f"{path.stem}:{len(claims) + 1}", path.stem, source=path.name))
        except NoClaim as error:
            problems.append(Message("{place}: {reason}", {"place": place, "reason": error.reason}))
    return FileClaims(claims, problems)


def _rows(text: str, path: pathlib.Path) -> _Rows:
    """The rows of a table of figures, or those that prose states."""
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if {"measure", "value"} <= set(table.fieldnames or ()):
        return _Rows([(Message("Row {row}", {"row": n}), _strings(row)) for n, row in enumerate(table, start=1)], [])
    reading = prose.read(text) if path.suffix.lower() not in _TABLES else prose.ProseReading()
    if not reading.rows:
        raise SourceError(
            _(
                "{path}: this is not a table of claims; expected the columns measure and value, and any of "
                "{columns}, or a text that says how many people were arrested, shot or sentenced. `poimenno "
                "new DIR` writes a template."
            ).format(path=path, columns=", ".join(COLUMNS))
        )
    return _Rows([(_line(row), row) for row in reading.rows], reading.problems)


def _line(row: Cells) -> Message:
    return Message("line {line}", {"line": row["page"].removeprefix("line ")})


def _strings(row: Cells) -> Cells:
    """A row without the cells that have no column, and the columns that have no cell."""
    return {name: cell for name, cell in row.items() if isinstance(name, str) and isinstance(cell, str)}


def without_duplicates(claims: Sequence[Claim], of_file: Sequence[Claim]) -> list[Claim]:
    """The claims without those of a source whose every claim a file makes too: the file is the same page."""

    def statement(claim: Claim) -> tuple[object, ...]:
        return claim.key, claim.unit, claim.value, claim.event, claim.date_edtf

    in_file = {statement(claim) for claim in of_file}
    sources = {claim.source for claim in claims if statement(claim) not in in_file}
    return [claim for claim in claims if claim.source in sources]


def write_template(folder: pathlib.Path) -> None:
    """Write a table with the columns of figures and no rows into a folder, to be filled in and added."""
    files.write_text(folder / TEMPLATE, ",".join(COLUMNS) + "\n")
