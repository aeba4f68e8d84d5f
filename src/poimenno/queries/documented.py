"""How many of those whom a claim counts are named in the record.

A share of two numbers that count alike, as far as the sources tell: the named whose case is attributed to the
operation, by rules, against what one source says of the whole operation. It is no estimate of anything.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from poimenno.foundation import sql

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class NamedByRegion:
    """Published persons of an operation in a region; None: the region is not known."""

    region: str | None
    named: int
    sentenced: int
    shot: int
    imprisoned: int


@dataclass(frozen=True, slots=True)
class NamedByMonth:
    """Published persons of an operation sentenced and shot in a month, by region; None: the region is not known."""

    month: date
    region: str | None
    sentenced: int
    shot: int


@dataclass(frozen=True, slots=True)
class ConfidenceCount:
    """Published persons of an operation by how sure the attribution is."""

    confidence: str
    count: int


@dataclass(frozen=True, slots=True)
class DocumentedClaim:
    """The persons named here whom a claim should count too: `counts` says whom (named, sentenced, shot, imprisoned)."""

    claim_id: str
    counts: str
    named: int


def named_by_region(db: "duckdb.DuckDBPyConnection", operation: str) -> list[NamedByRegion]:
    """Published persons of an operation by region, the most first."""
    return sql.rows_as(db, NamedByRegion, "queries", "named_by_region", operation=operation)


def named_by_month(db: "duckdb.DuckDBPyConnection", operation: str) -> list[NamedByMonth]:
    """Published persons of an operation by month of 1937-1938 and region. Only those whose source tells the month."""
    return sql.rows_as(db, NamedByMonth, "queries", "named_by_month", operation=operation)


def count_confidences(db: "duckdb.DuckDBPyConnection", operation: str) -> list[ConfidenceCount]:
    """Published persons of an operation by how sure the attribution is, the most first."""
    return sql.rows_as(db, ConfidenceCount, "queries", "confidence_counts", operation=operation)


def documented_claims(db: "duckdb.DuckDBPyConnection", operation: str) -> list[DocumentedClaim]:
    """Each claim that counts all cases of an operation in a place and a time, with those named here alike.

    `named` counts the persons whose arrest (for claims of the arrested) or sentence, else shooting, lies within the
    period by all that the lists say, and whose case lies in the region. Claims of a part of the cases are left out,
    and those for a territory that is no region here.
    """
    return sql.rows_as(db, DocumentedClaim, "queries", "documented_claims", operation=operation)


def enclosing(region: str | None, parents: dict[str, str | None]) -> list[str]:
    """A region and those it lies in, from the smallest to the largest."""
    regions: list[str] = []
    while region and region not in regions:
        regions.append(region)
        region = parents.get(region)
    return regions
