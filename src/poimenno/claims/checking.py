"""Holds claims against one another: every rule in turn, none by name of a source or a number."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from poimenno.claims import arithmetic, cells, digits, findings, genealogy, rates, rivals
from poimenno.claims.cells import Said
from poimenno.claims.findings import Finding

if TYPE_CHECKING:
    import duckdb


def check(claims: Sequence[Said]) -> list[Finding]:
    """All findings by rules, contradictions first. Consistency as a whole is a matter of `consistency`."""
    origins = genealogy.origins(claims)
    found = [
        *arithmetic.check(claims, origins),
        *rivals.check(claims, origins),
        *rates.check(claims),
        *genealogy.check(claims, origins),
    ]
    found += digits.check(claims, found)
    return findings.once(found)


def write(db: "duckdb.DuckDBPyConnection") -> None:
    """Check the claims of the record being built and fill claim_origins and the tables of findings."""
    claims = cells.read(db)
    origins = genealogy.origins(claims)
    db.executemany(
        "INSERT INTO claim_origins VALUES (?, ?, ?)",
        [(one.claim_id, origins[one.claim_id], genealogy.reason(one, origins[one.claim_id])) for one in claims],
    )
    findings.write(db, check(claims))
