"""From the tables of figures to claims."""

import json
from dataclasses import astuple, fields, replace
from typing import TYPE_CHECKING

from poimenno.claims import checking, named
from poimenno.claims.reading import bundled_claims
from poimenno.claims.reading.claim_rows import Claim, NoClaim, read_claim
from poimenno.foundation.errors import ReferenceTableError
from poimenno.foundation.language import gettext as _
from poimenno.sources import readers
from poimenno.sources.archive import Archive
from poimenno.sources.raw import Rejected
from poimenno.sources.settings import Source

if TYPE_CHECKING:
    import duckdb

# The id, the collection and the claim.
Said = tuple[str, str, Claim]
_SHOWN = 1_000
_TYPES = {"date | None": "DATE", "int | None": "BIGINT"}


def load(db: "duckdb.DuckDBPyConnection", archive: Archive) -> None:
    """Fill all tables of the room."""
    _write(db, of_the_tables())
    for source in archive.sources:
        if source.settings.kind == "figures":
            _load_source(db, source)
    named.load(db)
    checking.write(db)


def of_the_tables() -> list[Said]:
    """The bundled figures. Raises ReferenceTableError where one breaks the rules."""
    said = []
    for collection, place, cells in bundled_claims.rows():
        try:
            said.append((f"{collection}:{place}", collection, read_claim(cells, numberless=True)))
        except NoClaim as error:
            raise ReferenceTableError(
                _("The bundled figures {collection}.csv, row {place}: {reason}").format(
                    collection=collection, place=place, reason=error
                )
            ) from error
    return said


def _load_source(db: "duckdb.DuckDBPyConnection", source: Source) -> None:
    settings = source.settings
    said: list[Said] = []
    for raw in readers.read(source):
        if isinstance(raw, Rejected):
            _reject(db, source, raw.locator, raw.reason, raw.text)
            continue
        try:
            claim = read_claim(raw.columns, source=settings.citation or settings.title)
        except NoClaim as error:
            _reject(db, source, raw.locator, str(error), json.dumps(raw.columns, ensure_ascii=False))
        else:
            told = replace(claim, status="made up") if settings.made_up else claim
            said.append((f"{source.source_id}:{raw.locator}", source.source_id, told))
    _write(db, said)


def _reject(db: "duckdb.DuckDBPyConnection", source: Source, locator: str, reason: str, text: str) -> None:
    db.execute("INSERT INTO rejected_claims VALUES (?, ?, ?, ?)", [source.source_id, locator, reason, text[:_SHOWN]])


def _write(db: "duckdb.DuckDBPyConnection", said: list[Said]) -> None:
    """Insert the claims by columns: one statement, however many they are."""
    columns_of = fields(Claim)
    names = ("claim_id", *(one.name for one in columns_of), "collection")
    types = (
        "VARCHAR",
        *(_TYPES.get(str(one.type).replace("datetime.", ""), "VARCHAR") for one in columns_of),
        "VARCHAR",
    )
    rows = [(claim_id, *astuple(claim), collection) for claim_id, collection, claim in said]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _name in names]
    # Names and types are our own; the values are bound.
    chosen = ", ".join(
        f"unnest(${n}::{kind}[]) AS {name}" for n, (name, kind) in enumerate(zip(names, types, strict=True), 1)
    )
    db.execute(f"INSERT INTO claims BY NAME SELECT {chosen}", columns)
