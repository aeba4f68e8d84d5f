"""From the bundled figures, the figures of the archive and the counts of the record to the table `claims`."""

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from poimenno.claims import named, record_checks
from poimenno.claims.claim import Claim
from poimenno.claims.reading import bundled_claims
from poimenno.claims.reading.claim_rows import NoClaim, read_claim
from poimenno.foundation import sql
from poimenno.sources import readers
from poimenno.sources.archive import Archive
from poimenno.sources.raw import RawEntry, Rejected
from poimenno.sources.settings import Source

if TYPE_CHECKING:
    import duckdb

# How many characters of a rejected row are kept.
_MAX_TEXT = 1_000


@dataclass(frozen=True, slots=True)
class RejectedClaim:
    """A row of a figures source that became no claim: a row of the table rejected_claims."""

    source_id: str
    locator: str
    reason: str
    text: str


def load(db: "duckdb.DuckDBPyConnection", archive: Archive) -> None:
    """Fill all tables of the room."""
    sql.insert_rows(db, "claims", bundled_claims.read())
    for source in archive.sources:
        if source.settings.kind == "figures":
            _load_source(db, source)
    named.load(db)
    record_checks.write(db)


def _load_source(db: "duckdb.DuckDBPyConnection", source: Source) -> None:
    claims: list[Claim] = []
    rejected: list[RejectedClaim] = []
    for raw in readers.read(source):
        if isinstance(raw, Rejected):
            rejected.append(RejectedClaim(source.source_id, raw.locator, raw.reason, raw.text[:_MAX_TEXT]))
            continue
        try:
            claims.append(_claim(raw, source))
        except NoClaim as error:
            text = json.dumps(raw.columns, ensure_ascii=False)[:_MAX_TEXT]
            rejected.append(RejectedClaim(source.source_id, raw.locator, str(error), text))
    sql.insert_rows(db, "claims", claims)
    sql.insert_rows(db, "rejected_claims", rejected)


def _claim(raw: RawEntry, source: Source) -> Claim:
    settings = source.settings
    claim = read_claim(
        raw.columns, f"{source.source_id}:{raw.locator}", source.source_id, source=settings.citation or settings.title
    )
    return replace(claim, status="made up") if settings.made_up else claim
