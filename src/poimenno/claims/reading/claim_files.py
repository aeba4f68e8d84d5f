"""Claims outside an archive: a table of figures, or a page of prose that says some, held against the bundled ones."""

import csv
import io
import pathlib
from collections.abc import Sequence
from dataclasses import fields

from poimenno.claims import loading
from poimenno.claims.cells import Said
from poimenno.claims.reading import prose
from poimenno.claims.reading.claim_rows import COLUMNS, Claim, NoClaim, read_claim
from poimenno.foundation.errors import SourceError
from poimenno.foundation.language import gettext as _
from poimenno.sources import encoding

TEMPLATE = "figures-template.csv"
# What is a table by its name is not read as prose.
_TABLES = (".csv", ".tsv", ".tab")
Rows = list[tuple[str, dict[str, str]]]


def said(claim_id: str, collection: str, claim: Claim) -> Said:
    """A claim as the checks see it."""
    own = {one.name: getattr(claim, one.name) for one in fields(Said) if hasattr(claim, one.name)}
    return Said(claim_id=claim_id, collection=collection, **own)


def known() -> list[Said]:
    """The bundled figures, but for the sublists of the Politburo."""
    return [said(*one) for one in loading.of_the_tables() if one[1] != "stalin_lists"]


def read(path: pathlib.Path) -> tuple[list[Said], list[str]]:
    """The claims of a file, and a sentence for each row or number that says none.

    Raises SourceError where the file cannot be read, is no table of figures, or is a text without any.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            _("{path}: the file cannot be read ({reason}).").format(path=path, reason=error.strerror)
        ) from error
    text = data.decode(encoding.detect(path), errors="replace").removeprefix("\ufeff")
    rows, problems = _table(text, path)
    claims: list[Said] = []
    for place, cells in rows:
        try:
            claims.append(said(f"{path.stem}:{len(claims) + 1}", path.stem, read_claim(cells, source=path.name)))
        except NoClaim as error:
            problems.append(f"{place}: {error}")
    return claims, problems


def _table(text: str, path: pathlib.Path) -> tuple[Rows, list[str]]:
    """The rows of a table of figures, or those that prose says, each with its place."""
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if {"measure", "value"} <= set(table.fieldnames or ()):
        return [(_("Row {row}").format(row=number), _cells(row)) for number, row in enumerate(table, start=1)], []
    found, problems = prose.read(text) if path.suffix.lower() not in _TABLES else ([], [])
    if not found:
        raise SourceError(
            _(
                "{path}: this is no table of figures; expected the columns measure and value, and any of {columns}, or "
                "a text that says how many were arrested, shot or sentenced. `poimenno new DIR` writes a template."
            ).format(path=path, columns=", ".join(COLUMNS))
        )
    return [(row["page"], row) for row in found], problems


def _cells(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if isinstance(name, str) and isinstance(cell, str)}


def without_the_same(known: Sequence[Said], own: Sequence[Said]) -> list[Said]:
    """The known claims, but for a source all of whose claims one's own file says: it is the same page."""

    def told(one: Said) -> tuple[object, ...]:
        return one.key, one.unit, one.value, one.event, one.date_edtf

    mine = {told(one) for one in own}
    others = {one.source for one in known if told(one) not in mine}
    return [one for one in known if one.source in others]


def write_template(folder: pathlib.Path) -> None:
    """Put the columns of a table of figures into a folder, to be filled in and added."""
    (folder / TEMPLATE).write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
