"""Claims outside an archive: a file of figures, held against the bundled ones.

A text is not read for its figures: they are entered by hand. The summary page from which this project started is
known by its checksum, and stands for the figures that were entered from it.
"""

import csv
import hashlib
import io
import pathlib
from dataclasses import fields

from poimenno.claims import loading
from poimenno.claims.cells import Said
from poimenno.claims.rows import COLUMNS, Claim, NoClaim, read_claim
from poimenno.errors import SourceError
from poimenno.language import gettext as _
from poimenno.sources import encoding

TEMPLATE = "figures-template.csv"
# The text whose figures stand in reference/figures/starting_page.csv, and its source's name in statements.csv.
_STARTING_PAGE = "da37121182e089400b2c68b4174d0790cc630d631fb1b60f743326a73605d1e5"
_STARTING_SOURCE = "The Great Terror, 1937-1938: summary page adapted from N. Werth (2009)"


def said(claim_id: str, collection: str, claim: Claim) -> Said:
    """A claim as the checks see it."""
    own = {one.name: getattr(claim, one.name) for one in fields(Said) if hasattr(claim, one.name)}
    return Said(claim_id=claim_id, collection=collection, **own)


def known() -> list[Said]:
    """The bundled figures, but for the sublists of the Politburo."""
    return [said(*one) for one in loading.of_the_tables() if one[1] != "stalin_lists"]


def read(path: pathlib.Path) -> tuple[list[Said], list[str]]:
    """The claims of a file, and a sentence for each row that says none.

    Raises SourceError where the file cannot be read, or is no table of figures.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            _("{path}: the file cannot be read ({reason}).").format(path=path, reason=error.strerror)
        ) from error
    if hashlib.sha256(data).hexdigest() == _STARTING_PAGE:
        return [one for one in known() if one.source == _STARTING_SOURCE], []
    text = data.decode(encoding.detect(path)).removeprefix("\ufeff")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if not {"measure", "value"} <= set(table.fieldnames or ()):
        raise SourceError(
            _(
                "{path}: this is no table of figures; expected the columns measure and value, and any of {columns}. "
                "`poimenno new DIR` writes a template."
            ).format(path=path, columns=", ".join(COLUMNS))
        )
    claims, problems = [], []
    for number, row in enumerate(table, start=1):
        cells = {name: cell for name, cell in row.items() if isinstance(name, str) and isinstance(cell, str)}
        try:
            claims.append(said(f"{path.stem}:{number}", path.stem, read_claim(cells, source=path.name)))
        except NoClaim as error:
            problems.append(_("Row {row}: {reason}").format(row=number, reason=error))
    return claims, problems


def write_template(folder: pathlib.Path) -> None:
    """Put the columns of a table of figures into a folder, to be filled in and added."""
    (folder / TEMPLATE).write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
